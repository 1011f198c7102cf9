/// What a form asks of the words that match it, beyond the words themselves.
struct NamePattern: Sendable {
  var entry: Int32
  /// The number of the form's text.
  var text: Int32
  /// The form is a surname without the rest of the name.
  var isSurname = false
  /// The form was made from others, not listed.
  var isGenerated = false
  /// A single word that others with another given name may bear.
  var isShareable = false
  /// The form without its apostrophes.
  var isJoined = false
  /// At least one word must start with a capital.
  var hasCapital = false
  /// An acronym that is an everyday word when all is in capitals: US.
  var isEverydayWord = false
  /// A bit for each word that must be in capitals.
  var acronyms: UInt32 = 0
  /// See ``WordTrail/marks``.
  var marks: UInt32 = 0
  /// The next pattern of the same words, or -1.
  var next: Int32 = -1

  init(entry: Int, text: Int) {
    self.entry = Int32(entry)
    self.text = Int32(text)
  }

  func fits(_ trail: WordTrail) -> Bool {
    (!hasCapital || trail.capitals != 0) && acronyms & ~trail.acronyms == 0
  }

  /// Nothing that is asked or told differs.
  func isSame(as other: NamePattern) -> Bool {
    entry == other.entry && isSurname == other.isSurname && hasCapital == other.hasCapital
      && acronyms == other.acronyms && marks == other.marks && isJoined == other.isJoined
  }
}

/// What patterns want to know of consecutive words.
struct WordTrail {
  private(set) var count = 0
  private(set) var end = 0
  /// A bit for each of the first words that starts with a capital.
  private(set) var capitals: UInt32 = 0
  /// A bit for each of the first words that is in capitals.
  private(set) var acronyms: UInt32 = 0
  /// A sum over the marks that folding dropped.
  private(set) var marks: UInt32 = 0
  private(set) var isMixedScript = false

  mutating func append(_ word: ScannedWord) {
    if count < 32 {
      if word.startsUppercase { capitals |= 1 << UInt32(count) }
      if word.isAllUppercase { acronyms |= 1 << UInt32(count) }
    }
    marks &+= word.marks &* UInt32(truncatingIfNeeded: 2 * count + 1)
    isMixedScript = isMixedScript || word.isMixedScript
    end = word.end
    count += 1
  }
}
