extension SRXRules {
  /// The abbreviations that come with the program, and the commonest rules beside them, for tools
  /// that read SRX 2.0.
  ///
  /// Rules cannot say all that ``Segmenter`` does, which also weighs evidence; on news and reference
  /// works they come close.
  public static func builtIn(_ languages: [Language]) -> SRXRules {
    var rules = SRXRules(
      cascades: true,
      formatHandles: [
        FormatHandle(kind: .start, isIncluded: false), FormatHandle(kind: .end, isIncluded: true),
        FormatHandle(kind: .isolated, isIncluded: true),
      ])
    var tags: [String] = []
    for language in languages where !tags.contains(TextData.tag(language)) {
      tags.append(TextData.tag(language))
      let name = Self.name(of: language)
      rules.ruleSets.append(RuleSet(name: name, rules: BuiltInRules(language).all))
      rules.maps.append(LanguageMap(pattern: Self.pattern(for: language), ruleSet: name))
    }
    rules.ruleSets.append(RuleSet(name: "Default", rules: BuiltInRules.common))
    rules.maps.append(LanguageMap(pattern: ".*", ruleSet: "Default"))
    return rules
  }

  /// The languages that ``builtIn(_:)`` has abbreviations for; one of those that share theirs.
  public static let builtInLanguages: [Language] = [.italian, .english, .russian]

  private static func name(of language: Language) -> String {
    switch TextData.tag(language) {
    case "it": "Italian"
    case "en": "English"
    default: "East Slavic"
    }
  }

  private static func pattern(for language: Language) -> String {
    switch TextData.tag(language) {
    case "it": "[Ii][Tt].*"
    case "en": "[Ee][Nn].*"
    default: "([Rr][Uu]|[Uu][Kk]|[Bb][Ee]).*"
    }
  }
}

/// Rules made from the tables of one language.
private struct BuiltInRules {
  let language: Language
  let abbreviations: [Abbreviation]
  /// Capitalized words that can only begin a sentence, as one expression.
  let starters: String

  init(_ language: Language) {
    self.language = language
    abbreviations = Abbreviations.builtIn(language).entries
    let words = SentenceStarters.table(for: language).sorted().map { word in
      let first = word.prefix(1).uppercased()
      return Self.quoted(first + word.dropFirst())
    }
    starters = "\\s[\"«“‘(\\[–—-]*(?:\(words.joined(separator: "|")))(?!\\w)"
  }

  /// Rules that hold in every language, after those of ``all``.
  static let common: [SRXRules.Rule] = [
    // "[...]" and "(…)" stand for words left out.
    no("[\\[(](?:\\.\\.\\.|…)[\\])]", "\\s"),
    // A number or a letter that counts a list.
    no("^\\s*(?:\\p{Nd}{1,3}|\\p{L}|[IVXLC]{1,4})\\.", "\\s"),
    // The same after a sentence: "… 1028. Nozione dell'utilità."
    no("(?:\\p{Ll}{3}[aeiouàèéìòù]\\.|\\p{Nd}\\.|[;:)\\]])\\s\\p{Nd}{1,4}\\.", "\\s"),
    yes("\\.", "\\s\\p{Ll}{1,3}\\)\\s"),
    // Initials, and letters with stops: J. R. R., S.p.A.
    no("\\b\\p{Lu}\\.", "\\s"),
    no("\\b(?:\\p{L}\\.){2,4}", "\\s"),
    // The sentence goes on in lower case, or after a mark.
    no("[.!?…][\"'’”»›)\\]]*", "\\s+[\"'‘“«(\\[–—-]*\\s*[\\p{Ll},;:)]"),
    // Note numbers stay with their sentence.
    no("[.!?…][\"'’”»›)\\]]*", "\\s?\\[\\p{Nd}{1,3}\\]"),
    yes("[.!?…][\"'’”»›)\\]]*(?:\\s?\\[\\p{Nd}{1,3}\\]){0,3}", "\\s"),
    yes("[.!?…]\\s[»”]", "\\s"),
    yes("[。．！？]", ""),
  ]

  var all: [SRXRules.Rule] {
    let either = abbreviations.filter { $0.kind == .either }.map(expression)
    var rules: [SRXRules.Rule] = []
    if !either.isEmpty {
      rules.append(Self.yes("\\b(?:\(either.joined(separator: "|")))\\.", starters))
    }
    rules.append(Self.yes("(?<![\\p{L}.]\\s?\\p{Lu}\\.)\\b(?:\\p{Lu}\\.)+", starters))
    rules += abbreviations.map { abbreviation in
      let after =
        switch abbreviation.kind {
        case .leading, .either: "\\s"
        case .beforeNumber: "\\s(?:\\p{Nd}|[IVXLC]+\\b|\\p{Ll})"
        case .trailing: "\\s+[\\p{Ll}(\\[]"
        }
      return Self.no("\\b\(expression(abbreviation))\\.", after)
    }
    rules += abbreviations.flatMap(innerStops)
    rules.append(Self.yes(wholeWord + "[.?]", "\\s+[\"“«(]?\\p{Ll}"))
    return rules
  }

  /// The stops inside a spaced abbreviation (44 a. C.) end no sentence.
  private func innerStops(_ abbreviation: Abbreviation) -> [SRXRules.Rule] {
    let parts = abbreviation.text.split(separator: ".").map { Self.quoted(String($0)) }
    guard parts.count > 1, parts.allSatisfy({ $0.count <= 3 }) else { return [] }
    let flag = abbreviation.text.lowercased() == abbreviation.text ? "(?i)" : ""
    return (1..<parts.count).map { count in
      Self.no(
        "\\b\(flag)\(parts[..<count].joined(separator: "\\.\\s?"))\\.",
        "\\s\(flag)\(parts[count...].joined(separator: "\\.\\s?"))\\.")
    }
  }

  /// A word that is no shortened one, so that its stop ends a sentence even before lower case, as
  /// careless writers have it: outside English shortened words end in a consonant.
  private var wholeWord: String {
    switch language {
    case .english: "\\b(?=\\p{Ll}*[aeiouy])\\p{Ll}{3,}"
    case .italian: "\\b\\p{Lu}?\\p{Ll}{2,}[aeiouàèéìòù]"
    default: "\\b\\p{Lu}?\\p{Ll}{2,}[аеёиоуыэюяіїє]"
    }
  }

  /// As ``Abbreviation/text`` says: in lower case for every spelling, with a capital letter for itself
  /// and for all in capitals; after inner stops a space may stand.
  private func expression(_ abbreviation: Abbreviation) -> String {
    let text = abbreviation.text
    func spaced(_ text: String) -> String {
      text.split(separator: ".").map { Self.quoted(String($0)) }.joined(separator: "\\.\\s?")
    }
    if text.lowercased() == text { return "(?i:\(spaced(text)))" }
    let capitals = text.uppercased()
    return text == capitals ? spaced(text) : "(?:\(spaced(text))|\(spaced(capitals)))"
  }

  private static func quoted(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if scalar.value < 0x80, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar),
        scalar != " ", scalar != "'"
      {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func no(_ before: String, _ after: String) -> SRXRules.Rule {
    SRXRules.Rule(breaks: false, before: before, after: after)
  }

  private static func yes(_ before: String, _ after: String) -> SRXRules.Rule {
    SRXRules.Rule(breaks: true, before: before, after: after)
  }
}
