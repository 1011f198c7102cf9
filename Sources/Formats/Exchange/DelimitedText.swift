import BitestoText

/// Comma-separated values as RFC 4180 has them.
enum DelimitedText {
  struct Failure: Error {
    var line: Int
    var what: String
  }

  /// A row's cells under the line on which it starts, counted from 1.
  typealias Row = (line: Int, cells: [String])

  /// Reads rows; cells in double quotes may hold delimiters and line ends. Linear.
  ///
  /// The delimiter is the comma, or what the first line has more of outside quotes: a semicolon
  /// (spreadsheets of countries with a decimal comma) or a tab. Rows without any text are left out.
  ///
  /// - Parameter bytes: UTF-8 without a byte order mark.
  static func rows(_ bytes: [UInt8]) throws(Failure) -> [Row] {
    let delimiter = delimiter(of: bytes)
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var (line, firstLine) = (1, 1)
    var quoteLine: Int?
    var index = 0
    func endRow() {
      cells.append(String(decoding: cell, as: UTF8.self))
      if cells.contains(where: { !$0.isEmpty }) { rows.append((firstLine, cells)) }
      cells = []
      cell = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == lineFeed { line += 1 }
      if quoteLine != nil {
        if byte != quote {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == quote {
          cell.append(quote)
          index += 1
        } else {
          quoteLine = nil
        }
      } else if byte == quote, cell.isEmpty {
        quoteLine = line
      } else if byte == delimiter {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == lineFeed {
        endRow()
        firstLine = line
      } else if byte != 0x0D || (index < bytes.count && bytes[index] != lineFeed) {
        cell.append(byte)
      }
    }
    if let quoteLine {
      throw Failure(line: quoteLine, what: "a quoted cell that starts here does not end")
    }
    endRow()
    return rows
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A

  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, 0x09: 0]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed { break }
      if counts[byte] != nil { counts[byte, default: 0] += 1 }
    }
    let comma = counts[UInt8(ascii: ",")] ?? 0
    let other = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return other.flatMap { $0.value > comma ? $0.key : nil } ?? UInt8(ascii: ",")
  }
}

extension ByteOutput {
  /// A row of comma-separated values, ended by CRLF.
  mutating func commaSeparatedRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { raw(UInt8(ascii: ",")) }
      let needsQuotes =
        cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
      guard needsQuotes else {
        raw(cell)
        continue
      }
      raw(0x22)
      for byte in cell.utf8 {
        if byte == 0x22 { raw(0x22) }
        raw(byte)
      }
      raw(0x22)
    }
    raw("\r\n")
  }
}
