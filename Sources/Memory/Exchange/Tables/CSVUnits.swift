import BitestoText

extension UnitFormat {
  /// Comma-separated values for spreadsheets, a unit a row.
  public static let csv = UnitFormat(
    name: "csv", summary: "comma-separated values, safe for spreadsheets", extensions: ["csv"],
    reader: { try CSVUnitReader($0, options: $1) },
    writer: { CSVUnitWriter($0, options: $1, sink: $2) })
}

/// Reads comma-, semicolon- or tab-separated values (RFC 4180), a unit a row.
///
/// The columns are those of ``TSVUnitReader``, without its escapes: cells in double quotes may hold
/// anything. The apostrophe that ``CSVUnitWriter`` puts before `=`, `+`, `-`, `@`, TAB and CR is taken
/// away. Rows without any words are passed over. Linear; memory holds a row.
public struct CSVUnitReader: UnitReader {
  public let header: MemoryHeader
  public var encodingName: String { text.encodingName }

  private var text: DecodedRows
  private var columns: TableColumns?
  private var waiting: DelimitedText.Row?

  /// - Throws: ``MemoryError`` when neither the file nor the options say the languages.
  public init(_ source: ByteSource, options: UnitReadingOptions = UnitReadingOptions()) throws {
    text = try DecodedRows(source)
    guard let first = try text.next() else {
      header = MemoryHeader()
      return
    }
    let columns = try TableColumns(first.cells.map(FormulaGuard.unguarded), options)
    self.columns = columns
    header = columns.header
    if columns.hasNoHeader { waiting = first }
  }

  public mutating func next() throws -> UnitItem? {
    guard let columns else { return nil }
    while let row = try nextRow() {
      if let fault = text.fault(in: row) {
        return .problem(MemoryProblem(.unreadableUnit, line: row.line, "unit left out: \(fault)"))
      }
      do throws(MemoryProblem) {
        let cells = row.cells.map { Array($0.utf8)[...] }
        let unit = try columns.unit(line: row.line, cells) { cell in
          FormulaGuard.unguarded(String(decoding: cell, as: UTF8.self))
        }
        if let unit { return .unit(unit) }
      } catch {
        return .problem(error)
      }
    }
    return nil
  }

  private mutating func nextRow() throws -> DelimitedText.Row? {
    if let row = waiting {
      waiting = nil
      return row
    }
    return try text.next()
  }
}

/// The rows of a file in any encoding.
private struct DecodedRows {
  private final class Shared {
    let source: DecodedSource
    var damage: DamageList

    init(_ source: DecodedSource) {
      self.source = source
      damage = DamageList(encodingName: source.encodingName)
    }
  }

  var encodingName: String { shared.source.encodingName }

  private let shared: Shared
  private var rows: DelimitedText

  init(_ source: ByteSource) throws {
    let shared = Shared(try DecodedSource(source))
    self.shared = shared
    rows = DelimitedText {
      let piece = try shared.source.next()
      shared.damage.add(shared.source)
      return piece
    }
  }

  mutating func next() throws -> DelimitedText.Row? {
    do {
      return try rows.next()
    } catch let failure as DelimitedText.Failure {
      throw MemoryError(line: failure.line, failure.what)
    }
  }

  func fault(in row: DelimitedText.Row) -> String? {
    shared.damage.fault(before: row.range.upperBound)
  }
}

/// Writes comma-separated values as spreadsheets open them without harm: UTF-8 with a byte order mark,
/// CRLF, and an apostrophe before cells that would be taken for formulas (OWASP, "CSV Injection"): those
/// whose first character other than an apostrophe is `=`, `+`, `-`, `@`, TAB or CR. ``CSVUnitReader``
/// takes the apostrophe away again.
///
/// Linear; memory does not grow with the file.
public struct CSVUnitWriter: UnitWriter {
  /// Of Excel, in UTF-16 code units.
  private static let longestCell = 32_767

  private var rows: TableRows
  private var output: ByteOutput
  private var hasHeader = false

  public init(
    _ header: MemoryHeader, options: UnitWritingOptions = UnitWritingOptions(),
    sink: @escaping UnitFormat.Sink
  ) {
    rows = TableRows(header, options)
    output = ByteOutput(sink: sink)
    output.raw("\u{FEFF}")
  }

  public var losses: UnitLosses { rows.chooser.losses }

  /// - Throws: ``MemoryError`` when a third language comes and none was asked for; what the sink throws.
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    guard let cells = try rows.cells(unit) else { return false }
    if cells.contains(where: {
      $0.utf8.count > Self.longestCell && $0.utf16.count > Self.longestCell
    }) {
      rows.lose(.longCells)
    }
    writeHeader()
    output.commaSeparatedRow(cells.map(FormulaGuard.guarded))
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
    output.commaSeparatedRow(rows.header)
  }
}
