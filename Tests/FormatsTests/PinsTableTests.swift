import BitestoAlignment
import BitestoFormats
import Testing

@Suite("Files of pins")
struct PinsTableTests {
  @Test("the columns are found by name, in any order, beside others")
  func readsColumns() throws {
    let table = try PinsTable(
      path: "p.tsv",
      contents: Array(
        """
        # fixed by hand
        target\ttarget_segments\tsource_segments
        one\t2\t1-2
        \t\t3

        three\t3-4\t
        """.utf8))
    #expect(
      table.pins == [
        PinnedBead(source: 0..<2, target: 1..<2), PinnedBead(source: 2..<3, target: 0..<0),
        PinnedBead(source: 0..<0, target: 2..<4),
      ])
    #expect(table.lines == [3, 4, 6])
  }

  @Test(
    "a mistake is named with its line",
    arguments: [
      ("1\t1", "p.tsv:1: no columns source_segments and target_segments in the header row"),
      (
        "source_segments\ttarget_segments\n0\t1",
        "p.tsv:2: '0' in source_segments is no number of a segment; write 4, or 4-5 for two in a row"
      ),
      (
        "source_segments\ttarget_segments\n1\t5-4",
        "p.tsv:2: '5-4' in target_segments is no number of a segment; write 4, or 4-5 for two in a row"
      ),
      ("source_segments\ttarget_segments\tnote\n#\n\t\tx", "p.tsv:3: no segment on either side"),
    ])
  func namesMistakes(contents: String, message: String) {
    let failure = #expect(throws: PinsTable.Failure.self) {
      try PinsTable(path: "p.tsv", contents: Array(contents.utf8))
    }
    #expect(failure?.description == message)
  }
}
