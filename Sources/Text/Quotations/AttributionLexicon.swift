/// The small words by which a language says whose words a quotation is.
struct AttributionLexicon: Sendable {
  let language: Language
  /// What every word of the sections, every reporting verb and every outlet's first word can do.
  private(set) var table = WordClassTable()
  /// Begin a sentence that attributes the one before it: "Lo ha detto Rossi."
  private(set) var followUps: [[WordKey]] = []
  /// "secondo X", "according to X": phrases whose complement is the speaker.
  private(set) var speakerPhrases: [[WordKey]] = []
  /// Like those, but only at the start of a sentence ("Per X, ...").
  private(set) var openingPhrases: [[WordKey]] = []

  /// What somebody's words can be called: "lo sfogo (di Rossi)".
  private(set) var speechNouns: Set<WordKey> = []

  /// Their subject is a text, not a person: "(si) legge".
  private(set) var readingVerbs: Set<WordKey> = []
  /// In front of several who are spoken to: "ai (consiglieri)".
  private(set) var pluralDatives: Set<WordKey> = []
  /// After "secondo", what nobody says: "i dati", "la legge".
  private(set) var unspoken: Set<WordKey> = []

  static func table(for language: Language) -> AttributionLexicon? {
    switch language {
    case .italian: italian
    case .english: english
    default: nil
    }
  }

  private static let italian = AttributionLexicon(
    .italian, text: italianLexicon, verbs: .italian, starters: SentenceStarters.table(for: .italian)
  )

  private static let english = AttributionLexicon(
    .english, text: englishLexicon, verbs: .english, starters: SentenceStarters.table(for: .english)
  )

  private init(_ language: Language, text: String, verbs: ReportingVerbs, starters: Set<String>) {
    self.language = language
    var section = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
      } else {
        add(line.split(separator: " ").map { WordKey(String($0)) }, to: section)
      }
    }
    for (form, kind) in verbs.forms { table.insert(kind.wordClass, for: WordKey(form)) }
    for word in starters { table.insert(.starter, for: WordKey(word)) }
    for key in OutletNames.firstWords { table.insert(.outletStart, for: key) }
    for phrase in speakerPhrases + openingPhrases {
      if let first = phrase.first { table.insert(.phraseStart, for: first) }
    }
  }

  private mutating func add(_ keys: [WordKey], to section: String) {
    switch section {
    case "follow-ups": followUps.append(keys)
    case "speaker phrases": speakerPhrases.append(keys)
    case "opening phrases": openingPhrases.append(keys)
    case "reading verbs": readingVerbs.formUnion(keys)
    case "plural datives": pluralDatives.formUnion(keys)
    case "unspoken": unspoken.formUnion(keys)
    case "speech nouns": speechNouns.formUnion(keys)
    default:
      guard let classes = WordClasses.sections[section] else { return }
      for key in keys { table.insert(classes, for: key) }
    }
  }

  /// The lexicon that also knows where names of outlets beside those of the table may begin.
  func knowing(_ outlets: OutletNames) -> Self {
    var lexicon = self
    for key in outlets.extraFirstWords { lexicon.table.insert(.outletStart, for: key) }
    return lexicon
  }

  /// Whether the words at `index` are one of the phrases; the index after it.
  func phraseEnd(
    _ phrases: [[WordKey]], at index: Int, in words: ArraySlice<HostWord>
  ) -> Int? {
    for phrase in phrases where index >= words.startIndex && index + phrase.count <= words.endIndex
    {
      if zip(words[index...], phrase).allSatisfy({ $0.key == $1 }) { return index + phrase.count }
    }
    return nil
  }
}
