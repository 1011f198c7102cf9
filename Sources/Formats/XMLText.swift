import BitestoText
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
    if let declaration = XMLDeclaration.range(in: bytes) {
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
    if let encoding = TextEncoding(signatureOf: contents) {
      return try decoded(contents, encoding, name: encoding.name)
    }
    let name = XMLDeclaration.encoding(in: contents) ?? "UTF-8"
    switch TextEncoding(label: name) {
    // Who declares UTF-16 in a file of single bytes has converted it and forgotten the declaration.
    case .utf8, .utf16LittleEndian, .utf16BigEndian:
      return try decoded(contents, .utf8, name: "UTF-8")
    case let encoding?: return try decoded(contents, encoding, name: name)
    case nil:
      guard let encoding = japanese[name.lowercased()],
        let text = String(bytes: contents, encoding: encoding)
      else { throw .unreadable(name, line: 1) }
      return Array(text.utf8)
    }
  }

  private static func decoded(
    _ bytes: [UInt8], _ encoding: TextEncoding, name: String
  ) throws(Fault) -> [UInt8] {
    do throws(TextEncoding.Fault) {
      return try encoding.utf8(bytes)
    } catch {
      throw .unreadable(name, line: error.line)
    }
  }

  private static let japanese: [String: String.Encoding] = [
    "shift_jis": .shiftJIS, "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
  ]

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
