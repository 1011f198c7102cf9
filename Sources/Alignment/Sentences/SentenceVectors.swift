import BitestoEmbedding

/// The sentence vectors of some of a text's segments, and those that make the background of the other
/// text's.
struct SentenceVectors {
  let table: VectorTable
  /// The table's row of a segment, or -1.
  private let rows: [Int32]

  /// - Parameter segments: what the table's rows stand for, in order.
  init(_ table: VectorTable, segments: [Int], count: Int) {
    self.table = table
    var rows = [Int32](repeating: -1, count: count)
    for (row, segment) in segments.enumerated() { rows[segment] = Int32(row) }
    self.rows = rows
  }

  /// The vectors of a range of segments, all of which must be there.
  func selecting(_ segments: Range<Int>) -> VectorTable {
    table.selecting(segments.lazy.map { Int(rows[$0]) })
  }
}
