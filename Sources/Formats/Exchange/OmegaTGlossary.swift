import BitestoGlossary
import BitestoText

extension ExchangeFormat {
  /// OmegaT's glossary: source, target and comment separated by tabs, in UTF-8.
  ///
  /// Deprecated and forbidden forms are left out: OmegaT offers whatever stands in the second column.
  public static let omegat = ExchangeFormat(
    name: "omegat", summary: "OmegaT glossary: source, target, comment",
    extensions: ["txt", "utf8", "tab"], isBilingual: true,
    encode: { entries, options, output in
      var written = Written()
      for entry in entries {
        let pairs = TermPairs(entry, options)
        written.lost.add(pairs.lost(holding: [.note]))
        let termsBefore = written.terms
        for source in pairs.sources {
          guard source.text.utf8.first != UInt8(ascii: "#") else {
            written.lost.count(.numberSign)
            continue
          }
          for target in pairs.targets {
            var cells = [source.text, target.text]
            if !target.note.isEmpty { cells.append(target.note) }
            output.tabSeparatedRow(cells, end: "\n", lost: &written.lost)
            written.terms += 1
          }
        }
        if written.terms > termsBefore { written.entries += 1 }
        try output.flushIfLarge()
      }
      return written
    },
    decode: { (path, contents, options) throws(GlossaryError) in
      var collector = EntryCollector(path: path, format: "OmegaT glossary", kind: options.kind)
      var pairs = PairGrouping(source: options.source.rawValue, target: options.target.rawValue)
      let bytes = try ExchangeText.utf8(contents, path: path)
      for row in TabSeparatedRow.all(in: bytes) where row.cells[0].utf8.first != UInt8(ascii: "#") {
        guard row.cells.count > 1 else {
          collector.report(row.line, "no tab between a term and its translation; left out")
          continue
        }
        pairs.add(
          PairGrouping.Row(
            source: EntryCollector.plain(row.cells[0]),
            target: EntryCollector.plain(row.cells[1]),
            note: row.cells.count > 2 ? EntryCollector.plain(row.cells[2]) : "", line: row.line))
      }
      return pairs.collected(into: collector)
    })
}

/// A line of cells separated by tabs.
struct TabSeparatedRow {
  /// Counted from 1.
  var line: Int
  /// At least one.
  var cells: [String]

  /// The lines that are not blank.
  static func all(in bytes: [UInt8]) -> [TabSeparatedRow] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .compactMap { index, bytes in
        let content = bytes.last == 0x0D ? bytes.dropLast() : bytes
        guard content.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
        let cells = content.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
        return TabSeparatedRow(line: index + 1, cells: cells)
      }
  }
}

extension ByteOutput {
  /// A row of cells that can hold neither tabs nor line ends; those become spaces and are counted.
  mutating func tabSeparatedRow(_ cells: [String], end: String, lost: inout Tally) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { raw(0x09) }
      lost.count(.lineEnd, cell.utf8.count { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
      raw(EntryCollector.plain(cell))
    }
    raw(end)
  }
}
