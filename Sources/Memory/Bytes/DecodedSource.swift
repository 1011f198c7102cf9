import BitestoText

/// The bytes of a file of markup as UTF-8, whatever encoding they are in.
///
/// A byte order mark decides, then the declaration, then UTF-8 (XML 1.0, appendix F). Bytes without a
/// meaning become U+FFFD, and ``takeDamage()`` says where.
final class DecodedSource {
  /// For a person.
  let encodingName: String
  /// The encoding that the declaration names, when it is in another.
  let misdeclaredEncoding: String?
  private let source: ByteSource
  private let encoding: TextEncoding
  /// Bytes of a character whose rest is still to come.
  private var carried: [UInt8] = []
  /// Of the text given out so far, in UTF-8.
  private var offset = 0
  private var damage: [Int] = []
  private var isAtStart = true
  /// Whether the file declares ASCII and has had other bytes.
  private(set) var isBeyondASCII = false
  private var isASCIIDeclared = false

  /// Enough for a byte order mark and a declaration.
  private static let headSize = 1024

  /// - Throws: ``MemoryError`` for an encoding that is not known.
  init(_ source: ByteSource) throws {
    let (head, whole) = try source.unpacked().peeking(Self.headSize)
    let label = XMLDeclaration.encoding(in: head) ?? "UTF-8"
    isASCIIDeclared = ["us-ascii", "ascii"].contains(label.lowercased())
    if let found = TextEncoding(signatureOf: head) {
      encoding = found
      encodingName = found.name
      misdeclaredEncoding = Self.declaration(in: head, found).flatMap { name in
        TextEncoding(label: name).map { $0.name == found.name } ?? false ? nil : name
      }
      self.source = whole
    } else if let known = TextEncoding(label: label) {
      // Who declares UTF-16 in a file of single bytes has converted it and forgotten the declaration.
      if case .singleByte = known { encoding = known } else { encoding = .utf8 }
      encodingName = encoding.name
      misdeclaredEncoding = encoding.name == known.name ? nil : label
      self.source = whole
    } else if let multibyte = MultibyteText.encodings[label.lowercased()] {
      encoding = .utf8
      encodingName = label
      misdeclaredEncoding = nil
      self.source = MultibyteText.source(whole, from: multibyte)
    } else {
      throw MemoryError(line: 1, "its encoding “\(label)” is not known; save it as UTF-8")
    }
  }

  /// A text that is in UTF-8 whatever it declares.
  init(utf8 source: ByteSource) {
    encoding = .utf8
    encodingName = encoding.name
    misdeclaredEncoding = nil
    self.source = source
  }

  /// The encoding that a file in a known one declares.
  private static func declaration(in head: [UInt8], _ encoding: TextEncoding) -> String? {
    XMLDeclaration.encoding(in: encoding.repaired(head).text.withoutMark)
  }

  /// The next piece of the text; empty at the end.
  func next() throws -> [UInt8] {
    while true {
      let piece = try source.next()
      if piece.isEmpty, carried.isEmpty { return [] }
      var bytes = carried + piece
      carried = []
      if !piece.isEmpty { carry(from: &bytes) }
      var text = decoded(bytes)
      if isAtStart, !text.isEmpty {
        isAtStart = false
        if text.beginsWithByteOrderMark {
          text.removeFirst(3)
          damage = damage.map { $0 - 3 }
        }
      }
      if text.isEmpty { continue }
      offset += text.count
      return text
    }
  }

  /// Where bytes had no meaning: offsets in UTF-8 of the text, in order, since the last call.
  func takeDamage() -> [Int] {
    defer { damage = [] }
    return damage
  }

  /// Keeps the bytes of an unfinished last character for the next piece.
  private func carry(from bytes: inout [UInt8]) {
    var count = 0
    switch encoding {
    case .singleByte: return
    case .utf16LittleEndian, .utf16BigEndian:
      count = bytes.count % 2
      let high = bytes.count - count - (encoding.isLittleEndian ? 1 : 2)
      if high >= 0, bytes[high] & 0xFC == 0xD8 { count += 2 }
    case .utf8:
      let tail = bytes.suffix(3)
      if let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[lead] >= 0xC2 {
        let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
        if lead + length > bytes.count { count = bytes.count - lead }
      }
    }
    if count == 0 { return }
    carried = Array(bytes.suffix(count))
    bytes.removeLast(count)
  }

  /// Decodes whole characters, putting U+FFFD where there is none. Linear.
  private func decoded(_ bytes: [UInt8]) -> [UInt8] {
    if isASCIIDeclared, !isBeyondASCII { isBeyondASCII = bytes.contains { $0 >= 0x80 } }
    if case .utf8 = encoding, EncodingCheck.isPlainUTF8(bytes) { return bytes }
    let (text, places) = encoding.repaired(bytes)
    if !places.isEmpty { damage += places.map { offset + $0 } }
    return text
  }
}

extension [UInt8] {
  fileprivate var withoutMark: [UInt8] { beginsWithByteOrderMark ? Array(dropFirst(3)) : self }
}

extension TextEncoding {
  fileprivate var isLittleEndian: Bool {
    if case .utf16LittleEndian = self { true } else { false }
  }
}
