import BitestoAlignment
import BitestoGlossary
import BitestoText

/// Checks an Italian text against its English counterpart, whichever is the translation.
///
/// Numbers, dates and names that stand for other ones are found by ``FidelityChecker``; names that
/// one text never has and terms that are not translated as the glossary says, here.
public struct PairChecker: Sendable {
  /// An Italian and an English text, and which of their sentences stand for each other.
  public struct Pair: Sendable {
    public var italian: CheckedText
    public var english: CheckedText
    /// Beads as an aligner gives them, the Italian text being the source.
    public var units: [Bitext.Unit]

    public init(italian: CheckedText, english: CheckedText, units: [Bitext.Unit]) {
      self.italian = italian
      self.english = english
      self.units = units
    }

    /// The Italian text as an aligner reads it.
    public static func side(of text: CheckedText) -> Bitext.Side {
      Bitext.Side(
        document: text.prose, segments: Segmenter(language: text.language).segments(of: text.prose))
    }
  }

  /// Units that are less sure say nothing.
  private static let leastConfidence = 0.6

  private let checker: TextChecker
  private let fidelity: FidelityChecker

  /// - Parameters:
  ///   - checker: has the glossary and the settings.
  ///   - words: tells whether words mean the same; without it names are not compared.
  public init(_ checker: TextChecker, words: WordLikeness? = nil) {
    self.checker = checker
    fidelity = FidelityChecker(names: checker.index, words: words)
  }

  /// The findings in the Italian and in the English text that neither has by itself, in order.
  ///
  /// - Complexity: n log n in the bytes, apart from the comparison of words inside units.
  public func findings(in pair: Pair) -> (italian: [CheckFinding], english: [CheckFinding]) {
    let sides = [Side(pair.italian, checker), Side(pair.english, checker)]
    var findings = [CheckFinding]()
    findings += compared(pair)
    for (own, other) in [(0, 1), (1, 0)] {
      findings += missingNames(sides[own], sides[other])
      findings += untranslatedTerms(
        sides[own], sides[other], pair.units.compactMap { ranges($0, own: own) })
    }
    func of(_ text: CheckedText) -> [CheckFinding] {
      findings.filter {
        $0.document.language == text.language
          && !text.suppressions.silence($0.rule, at: $0.range.lowerBound)
      }.sorted { ($0.range.lowerBound, $0.rule.rank) < ($1.range.lowerBound, $1.rule.rank) }
    }
    return (of(pair.italian), of(pair.english))
  }

  // MARK: Numbers, dates, names in place of others

  private static let rules: [FidelityRule: CheckRule] = [
    .number: .numberDiffers, .date: .dateDiffers, .name: .nameDifferent,
  ]

  private func compared(_ pair: Pair) -> [CheckFinding] {
    var bitext = Bitext(
      kind: .alignment, source: Pair.side(of: pair.italian),
      targets: [Pair.side(of: pair.english)], units: pair.units)
    bitext = bitext.checked(by: fidelity)
    return bitext.units.flatMap { unit -> [CheckFinding] in
      guard unit.confidence >= Self.leastConfidence, let target = unit.target else { return [] }
      return unit.notes.compactMap { note in
        guard let rule = Self.rules[note.rule], let severity = checker.settings.severity(of: rule),
          rule != .nameDifferent || areKnown(note, pair)
        else { return nil }
        // Words that only the English has are shown there.
        let isInEnglish = note.source == unit.source && note.target != target.range
        let places = [(pair.italian.document, note.source), (pair.english.document, note.target)]
        // "Saturday Night Live" stands in both as it is.
        let own = isInEnglish ? note.target : note.source
        let whole = isInEnglish ? unit.source ?? note.source : target.range
        let isOneSided = isInEnglish || note.target == target.range
        if isOneSided, rule == .dateDiffers,
          Self.isInside(places[isInEnglish ? 1 : 0].0, own, places[isInEnglish ? 0 : 1].0, whole)
        {
          return nil
        }
        let (place, other) = isInEnglish ? (places[1], places[0]) : (places[0], places[1])
        let message = note.message.replacing("of the original", with: "of the English text")
          .replacing("in the original", with: "in the English text")
        return CheckFinding(
          rule: rule, severity: severity, document: place.0, range: place.1, message: message,
          related: other)
      }
    }
  }

  /// Whether the words of one range stand in the other as they are.
  private static func isInside(
    _ document: Document, _ words: Range<Int>, _ other: Document, _ range: Range<Int>
  ) -> Bool {
    let words = document.text(words)
    return words.contains(where: \.isLetter) && other.text(range).contains(words)
  }

  /// Whether two names that stand for each other are known ones, not the same, of one kind: of others words
  /// alone can't tell that they differ.
  private func areKnown(_ note: FidelityNote, _ pair: PairChecker.Pair) -> Bool {
    let named = [(pair.italian, note.source), (pair.english, note.target)].map { text, range in
      checker.index.mentions(in: text.prose.bytes, range: range).map(\.entry)
    }
    guard let own = named.first?.first, let other = named.last?.first,
      named.allSatisfy({ $0.count == 1 })
    else { return false }
    let entries = checker.glossary.entries
    return own != other && entries[own].kind == entries[other].kind
  }

