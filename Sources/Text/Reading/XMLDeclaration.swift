/// "<?xml … ?>" at the start of a file, with white space before it that should not be there.
package enum XMLDeclaration {
  /// Where it stands; nil when there is none.
  package static func range(in bytes: [UInt8]) -> Range<Int>? {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      bytes[start...].starts(with: "<?xml".utf8), bytes.count > start + 5, bytes[start + 5] <= 0x20,
      let end = bytes[start...].firstIndex(of: 0x3E)
    else { return nil }
    return start..<(end + 1)
  }

  /// The encoding that it names.
  package static func encoding(in bytes: [UInt8]) -> String? {
    guard let range = range(in: bytes) else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let name = text.firstRange(of: "encoding") else { return nil }
    let rest = text[name.upperBound...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace }
    guard let mark = value.first, mark == "\"" || mark == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != mark })
  }
}
