import BitestoMemory
import Testing

struct SearchTests {
  private func found(_ words: String, _ text: String, isExact: Bool = false) throws -> [String] {
    var finder = ConcordanceQuery.Finder(
      try #require(ConcordanceQuery(words, isExact: isExact)))
    let ranges = finder.ranges(in: text)
    #expect(finder.matches(text) == !ranges.isEmpty)
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("perche", "Perché no?", ["Perché"]), ("PERCHÉ", "perche\u{301} no", ["perche\u{301}"]),
    ("arte", "la parte dell’arte", ["arte"]), ("minist*", "i ministri", ["ministri"]),
    ("*stro", "il ministro", ["ministro"]),
    ("fuoco cessate", "Cessate il fuoco!", ["Cessate", "fuoco"]),
    ("\"il fuoco\"", "il vero fuoco, il\u{A0} fuoco", ["il\u{A0} fuoco"]),
    ("dell'arte", "dell’arte", ["dell’arte"]), ("КИЇВ", "місто Київ", ["Київ"]),
    ("arte", "«arte»", ["arte"]), ("ago", "l'ago e l'ago", ["ago", "ago"]),
    ("arte mare", "solo arte", []),
  ])
  func `words are found whatever their case and accents`(
    words: String, text: String, expected: [String]
  ) throws {
    // A word with an open end matches up to its own length.
    let found = try found(words, text)
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(other.contains(one)) }
  }

  @Test func `an exact search minds case and accents`() throws {
    #expect(try found("Perché", "perché Perche Perché", isExact: true) == ["Perché"])
  }

  @Test func `there must be a word to look for`() {
    #expect(ConcordanceQuery("  ") == nil)
    #expect(ConcordanceQuery("*") == nil)
  }

  private func score(_ one: String, _ other: String, atLeast lowest: Int = 30) throws -> Int? {
    var scorer = FuzzyQuery.Scorer(try #require(FuzzyQuery(one)))
    return scorer.score(other, atLeast: lowest)
  }

  @Test(arguments: [
    ("uno due tre quattro", "uno due tre quattro", 100),
    ("uno due tre quattro", "Uno due tré  quattro", 99),
    ("uno due tre quattro", "uno due sei quattro", 75),
    ("uno due tre quattro", "uno due tre quattro.", 80),
    ("uno due tre quattro", "due tre quattro", 75),
    ("uno due tre quattro", "quattro tre due uno", 0),
    ("uno due tre", "uno due quattro", 66),
  ])
  func `the score counts changed words of the longer segment`(
    one: String, other: String, expected: Int
  ) throws {
    #expect(try score(one, other) == (expected == 0 ? nil : expected))
    #expect(try score(other, one) == (expected == 0 ? nil : expected))
  }

  @Test func `the bounded score is that of the whole table`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a"
        }
      }
      let distance = Self.distance(texts[0], texts[1])
      let longer = max(texts[0].count, texts[1].count)
      let whole = distance == 0 ? 100 : 100 - (100 * distance + longer - 1) / longer
      for lowest in [30, 70, 90] {
        #expect(
          try score(
            texts[0].joined(separator: " "), texts[1].joined(separator: " "), atLeast: lowest)
            == (whole >= lowest ? whole : nil))
      }
    }
  }

  /// Levenshtein's distance by the textbook.
  private static func distance(_ one: [String], _ other: [String]) -> Int {
    var table = (0...one.count).map { row in (0...other.count).map { row == 0 ? $0 : row } }
    for row in 1...one.count {
      for column in 1...other.count {
        table[row][column] = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1))
      }
    }
    return table[one.count][other.count]
  }

  @Test func `only the best hits are kept, best first`() {
    var best = ConcordanceHit.Best(2, atLeast: 70)
    for (index, score) in [70, 90, 60, 80, 90].enumerated() {
      best.add(
        ConcordanceHit(
          path: "", unit: TranslationUnit(line: index), score: score, variant: 0))
    }
    #expect(best.hits.map(\.score) == [90, 90])
    #expect(best.hits.map(\.unit.line) == [1, 4])
    #expect(best.bar == 91)
  }
}
