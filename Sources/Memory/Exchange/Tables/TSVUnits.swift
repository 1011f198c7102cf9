import BitestoText

extension UnitFormat {
  /// Tab-separated columns under a row of names, a unit a line; the columns are those of
  /// ``TSVUnitReader``.
  public static let tsv = UnitFormat(
    name: "tsv", summary: "tab-separated columns", extensions: ["tsv", "tab"],
    reader: { try TSVUnitReader($0, options: $1) },
    writer: { TSVUnitWriter($0, options: $1, sink: $2) })
}

/// Reads tab-separated columns, a unit a line.
///
/// The first line names the columns: the language tags of the texts or `source` and `target`, then
/// `confidence`, `state`, `note`; another name is that of a property. Without such a line the options
/// name the languages of the first two columns. In a cell `\t`, `\n`, `\r`, `\\` and `\xHH` stand for a
/// tab, a line feed, a carriage return, a backslash and another control character; a backslash before
/// anything else is one. Lines without any words are passed over. Linear; memory holds a line.
public struct TSVUnitReader: UnitReader {
  public let header: MemoryHeader
  public var encodingName: String { lines.encodingName }

  private var lines: TextLines
  private var columns: TableColumns?
  private var waiting: TextLines.Line?

  /// - Throws: ``MemoryError`` when neither the file nor the options say the languages.
  public init(_ source: ByteSource, options: UnitReadingOptions = UnitReadingOptions()) throws {
    lines = try TextLines(source)
    guard let first = try lines.next() else {
      header = MemoryHeader()
      return
    }
    let columns = try TableColumns(Self.cells(first.text).map(EscapedText.unescaped), options)
    self.columns = columns
    header = columns.header
    if columns.hasNoHeader { waiting = first }
  }

  public mutating func next() throws -> UnitItem? {
    guard let columns else { return nil }
    while let line = try nextLine() {
      if let fault = line.fault {
        return .problem(
          MemoryProblem(.unreadableUnit, line: line.number, "unit left out: \(fault)"))
      }
      do throws(MemoryProblem) {
        let cells = Self.cells(line.text)
        if let unit = try columns.unit(
          line: line.number, cells, text: EscapedText.unescaped)
        {
          return .unit(unit)
        }
      } catch {
        return .problem(error)
      }
    }
    return nil
  }

  private mutating func nextLine() throws -> TextLines.Line? {
    if let line = waiting {
      waiting = nil
      return line
    }
    return try lines.next()
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: 0x09, omittingEmptySubsequences: false)
  }
}

/// Writes tab-separated columns that ``TSVUnitReader`` reads back. Linear; memory does not grow with the
/// file.
public struct TSVUnitWriter: UnitWriter {
  private var rows: TableRows
  private var output: ByteOutput
  private var hasHeader = false

  public init(
    _ header: MemoryHeader, options: UnitWritingOptions = UnitWritingOptions(),
    sink: @escaping UnitFormat.Sink
  ) {
    rows = TableRows(header, options)
    output = ByteOutput(sink: sink)
  }

  public var losses: UnitLosses { rows.chooser.losses }

  /// - Throws: ``MemoryError`` when a third language comes and none was asked for; what the sink throws.
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    guard let cells = try rows.cells(unit) else { return false }
    writeHeader()
    write(cells)
    try output.flushIfLarge()
    return true
  }

  public mutating func finish() throws {
    writeHeader()
    try output.finish()
  }

  private mutating func writeHeader() {
    guard !hasHeader else { return }
    hasHeader = true
    write(rows.header)
  }

  private mutating func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.raw(0x09) }
      output.tabSeparatedField(cell)
    }
    output.raw(0x0A)
  }
}
