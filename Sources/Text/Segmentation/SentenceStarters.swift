/// Words that, written with a capital letter after an abbreviation, can only begin a sentence:
/// articles, pronouns, conjunctions, the commonest adverbs and verbs.
package enum SentenceStarters {
  package static func table(for language: Language) -> Set<String> {
    switch language {
    case .italian: italian.words
    case .english: english.words
    default: eastSlavic.words
    }
  }

  static func hashes(for language: Language) -> WordTable {
    switch language {
    case .italian: italian.hashes
    case .english: english.hashes
    default: eastSlavic.hashes
    }
  }

  private static let italian = read(.italian)
  private static let english = read(.english)
  private static let eastSlavic = read(.russian)

  private static func read(_ language: Language) -> (words: Set<String>, hashes: WordTable) {
    let words = TextData.lines("starters.\(TextData.tag(language)).txt")
    var hashes = WordTable(capacity: words.count)
    for word in words { hashes.set(.folded(word), to: 1) }
    return (Set(words), hashes)
  }
}
