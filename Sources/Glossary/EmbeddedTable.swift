import CGlossaryData

/// The rows of a table of the name engine (Sources/GlossaryData) that is part of the program: cells between
/// tabs, a header row, `#` comments.
struct EmbeddedTable {
  /// The rows after the header, each at least as wide as the header.
  let rows: [[Substring]]

  /// The table of a file name; without rows when there is none.
  init(_ name: String) {
    let numbers = 0..<bitesto_name_table_count()
    guard
      let file = numbers.lazy.map(bitesto_name_table).first(where: {
        String(cString: $0.name) == name
      })
    else {
      rows = []
      return
    }
    let text = String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.size), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let width = lines.first?.count ?? 0
    rows = lines.dropFirst().map { row in
      row + Array(repeating: "", count: max(0, width - row.count))
    }
  }
}
