/// Comma-separated values as RFC 4180 has them, a row at a time.
///
/// Cells in double quotes may hold delimiters and line ends. The delimiter is the comma, or what the
/// first line has more of outside quotes: a semicolon (spreadsheets of countries with a decimal comma)
/// or a tab. Linear; memory holds a row.
package struct DelimitedText {
  package struct Failure: Error {
    package var line: Int
    package var what: String
  }

  package struct Row {
    /// The line on which the row starts, from 1.
    package var line: Int
    package var cells: [String]
    /// Where it stands in the text, its end included, in bytes.
    package var range: Range<Int>

    package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  /// A cell of more bytes is taken for one whose closing quote is missing.
  private static let largestCell = 64 << 20
  /// A row of more bytes is none.
  private static let largestRow = 128 << 20
  /// The delimiter shows before so many bytes.
  private static let longestFirstLine = 1 << 20

  private let source: () throws -> [UInt8]
  private var buffer: [UInt8] = []
  private var position = 0
  /// Of the first byte of the buffer in the text.
  private var base = 0
  private var line = 1
  private var delimiter: UInt8?
  private var isAtEnd = false

  /// - Parameter source: gives the next piece of the text, UTF-8 without a byte order mark; an empty
  ///   one at the end.
  package init(_ source: @escaping () throws -> [UInt8]) {
    self.source = source
  }

  /// All rows of a text but those without any words, which spreadsheets leave behind.
  package static func rows(_ bytes: [UInt8]) throws(Failure) -> [Row] {
    var rest = bytes
    var text = DelimitedText {
      defer { rest = [] }
      return rest
    }
    var rows: [Row] = []
    do {
      while let row = try text.next() {
        if !row.isBlank { rows.append(row) }
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(line: 1, what: "\(error)")
    }
    return rows
  }

  /// The next row; nil at the end.
  ///
  /// - Throws: ``Failure`` for a quote without its end, or what the source throws.
  package mutating func next() throws -> Row? {
    if delimiter == nil { try findDelimiter() }
    guard try hasMore() else { return nil }
    let (start, firstLine) = (base + position, line)
    var cells: [String] = []
    var cell: [UInt8] = []
    while true {
      guard try hasMore() else { break }
      if cell.isEmpty, buffer[position] == quote {
        position += 1
        try readQuoted(into: &cell)
        // What follows a closing quote belongs to the cell.
        guard try hasMore() else { break }
      }
      let end = endOfRun(from: position)
      cell += buffer[position..<end]
      position = end
      guard position < buffer.count else {
        if cell.count > Self.largestCell { throw tooLong(firstLine) }
        continue
      }
      let byte = buffer[position]
      position += 1
      if byte == delimiter {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        if base + position - start > Self.largestRow {
          throw Failure(
            line: firstLine, what: "the row is longer than \(Self.largestRow >> 20) MB")
        }
      } else if byte == lineFeed {
        line += 1
        break
      } else if try hasMore(), buffer[position] != lineFeed {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return Row(line: firstLine, cells: cells, range: start..<(base + position))
  }

  /// The first byte that ends a run of plain text: the delimiter or one of a line end.
  private func endOfRun(from start: Int) -> Int {
    let delimiter = delimiter ?? comma
    return buffer.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
        index += 1
      }
      return index
    }
  }

  /// Reads up to the closing quote, which is passed over.
  private mutating func readQuoted(into cell: inout [UInt8]) throws {
    let firstLine = line
    while true {
      guard try hasMore() else {
        throw Failure(line: firstLine, what: "a quoted cell that starts here does not end")
      }
      let start = position
      while position < buffer.count, buffer[position] != quote {
        if buffer[position] == lineFeed { line += 1 }
        position += 1
      }
      cell += buffer[start..<position]
      if cell.count > Self.largestCell { throw tooLong(firstLine) }
      guard position < buffer.count else { continue }
      position += 1
      guard try hasMore(), buffer[position] == quote else { return }
      cell.append(quote)
      position += 1
    }
  }

  private func tooLong(_ line: Int) -> Failure {
    Failure(
      line: line,
      what: "a cell that starts here is longer than \(Self.largestCell >> 20) MB; "
        + "does it lack its closing quote?")
  }

  /// Whether there is a byte to read; fetches the next piece when the last one is used up.
  private mutating func hasMore() throws -> Bool {
    while position == buffer.count {
      if isAtEnd { return false }
      base += buffer.count
      position = 0
      buffer = try source()
      isAtEnd = buffer.isEmpty
    }
    return true
  }

  private mutating func findDelimiter() throws {
    var counts: [UInt8: Int] = [comma: 0, UInt8(ascii: ";"): 0, 0x09: 0]
    var isQuoted = false
    var index = 0
    scan: while index < Self.longestFirstLine {
      if index == buffer.count {
        let piece = try source()
        if piece.isEmpty { break }
        buffer += piece
      }
      let byte = buffer[index]
      index += 1
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed { break scan }
      if counts[byte] != nil { counts[byte, default: 0] += 1 }
    }
    let other = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    delimiter = other.flatMap { $0.value > counts[comma] ?? 0 ? $0.key : nil } ?? comma
  }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D

extension ByteOutput {
  /// A row of comma-separated values, ended by CRLF.
  package mutating func commaSeparatedRow(_ cells: [String]) {
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
