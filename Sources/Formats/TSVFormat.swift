import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// Tab-separated columns under a header line, one line a unit.
  ///
  /// Inside a field a tab, a line feed, a carriage return and a backslash are written `\t`, `\n`,
  /// `\r` and `\\`, other control characters `\xHH`, as PostgreSQL's COPY reads them. A missing
  /// value is an empty field. Offsets are code points, segments are counted from 1.
  public static let tsv = BitextFormat(
    name: "tsv", summary: "tab-separated columns", extensions: ["tsv", "tab"]
  ) { bitext, _, output in
    let source = CodePointIndex(bitext.source.document.bytes)
    let targets = bitext.targets.map { CodePointIndex($0.document.bytes) }
    let columns = bitext.kind == .alignment ? textColumns + segmentColumns : textColumns
    output.raw(columns.map(\.name).joined(separator: "\t") + "\n")
    for entry in bitext.entries {
      let row = Row(
        entry: entry, kind: bitext.kind, source: entry.source.map { source.codePoints($0.range) },
        target: entry.target.flatMap { target in
          entry.targetSide.map { targets[$0].codePoints(target.range) }
        })
      for (index, column) in columns.enumerated() {
        if index > 0 { output.raw(0x09) }
        output.tabSeparatedField(column.value(row))
      }
      output.raw(0x0A)
      try output.flushIfLarge()
    }
    return 0
  }
}

/// A unit and its offsets in code points.
private struct Row {
  let entry: Entry
  let kind: Bitext.Kind
  let source: Range<Int>?
  let target: Range<Int>?
}

private struct Column: Sendable {
  let name: String
  let value: @Sendable (Row) -> ArraySlice<UInt8>

  init(_ name: String, text value: @escaping @Sendable (Row) -> ArraySlice<UInt8>?) {
    self.name = name
    self.value = { value($0) ?? [] }
  }

  init(_ name: String, _ value: @escaping @Sendable (Row) -> String?) {
    self.init(name, text: { row in value(row).map { Array($0.utf8)[...] } })
  }

  init(_ name: String, offset value: @escaping @Sendable (Row) -> Int?) {
    self.init(name) { row in value(row).map { String($0) } }
  }
}

private let textColumns: [Column] = [
  Column("source", text: { $0.entry.source?.text }),
  Column("target", text: { $0.entry.wholeTarget?.text }),
  Column("confidence") { shortDecimal($0.entry.confidence) },
  Column("speaker") { $0.entry.quotation?.speaker },
  Column("outlet") { $0.entry.quotation?.outlet?.name },
  Column("report") { $0.entry.target?.path },
  Column("report_outlet") { $0.entry.target?.side.outlet },
  Column("kind") { $0.entry.kind },
  Column("source_start", offset: { $0.source?.lowerBound }),
  Column("source_end", offset: { $0.source?.upperBound }),
  Column("target_start", offset: { $0.target?.lowerBound }),
  Column("target_end", offset: { $0.target?.upperBound }),
]

private let segmentColumns: [Column] = [
  Column("source_segments") { numbers($0.entry.unit.sourceSegments) },
  Column("target_segments") { numbers($0.entry.unit.targetSegments) },
]

/// The numbers of segments, from 1, as files of pins have them: "4", "4-5", or nothing.
private func numbers(_ segments: Range<Int>) -> String? {
  switch segments.count {
  case 0: nil
  case 1: "\(segments.lowerBound + 1)"
  default: "\(segments.lowerBound + 1)-\(segments.upperBound)"
  }
}
