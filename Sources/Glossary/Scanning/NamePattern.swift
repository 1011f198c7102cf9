/// What a form asks of the words that match it, beyond the words themselves.
struct NamePattern: Hashable, Sendable {
  var entry: Int
  var isSurname: Bool
  /// At least one word must start with a capital.
  var hasCapital = false
  /// A bit for each word that must be in capitals.
  var acronyms: UInt32 = 0

  init(entry: Int, isSurname: Bool) {
    self.entry = entry
    self.isSurname = isSurname
  }

  func describing(_ words: [ScannedWord]) -> NamePattern {
    var pattern = self
    for (position, word) in words.enumerated() {
      if word.startsUppercase { pattern.hasCapital = true }
      if word.isAllUppercase, position < 32 { pattern.acronyms |= 1 << position }
    }
    return pattern
  }

  func fits(_ words: ArraySlice<ScannedWord>) -> Bool {
    if hasCapital, !words.contains(where: { $0.startsUppercase }) { return false }
    guard acronyms != 0 else { return true }
    for (position, word) in words.enumerated() where position < 32 {
      if acronyms & (1 << position) != 0, !word.isAllUppercase { return false }
    }
    return true
  }
}
