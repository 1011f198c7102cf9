/// Numbered words that are found as they are, or in a case that their language declines them into.
struct Lexicon: Sendable {
  /// The words that one word of a text may be.
  struct Matches {
    private(set) var numbers = SIMD4<Int32>(repeating: -1)
    /// A bit for each of them that was found by a case ending.
    private(set) var inflected: UInt8 = 0
    private(set) var count = 0

    /// Forgets those beyond the fourth.
    mutating func add(_ number: Int32, isInflected: Bool) {
      guard count < 4, number >= 0 else { return }
      for index in 0..<count where numbers[index] == number { return }
      numbers[count] = number
      if isInflected { inflected |= 1 << UInt8(count) }
      count += 1
    }
  }

  private struct Use {
    var paradigm: Int32
    var word: Int32
    /// The next use of the same stem, or -1.
    var next: Int32
  }

  private var vocabulary = Vocabulary()
  private var stems = Vocabulary()
  /// By stem.
  private var firstUses: [Int32] = []
  private var uses: [Use] = []
  private let endings = CaseEndings.builtIn

  /// The number of a word, which is added when it is new.
  mutating func insert(_ word: FoldedWord) -> Int32 {
    vocabulary.insert(word, length: word.count)
  }

  /// Finds a Cyrillic word in its cases, too; what it declines like is given back.
  @discardableResult
  mutating func decline(
    _ number: Int32, _ word: FoldedWord, by rows: CaseEndings.Rows
  ) -> CaseEndings.Declension? {
    guard let declension = endings.declension(of: word, by: rows) else { return nil }
    let stem = Int(stems.insert(word, length: declension.stemLength))
    if stem == firstUses.count { firstUses.append(-1) }
    let paradigm = Int32(declension.paradigm)
    var use = firstUses[stem]
    while use >= 0 {
      if uses[Int(use)].paradigm == paradigm, uses[Int(use)].word == number { return declension }
      use = uses[Int(use)].next
    }
    uses.append(Use(paradigm: paradigm, word: number, next: firstUses[stem]))
    firstUses[stem] = Int32(uses.count - 1)
    return declension
  }

  /// Adds the words that a word of a text may be.
  func look(up word: FoldedWord, isCyrillic: Bool, _ matches: inout Matches) {
    matches.add(vocabulary.number(of: word, length: word.count), isInflected: false)
    guard isCyrillic, !uses.isEmpty else { return }
    for ending in stride(from: 0, through: min(CaseEndings.longest, word.count - 4), by: 2) {
      let stem = stems.number(of: word, length: word.count - ending)
      guard stem >= 0 else { continue }
      let packed = ending == 0 ? 0 : word.chunk(at: word.count - ending)
      var use = firstUses[Int(stem)]
      while use >= 0 {
        let next = uses[Int(use)]
        if endings.paradigm(Int(next.paradigm), has: packed) {
          matches.add(next.word, isInflected: true)
        }
        use = next.next
      }
    }
  }
}
