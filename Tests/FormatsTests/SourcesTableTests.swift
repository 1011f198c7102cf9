import BitestoFormats
import Testing

@Suite("Tables of sources")
struct SourcesTableTests {
  private func rows(_ text: String) throws -> [SourcesTable.Row] {
    try SourcesTable(path: "sources.tsv", contents: Array(text.utf8)).rows
  }

  @Test(arguments: [
    "file\toutlet\na.txt\tDW\n", "\u{FEFF}file\toutlet\na.txt\tDW",
    "File\tOutlet\r\na.txt\tDW\r\n",
    "\u{FEFF}# what is here\nfile\toutlet\na.txt\tDW\n",
    " \n\nfile\toutlet\n\n# one\na.txt\t DW \n",
    "note\tfile\toutlet\n\ta.txt\tDW\n",
  ])
  func `columns are found by their names`(text: String) throws {
    let rows = try rows(text)
    #expect(rows.map(\.file) == ["a.txt"])
    #expect(rows.map(\.outlet) == ["DW"])
  }

  @Test(arguments: [
    ("", 1), ("# nothing\n", 1), ("outlet\nDW\n", 1), ("file;outlet\na.txt;DW\n", 1),
    ("file\toutlet\na.txt\tDW\tit\n", 2), ("file\toutlet\n\tDW\n", 2),
    ("file\n\na.txt\na.txt\n", 4),
    ("file\tlanguage\na.txt\ten\nb.txt\tenglish\n", 3),
  ])
  func `a mistake is told with its line`(text: String, line: Int) {
    #expect { try rows(text) } throws: { ($0 as? SourcesTable.Failure)?.line == line }
  }
}
