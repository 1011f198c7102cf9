import BitestoAlignment

/// A file of beads that a person fixed, for `align --pin`.
///
/// Tab-separated, with a header row: `source_segments` and `target_segments` hold the numbers of the
/// segments from 1, "4" or "4-5", or nothing on the side that has no counterpart. Other columns are passed
/// over, so that rows of `bitesto align --format tsv` can be kept and corrected. Lines that start with
/// `#` are comments.
public struct PinsTable: Sendable {
  public typealias Failure = TableFailure

  public let pins: [PinnedBead]
  /// The line of each pin.
  public let lines: [Int]

  /// Reads a table. Linear.
  ///
  /// - Parameter path: the name that errors give the file.
  public init(path: String, contents: [UInt8]) throws(Failure) {
    let columns = ["source_segments", "target_segments"]
    let table = HeadedRows(contents)
    let places = columns.compactMap { table.header?.row.fields.firstIndex(of: $0) }
    if let header = table.header, places.count < columns.count {
      throw Failure(
        path: path, line: header.row.line,
        what: "no columns \(columns.joined(separator: " and ")) in the header row")
    }
    var pins: [PinnedBead] = []
    for row in table.rows {
      let (line, fields) = (row.line, row.fields)
      guard fields.count > places.max() ?? 0 else {
        throw Failure(
          path: path, line: line,
          what: "\(fields.count) columns, too few for both sides; an empty side keeps its tab")
      }
      var sides: [Range<Int>] = []
      for (column, place) in zip(columns, places) {
        let field = fields[place]
        guard let side = Self.segments(field) else {
          throw Failure(
            path: path, line: line,
            what: "'\(field)' in \(column) is no number of a segment; "
              + "write 4, or 4-5 for two in a row")
        }
        sides.append(side)
      }
      guard !sides[0].isEmpty || !sides[1].isEmpty else {
        throw Failure(path: path, line: line, what: "no segment on either side")
      }
      pins.append(PinnedBead(source: sides[0], target: sides[1]))
    }
    self.pins = pins
    lines = table.rows.map(\.line)
  }

  /// "4" is 3..<4, "4-5" is 3..<5, an empty field an empty range.
  private static func segments(_ field: String) -> Range<Int>? {
    if field.isEmpty { return 0..<0 }
    let numbers = field.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(numbers.count), let first = numbers[0], first > 0,
      let last = numbers[numbers.count - 1], last >= first, last < Int(Int32.max)
    else { return nil }
    return (first - 1)..<last
  }
}
