import CGlossaryData

/// The rows of a table that is part of the program: cells between tabs, `#` starts a comment line.
struct ScanningTable {
  let rows: [[Substring]]

  init(_ file: bitesto_glossary_file) {
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
    rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