  // MARK: Names that one text never has

  private func missingNames(_ own: Side, _ other: Side) -> [CheckFinding] {
    guard let severity = checker.settings.severity(of: .nameMissing) else { return [] }
    var seen: Set<Int> = []
    return own.mentions.compactMap { mention in
      let entry = checker.glossary.entries[mention.entry]
      guard mention.others.isEmpty, entry.kind != .term,
        !seen.contains(mention.entry), !other.names(mention.entry, checker.glossary),
        entry.kind != .place || !NameSurroundings(mention.range, in: own.text).makeLongerName
      else { return nil }
      seen.insert(mention.entry)
      let words = own.text.seen(mention.range)
      let name = entry.preferredForm(in: other.text.language, style: .press)?.text
      let instead = name.flatMap { $0 == words ? nil : " (\(marked($0)))" } ?? ""
      return CheckFinding(
        rule: .nameMissing, severity: severity, document: own.text.document,
        range: own.text.trimmed(mention.range),
        message: "\(marked(words))\(instead) is nowhere in "
          + other.text.document.path,
        entry: entry.id)
    }
  }

  // MARK: Terms

  private func untranslatedTerms(
    _ own: Side, _ other: Side, _ units: [(own: Range<Int>, other: Range<Int>)]
  ) -> [CheckFinding] {
    guard let severity = checker.settings.severity(of: .termNotTranslated) else { return [] }
    return own.mentions.compactMap { mention in
      let entry = checker.glossary.entries[mention.entry]
      // Adjectives come and go: "the Russian army" is "l'esercito di Mosca".
      guard mention.others.isEmpty, entry.kind == .term,
        !entry.relations.contains(where: { $0.kind == .adjectiveOf }),
        let term = PreferredForms(glossary: checker.glossary, style: checker.settings.style)
          .form(of: mention.entry, in: other.text.language),
        let index = units.firstIndex(where: { $0.own.contains(mention.range.lowerBound) })
      else { return nil }
      // What a bead lacks may stand beside it.
      let around = units[max(0, index - 1)...min(units.count - 1, index + 1)]
      let start = around.map(\.other.lowerBound).min() ?? 0
      let end = around.map(\.other.upperBound).max() ?? 0
      guard !other.mentions(of: mention.entry, in: start..<max(start, end)) else { return nil }
      return CheckFinding(
        rule: .termNotTranslated, severity: severity, document: own.text.document,
        range: own.text.trimmed(mention.range),
        message:
          "\(marked(own.text.seen(mention.range))) should be \(marked(term.text)) in the other "
          + "text, or a form of it",
        entry: entry.id, related: (other.text.document, units[index].other))
    }
  }

  /// The ranges of a sure unit with words on both sides.
  private func ranges(
    _ unit: Bitext.Unit, own: Int
  ) -> (own: Range<Int>, other: Range<Int>)? {
    guard let source = unit.source, let target = unit.target?.range,
      unit.confidence >= Self.leastConfidence
    else { return nil }
    return own == 0 ? (source, target) : (target, source)
  }
}

/// One text of a pair with what it names.
private struct Side {
  let text: CheckedText
  let mentions: [NameIndex.Mention]
  /// All that is named, the places of adjectives and names that could be several included.
  private let entries: Set<Int>
  /// Of the words with capitals.
  private let skeletons: Set<String>

  init(_ text: CheckedText, _ checker: TextChecker) {
    self.text = text
    mentions = checker.index.mentions(in: text.prose.bytes)
    let whole = 0..<text.prose.bytes.count
    entries = Set(mentions.flatMap { [$0.entry] + $0.others })
      .union(checker.index.entities(in: text.prose, range: whole))
    skeletons = Set(
      text.tokens.compactMap { token in
        let word = text.prose.text(token.range)
        guard token.kind == .word, word.first?.isUppercase ?? false else { return nil }
        return NameShape(word).skeletons.last
      })
  }

  /// Whether an entry is named somewhere, be it by a part of it, its place, or in an unlisted
  /// spelling.
  func names(_ entry: Int, _ glossary: Glossary) -> Bool {
    if entries.contains(entry) { return true }
    let owner = glossary.entries[entry]
    if owner.relations.contains(where: {
      glossary.index(of: $0.target).map(entries.contains) ?? false
    })
      || entries.contains(where: {
        glossary.entries[$0].relations.contains { $0.target == owner.id }
      })
    {
      return true
    }
    return owner.forms.contains { form in
      form.isLatin
        && NameShape(owner.surname(of: form) ?? form.text).skeletons.allSatisfy {
          !$0.isEmpty && skeletons.contains($0)
        }
    }
  }

  func mentions(of entry: Int, in range: Range<Int>) -> Bool {
    mentions.contains {
      ($0.entry == entry || $0.others.contains(entry)) && range.overlaps($0.range)
    }
  }
}
