import BitestoText

/// What `sources.tsv` says of the reports in its folder: file, outlet, language, date.
///
/// The header row names the columns; `file` must be there, the others may be missing, and columns with
/// other names are passed over. Lines that start with `#` are comments.
public struct SourcesTable: Sendable {
  /// The file's name in a folder of reports.
  public static let fileName = "sources.tsv"

  public struct Row: Hashable, Sendable {
    public var file: String
    public var outlet: String?
    public var language: Language?
    /// As given; ISO 8601 is expected.
    public var date: String?
    /// Where the row stands in the table, counted from 1.
    public var line: Int
  }

  public typealias Failure = TableFailure

  public let rows: [Row]

  /// Reads a table. Linear.
  ///
  /// - Parameter path: the name that errors give the file.
  public init(path: String, contents: [UInt8]) throws(Failure) {
    let table = HeadedRows(contents)
    guard let header = table.header else {
      throw Failure(
        path: path, line: 1, what: "no header row; expected file, outlet, language, date")
    }
    let columns = header.row.fields.map { $0.lowercased() }
    guard let fileColumn = columns.firstIndex(of: "file") else {
      throw Failure(
        path: path, line: header.row.line,
        what: "no column 'file' in the header row '\(header.text)'")
    }
    var rows: [Row] = []
    var seen: [String: Int] = [:]
    for row in table.rows {
      let (number, fields) = (row.line, row.fields)
      func field(_ name: String) -> String? {
        guard let column = columns.firstIndex(of: name), column < fields.count,
          !fields[column].isEmpty
        else { return nil }
        return fields[column]
      }
      guard fields.count <= columns.count else {
        throw Failure(
          path: path, line: number,
          what: "\(fields.count) columns, but the header row has \(columns.count)")
      }
      guard fileColumn < fields.count, !fields[fileColumn].isEmpty else {
        throw Failure(path: path, line: number, what: "no file name")
      }
      let file = fields[fileColumn]
      if let first = seen[file] {
        throw Failure(path: path, line: number, what: "'\(file)' stands already on line \(first)")
      }
      seen[file] = number
      let language = field("language").flatMap(Language.init(tag:))
      if let tag = field("language"), language == nil {
        throw Failure(
          path: path, line: number,
          what: "'\(tag)' is no language code; write it as in 'it', 'en', 'ru'")
      }
      rows.append(
        Row(
          file: file, outlet: field("outlet"),
          language: language, date: field("date"),
          line: number))
    }
    self.rows = rows
  }
}
