import CGlossaryData

/// The tables of the name engine (Sources/GlossaryData), which are part of the program.
enum NameTables {
  /// The rows of a table as fields, without comments and the header; none when there is no such
  /// table.
  static func rows(_ name: String) -> [[Substring]] {
    for number in 0..<bitesto_name_table_count() {
      let file = bitesto_name_table(number)
      guard String(cString: file.name) == name else { continue }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.dropFirst()
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }
    return []
  }
}
