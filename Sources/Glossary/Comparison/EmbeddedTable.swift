import CGlossaryData

/// The rows of a table that is part of the program: cells between tabs, a header row, `#` comments.
struct EmbeddedTable {
  /// The rows after the header, each as wide as the header.
  let rows: [[Substring]]

  init(_ file: bitesto_glossary_file) {
    let text = String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.size), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let width = lines.first?.count ?? 0
    rows = lines.dropFirst().map { row in
      row.count >= width ? row : row + Array(repeating: "", count: width - row.count)
    }
  }
}
