import BitestoGlossary
import BitestoText

/// Checks the names, terms and marks of Italian and English texts.
///
///     let checker = TextChecker(try .builtIn(), settings: CheckSettings(style: .scientific))
///     let text = try CheckedText(path: "article.it.txt", contents: bytes)
///     for finding in checker.findings(in: [text]).joined() {
///       print(finding.rule.rawValue, finding.text, finding.message)
///     }
public struct TextChecker: Sendable {
  let glossary: Glossary
  let index: NameIndex
  public let settings: CheckSettings
  /// Nil when the rule that asks it is off.
  private let resemblance: (any NameResemblance)?

  /// - Parameter resemblance: what compares unlisted names with the known ones; nil for
  ///   ``ListedResemblance``.
  public init(
    _ glossary: Glossary, settings: CheckSettings = CheckSettings(),
    resemblance: (any NameResemblance)? = nil
  ) {
    self.glossary = glossary
    let inflected = InflectedGlossary(glossary)
    index = NameIndex(inflected.glossary)
    self.inflected = inflected
    self.settings = settings
    self.resemblance =
      settings.severity(of: .unknownVariant) == nil
      ? nil : resemblance ?? ListedResemblance(glossary)
  }

  let inflected: InflectedGlossary

  /// What finds the names and terms, inflected ones too.
  public var names: NameIndex { index }

  /// The findings in each text, in the order of their places. Texts in one language are held to one
  /// form of each name.
  ///
  /// - Complexity: n log n in the bytes.
  public func findings(in texts: [CheckedText]) -> [[CheckFinding]] {
    var reader = NameReader(inflected.glossary, index: index)
    let uses = texts.enumerated().map { number, text in
      isRead(text.language) ? reader.uses(in: text, number: number) : []
    }
    var findings = zip(texts, uses).map { text, uses in
      forms(uses, in: text) + unknown(uses, in: text) + typography(of: text)
    }
    for language in [Language.italian, .english]
    where settings.severity(of: .inconsistentVariant) != nil {
      let same = uses.joined().filter { texts[$0.text].language == language }
      for (number, finding) in consistency(same, language, texts, reported: findings) {
        findings[number].append(finding)
      }
    }
    return zip(texts, findings).map { text, findings in
      findings.filter { !text.suppressions.silence($0.rule, at: $0.range.lowerBound) }
        .sorted { ($0.range.lowerBound, $0.rule.rank) < ($1.range.lowerBound, $1.rule.rank) }
    }
  }

  /// The texts with fixes done, again and again until nothing is left to fix, and how many places
  /// of each were changed.
  ///
  /// - Parameters:
  ///   - texts: held to one form of each name, as in ``findings(in:)``.
  ///   - choose: leaves out the findings of a text that are not to be fixed.
  public func fixed(
    _ texts: [CheckedText], choosing choose: ([CheckFinding]) -> [CheckFinding] = { $0 }
  ) -> [(text: CheckedText, count: Int)] {
    var texts = texts
    var counts = [Int](repeating: 0, count: texts.count)
    for _ in 0..<Self.mostPasses {
      var isChanged = false
      for (number, findings) in findings(in: texts).enumerated() where texts[number].isWritable {
        let text = texts[number]
        let (bytes, count) = TextFixer.apply(
          choose(findings).compactMap(\.fix), to: text.document.bytes)
        guard count > 0, bytes != text.document.bytes,
          let next = try? CheckedText(
            path: text.document.path, contents: text.byteOrderMark + bytes,
            language: text.language)
        else { continue }
        texts[number] = next
        counts[number] += count
        isChanged = true
      }
      if !isChanged { break }
    }
    return Array(zip(texts, counts))
  }

  /// Fixes that touch others have to wait for the next pass.
  private static let mostPasses = 8

  private func isRead(_ language: Language) -> Bool {
    language == .italian || language == .english
  }

  // MARK: Names

  private func forms(_ uses: [NameUse], in text: CheckedText) -> [CheckFinding] {
    let rules = FormRules(glossary: inflected.glossary, style: settings.style)
    let preferred = PreferredForms(glossary: inflected.glossary, style: settings.style)
    return uses.compactMap { use in
      guard let verdict = rules.verdict(on: use, in: text),
        let severity = settings.severity(of: verdict.rule)
      else { return nil }
      let words = verdict.form.map {
        inflected.form($0, like: use) ?? preferred.words($0, for: use)
      }
      let instead = words.map { "; write \(marked($0))" } ?? ""
      return finding(verdict.rule, severity, use, in: text, verdict.message + instead, words)
    }
  }

