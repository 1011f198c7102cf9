import BitestoText

/// The traits of a language's words.
struct Lexicon: Sendable {
  private var traits: [String: WordTraits] = [:]
  /// Words whose capital at the start of a sentence says nothing.
  let starters: Set<String>

  /// Empty for languages without tables.
  static func of(_ language: Language) -> Lexicon {
    switch language {
    case .italian: italian
    case .english: english
    default: slavic
    }
  }

  private static let italian = Lexicon(italianWords, .italian, foreign: englishWords)
  private static let english = Lexicon(englishWords, .english)
  /// Latin words in Cyrillic texts are English, mostly.
  private static let slavic = Lexicon(slavicWords + "\n" + englishWords, .russian)

  /// - Parameters:
  ///   - text: sections of words: a line "[name]", then the words between white space.
  ///   - foreign: the same in English, of which only the words that end a body's name are taken.
  private init(_ text: String, _ language: Language, foreign: String = "") {
    starters = SentenceStarters.table(for: language)
    Self.read(text) { traits[$0, default: []].formUnion($1) }
    let marks: WordTraits = [.body, .event, .site]
    let own = traits
    Self.read(foreign) { word, found in
      guard own[word] == nil, !found.isDisjoint(with: marks) else { return }
      traits[word, default: []].formUnion(found.intersection(marks).union(.last))
    }
  }

  private static func read(_ text: String, _ add: (String, WordTraits) -> Void) {
    var section: WordTraits = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = WordTraits.sections[String(line.dropFirst().dropLast())] ?? []
      } else {
        for word in line.split(separator: " ") { add(String(word), section) }
      }
    }
  }

  /// - Parameter key: ``WordFolding`` of the word.
  subscript(key: String) -> WordTraits {
    traits[key] ?? traits[SlavicStem.of(key)] ?? []
  }
}
