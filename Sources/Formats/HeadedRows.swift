import BitestoText

/// What is wrong with a table, and where.
public struct TableFailure: Error, Equatable, CustomStringConvertible {
  public var path: String
  public var line: Int
  public var what: String

  public var description: String { "\(path):\(line): \(what)" }
}

/// Tab-separated rows under a header row, as people write them: a byte order mark, blank lines and lines
/// that start with `#` say nothing, and spaces around a field are not part of it. Linear.
struct HeadedRows {
  struct Row {
    /// From 1.
    var line: Int
    var fields: [String]
  }

  /// As it stands in the file, and its fields; nil when there is none.
  private(set) var header: (text: String, row: Row)?
  private(set) var rows: [Row] = []

  init(_ contents: [UInt8]) {
    let lines = String(decoding: contents.withoutByteOrderMark, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated()
    where !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { Self.trimmed($0) }
      let row = Row(line: index + 1, fields: fields)
      if header == nil { header = (String(line), row) } else { rows.append(row) }
    }
  }

  private static func trimmed(_ field: Substring) -> String {
    let start = field.drop { $0 == " " || $0 == "\r" }
    return String(start.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
  }
}