  private func consistency(
    _ uses: [NameUse], _ language: Language, _ texts: [CheckedText], reported: [[CheckFinding]]
  ) -> [(Int, CheckFinding)] {
    guard let severity = settings.severity(of: .inconsistentVariant) else { return [] }
    let places = reported.map { Set($0.map(\.range)) }
    let rule = ConsistencyRule(
      glossary: inflected.glossary, style: settings.style, language: language)
    let open = uses.filter { !places[$0.text].contains($0.range) }
    return rule.departures(open).map { departure in
      let use = departure.use
      let whose = departure.isInSameText ? "this text" : "the other texts"
      let message =
        "\(marked(use.words)) is elsewhere \(marked(departure.words)) in \(whose)"
      return (
        use.text,
        finding(
          .inconsistentVariant, severity, use, in: texts[use.text], message, departure.words)
      )
    }
  }

  private func finding(
    _ rule: CheckRule, _ severity: CheckRule.Severity, _ use: NameUse, in text: CheckedText,
    _ message: String, _ words: String?
  ) -> CheckFinding {
    let entry = inflected.glossary.entries[use.entry]
    let replacement = NameReplacement(text: text, gender: entry.gender)
    let isSafe =
      entry.kind != .term
      || words.map { TermGender.agree(use.words, $0, in: text.language) } ?? false
    return CheckFinding(
      rule: rule, severity: severity, document: text.document, range: use.range,
      message: message, suggestions: words.map { [$0] } ?? [], entry: entry.id,
      fix: words.flatMap { isSafe ? replacement.fix(use.range, with: $0) : nil })
  }

  private func unknown(_ uses: [NameUse], in text: CheckedText) -> [CheckFinding] {
    guard let severity = settings.severity(of: .unknownVariant), let resemblance,
      isRead(text.language)
    else { return [] }
    return UnknownVariantRule(resemblance: resemblance)
      .findings(in: text, known: uses.map(\.range)).map { range, name in
        CheckFinding(
          rule: .unknownVariant, severity: severity, document: text.document, range: range,
          message: "\(marked(text.seen(range))) looks like \(marked(name.form))",
          suggestions: [name.form], entry: name.entry)
      }
  }

  // MARK: Typography

  private func typography(of text: CheckedText) -> [CheckFinding] {
    mixedScript(text) + doubledWords(text) + quotationMarks(text)
  }

  private func mixedScript(_ text: CheckedText) -> [CheckFinding] {
    guard let severity = settings.severity(of: .mixedScript) else { return [] }
    return MixedScriptRule().mixtures(in: text).map { mixture in
      let letters = mixture.stray.map { "\($0) (U+\(Self.hexadecimal($0)))" }
      let script = mixture.strayIsCyrillic ? "Cyrillic" : "Latin"
      let noun = letters.count == 1 ? "letter" : "letters"
      return CheckFinding(
        rule: .mixedScript, severity: severity, document: text.document,
        range: text.trimmed(mixture.range),
        message: "\(marked(text.seen(mixture.range))) has the \(script) \(noun) "
          + letters.joined(separator: ", "),
        suggestions: mixture.replacement.map { [$0] } ?? [],
        fix: mixture.replacement.flatMap {
          text.hasMarkup(mixture.range) ? nil : Fix([Fix.Edit(mixture.range, $0)])
        })
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func doubledWords(_ text: CheckedText) -> [CheckFinding] {
    guard let severity = settings.severity(of: .doubledWord) else { return [] }
    return DoubledWordRule().doublings(in: text).map { doubling in
      CheckFinding(
        rule: .doubledWord, severity: severity, document: text.document, range: doubling.range,
        message: "\(marked(doubling.word)) is written twice",
        suggestions: [text.seen(doubling.range.lowerBound..<doubling.surplus.lowerBound)],
        fix: Fix([Fix.Edit(doubling.surplus, "")]))
    }
  }

  private func quotationMarks(_ text: CheckedText) -> [CheckFinding] {
    guard let severity = settings.severity(of: .quotationMarks) else { return [] }
    let rule = QuotationMarksRule(text)
    func finding(
      _ range: Range<Int>, _ message: String, _ suggestion: String? = nil, _ fix: Fix? = nil
    ) -> CheckFinding {
      CheckFinding(
        rule: .quotationMarks, severity: severity, document: text.document, range: range,
        message: message, suggestions: suggestion.map { [$0] } ?? [], fix: fix)
    }
    let unpaired = rule.unpaired.map { mark in
      finding(
        mark.range,
        mark.isOpening
          ? "this quotation mark is never closed" : "no quotation mark opens what this one closes")
    }
    guard let style = settings.quotationMarks else { return unpaired }
    return unpaired
      + rule.pairs(offStyle: style).flatMap { pair in
        let isShown = !text.hasMarkup(pair.opening) && !text.hasMarkup(pair.closing)
        let fix = Fix([
          Fix.Edit(pair.opening, style.opening), Fix.Edit(pair.closing, style.closing),
        ])
        let message = "quotation marks here are \(style.opening)…\(style.closing)"
        return [
          finding(pair.opening, message, style.opening, isShown ? fix : nil)
        ]
      }
  }
}

extension CheckRule {
  /// Where the rule stands in the table.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
