import Foundation

/// The first two columns of a TAB-separated table: Italian and English that say the same.
struct PairTable {
  let rows: [(Substring, Substring)]

  init(contentsOf path: String) throws {
    rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return cells.count < 2 ? nil : (cells[0], cells[1])
      }
  }

  /// About so many rows, evenly spaced; all of a short table.
  func sample(_ count: Int) -> [(Substring, Substring)] {
    stride(from: 0, to: rows.count, by: max(1, rows.count / count)).map { rows[$0] }
  }
}
