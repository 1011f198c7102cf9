import BitestoMemory
import Testing

struct MemoryComparisonTests {
  private func open(_ units: [TranslationUnit]) -> MemoryComparison.Open {
    {
      var rest = units[...]
      return MemoryComparison.Memory(source: "it") { rest.popFirst() }
    }
  }

  /// The changes as "+ new", "- old", "~ old → new", of the English segments.
  private func changes(_ old: [TranslationUnit], _ new: [TranslationUnit]) throws -> [String] {
    let comparison = try MemoryComparison(old: open(old), new: open(new))
    var changes: [String] = []
    func english(_ unit: TranslationUnit) -> String { unit.variants[1].segment.plainText }
    try comparison.forEach { change in
      switch change {
      case .added(let unit): changes.append("+ \(english(unit))")
      case .removed(let unit): changes.append("- \(english(unit))")
      case .changed(let old, let new): changes.append("~ \(english(old)) → \(english(new))")
      }
    }
    let counts = comparison.counts
    #expect(changes.count == counts.added + counts.removed + counts.changed)
    #expect(counts.same + counts.added + counts.changed == new.count)
    #expect(counts.same + counts.removed + counts.changed == old.count)
    return changes
  }

  @Test func `units that moved are no difference`() throws {
    let units = [pair("uno", "one"), pair("due", "two"), pair("tre", "three"), pair("due", "two")]
    #expect(try changes(units, units.reversed()) == [])
  }

  @Test func `another translation of a source is a change, the rest comes and goes`() throws {
    let old = [pair("uno", "one"), pair("due", "two"), pair("tre", "three"), pair("sei", "six")]
    let new = [pair("nove", "nine"), pair("tre", "trio"), pair("uno", "one"), pair("due", "pair")]
    #expect(
      try changes(old, new) == ["~ two → pair", "~ three → trio", "- six", "+ nine"])
  }

  @Test func `several translations of a source are compared in order`() throws {
    let old = [pair("va", "goes"), pair("va", "go"), pair("va", "walks")]
    let new = [pair("va", "go"), pair("va", "runs")]
    #expect(try changes(old, new) == ["~ goes → runs", "- walks"])
  }

  @Test func `one copy less is a difference`() throws {
    #expect(
      try changes([pair("uno", "one"), pair("uno", "one")], [pair("uno", "one")]) == ["- one"])
  }

  @Test func `words are compared, and spaces between changes go with them`() {
    let pieces = WordDiff.pieces("the old minister said", "the new president said")
    #expect(
      pieces == [
        .init(.kept, "the "), .init(.removed, "old minister"), .init(.added, "new president"),
        .init(.kept, " said"),
      ])
  }

  @Test(arguments: [
    ("", ""), ("a", ""), ("", "b"), ("a b c", "a b c"), ("one, two", "two, one"),
    ("x y z", "q y r"),
    (String(repeating: "a b ", count: 900), String(repeating: "b a ", count: 900)),
  ])
  func `the pieces of a difference make both texts`(old: String, new: String) {
    let pieces = WordDiff.pieces(old, new)
    #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == old)
    #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined() == new)
  }
}
