import BitestoGlossary
import Testing

/// The same numbers in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

@Suite struct `Any text as a name` {
  /// Blocks that names and their look-alikes come from, and the rest of Unicode.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xA0...0x24F, 0x2B0...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1EFF,
    0x2000...0x206F, 0x3040...0x30FF, 0xAC00...0xD7A3, 0x1F300...0x1F6FF, 0...0x10FFFF,
  ]

  private static func name(_ numbers: inout Numbers) -> String {
    var name = ""
    for _ in 0..<Int.random(in: 0...24, using: &numbers) {
      let block = blocks[Int.random(in: 0..<blocks.count, using: &numbers)]
      let value = UInt32.random(in: block, using: &numbers)
      if let scalar = Unicode.Scalar(value) { name.unicodeScalars.append(scalar) }
    }
    return name
  }

  @Test func `comparing and explaining is symmetric and does not trap`() {
    var numbers = Numbers(state: 5)
    let comparer = NameComparer.builtIn
    for _ in 0..<2_000 {
      let (first, second) = (Self.name(&numbers), Self.name(&numbers))
      let (one, other) = (comparer.key(of: first), comparer.key(of: second))
      #expect(comparer.compare(one, other) == comparer.compare(other, one))
      #expect(!comparer.explain(one, other).isEmpty)
    }
  }

  @Test func `a mixture of names is symmetric and does not trap`() {
    let parts = [
      "Anton", "Антон", "Chekhov", "Чехов", "А.", "-", ",", " ", " ", "'", "Павлович", "Yu.", "š",
      "Шч", "ій", "sch", "e\u{301}", "Ж", "Jozef", "ьо", "Mc", "7", "Иванова", "Maria", "\u{200D}",
    ]
    var numbers = Numbers(state: 8)
    let comparer = NameComparer.builtIn
    func name() -> String {
      (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &numbers)]
      }.joined()
    }
    for _ in 0..<3_000 {
      let (one, other) = (comparer.key(of: name()), comparer.key(of: name()))
      #expect(comparer.compare(one, other) == comparer.compare(other, one))
      #expect(!comparer.explain(one, other).isEmpty)
    }
  }

  @Test func `a name is the same as itself`() {
    var numbers = Numbers(state: 13)
    let comparer = NameComparer.builtIn
    for _ in 0..<2_000 {
      let name = Self.name(&numbers)
      let comparison = comparer.compare(name, name)
      #expect(comparison.verdict == .same || comparison.cause == .noName, "\(name)")
    }
  }

  @Test func `very long names are compared, too`() {
    let name = String(repeating: "щ", count: 20_000) + " " + String(repeating: "a ", count: 2_000)
    #expect(NameComparer.builtIn.compare(name, name).verdict == .same)
    #expect(NameComparer.builtIn.compare(name, "Чехов").verdict == .different)
    let words = String(repeating: "щука ", count: 2_000)
    #expect(NameComparer.builtIn.compare(words, words + "лещ").verdict == .unsure)
    #expect(NameComparer.builtIn.compare(words, "лещ " + words).verdict == .unsure)
  }
}
