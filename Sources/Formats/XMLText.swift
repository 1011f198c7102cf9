import Foundation

/// The text of an XML file as UTF-8 without a declaration, whatever encoding the file is in.
///
/// A byte order mark decides, then the declaration, then UTF-8 (XML 1.0, appendix F). Lines stay where
/// they are.
struct XMLText {
  enum Fault: Error, Equatable {
    /// The name of an encoding that the bytes are not in, or that is not known.
    case unreadable(String, line: Int)
    case declaresEntities(line: Int)
  }

  let bytes: [UInt8]

  init(_ contents: [UInt8]) throws(Fault) {
    var bytes = try Self.utf8(contents)
    if let declaration = Self.declaration(of: bytes) {
      // Spaces and line ends stay, so that columns and lines do.
      for index in declaration where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    // An entity declaration stands before the root element, and in no file that people exchange.
    if let offset = Self.entityDeclaration(in: bytes) {
      throw .declaresEntities(line: bytes[..<offset].count { $0 == 0x0A } + 1)
    }
    self.bytes = Array(bytes.drop { $0 == 0x20 || $0 == 0x09 })
  }

  private static func utf8(_ contents: [UInt8]) throws(Fault) -> [UInt8] {
    if contents.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try checked(Array(contents.dropFirst(3)), name: "UTF-8")
    }
    if contents.starts(with: [0xFF, 0xFE]) || contents.starts(with: [0x3C, 0x00]) {
      return try decoded(contents, .utf16LittleEndian, name: "UTF-16")
    }
    if contents.starts(with: [0xFE, 0xFF]) || contents.starts(with: [0x00, 0x3C]) {
      return try decoded(contents, .utf16BigEndian, name: "UTF-16")
    }
    let name = declaredEncoding(of: contents) ?? "UTF-8"
    switch name.lowercased() {
    // Who declares UTF-16 in a file of single bytes has converted it and forgotten the declaration.
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "unicode":
      return try checked(contents, name: "UTF-8")
    default:
      guard let encoding = encodings[name.lowercased()] else {
        throw .unreadable(name, line: 1)
      }
      return try decoded(contents, encoding, name: name)
    }
  }

  private static func checked(_ bytes: [UInt8], name: String) throws(Fault) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    throw .unreadable(name, line: line)
  }

  private static func decoded(
    _ bytes: [UInt8], _ encoding: String.Encoding, name: String
  ) throws(Fault) -> [UInt8] {
    guard var text = String(bytes: bytes, encoding: encoding) else {
      throw .unreadable(name, line: 1)
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return Array(text.utf8)
  }

  private static let encodings: [String: String.Encoding] = [
    "iso-8859-1": .isoLatin1, "latin1": .isoLatin1, "iso-8859-2": .isoLatin2,
    "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251,
    "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252, "windows-1253": .windowsCP1253,
    "windows-1254": .windowsCP1254, "macintosh": .macOSRoman, "shift_jis": .shiftJIS,
    "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
  ]

  /// "<?xml … ?>", after white space that should not be there.
  private static func declaration(of bytes: [UInt8]) -> Range<Int>? {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      bytes[start...].starts(with: "<?xml".utf8), bytes.count > start + 5, bytes[start + 5] <= 0x20,
      let end = bytes[start...].firstIndex(of: 0x3E)
    else { return nil }
    return start..<(end + 1)
  }

  private static func declaredEncoding(of bytes: [UInt8]) -> String? {
    guard let range = declaration(of: bytes) else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let match = text.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else { return nil }
    return String(match.1)
  }

  private static func entityDeclaration(in bytes: [UInt8]) -> Int? {
    let start = Array("<!ENTITY".utf8)
    guard let doctype = firstRange(of: Array("<!DOCTYPE".utf8), in: bytes[...]) else { return nil }
    return firstRange(of: start, in: bytes[doctype...])
  }

  private static func firstRange(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    while let start = rest.firstIndex(of: word[0]) {
      if rest[start...].starts(with: word) { return start }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}
