/// An encoding that files of markup declare, and the way from it to UTF-8.
///
/// Labels and characters are those of the WHATWG Encoding Standard: "ISO-8859-1" is windows-1252, as
/// in browsers. The tables stand in Sources/TextData, encodings.tsv.
package enum TextEncoding: Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case singleByte(SingleByteEncoding)

  /// The encoding of a label such as "Windows-1252"; nil for one that is not known here.
  package init?(label: some StringProtocol) {
    let label = label.lowercased()
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    default:
      guard let encoding = SingleByteEncoding.all[label] else { return nil }
      self = .singleByte(encoding)
    }
  }

  /// What a byte order mark, or the zero beside a leading "<", says about a file of markup.
  package init?(signatureOf bytes: [UInt8]) {
    if bytes.beginsWithByteOrderMark {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0x00]) {
      self = .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x00, 0x3C]) {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }

  /// For messages.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .singleByte(let encoding): encoding.name
    }
  }

  /// A byte that has no meaning in an encoding.
  package struct Fault: Error {
    /// In the file, from 0.
    package var byteOffset: Int
    /// From 1.
    package var line: Int
  }

  /// The text in UTF-8, without a byte order mark. Linear.
  package func utf8(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    switch self {
    case .utf8:
      switch EncodingCheck.firstFault(in: bytes) {
      case .invalid(let offset):
        throw Fault(byteOffset: offset, line: Self.line(of: offset, in: bytes, unit: 1))
      case .zero, nil:
        return bytes.beginsWithByteOrderMark ? Array(bytes.withoutByteOrderMark) : bytes
      }
    case .utf16LittleEndian: return try Self.utf8(utf16: bytes, highByte: 1)
    case .utf16BigEndian: return try Self.utf8(utf16: bytes, highByte: 0)
    case .singleByte(let encoding): return try encoding.utf8(bytes)
    }
  }

  private static func utf8(utf16 bytes: [UInt8], highByte: Int) throws(Fault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    func unit(_ offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      return UInt32(bytes[offset + highByte]) << 8 | UInt32(bytes[offset + 1 - highByte])
    }
    var offset = unit(0) == 0xFEFF ? 2 : 0
    while offset < bytes.count {
      let first = unit(offset)
      var value = first ?? 0xDC00
      if value & 0xFC00 == 0xD800, let low = unit(offset + 2), low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw Fault(byteOffset: offset, line: line(of: offset, in: bytes, unit: 2))
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      offset += value > 0xFFFF ? 4 : 2
    }
    return text
  }

  /// Counts line feeds in units of one or two bytes.
  fileprivate static func line(of offset: Int, in bytes: [UInt8], unit: Int) -> Int {
    guard unit == 2 else { return bytes[..<offset].count { $0 == 0x0A } + 1 }
    var line = 1
    for index in stride(from: 1, to: offset, by: 2) {
      let pair = (bytes[index - 1], bytes[index])
      if pair == (0x0A, 0) || pair == (0, 0x0A) { line += 1 }
    }
    return line
  }
}

/// An encoding of one byte a character, ASCII in its lower half.
package struct SingleByteEncoding: Sendable {
  package let name: String
  /// The characters of the bytes from 0x80 on, 0 for bytes without one.
  private let upper: [UInt32]

  /// By label, in lower case.
  static let all: [String: SingleByteEncoding] = {
    var all: [String: SingleByteEncoding] = [:]
    for line in TextData.lines("encodings.tsv") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3 else { continue }
      let encoding = SingleByteEncoding(name: String(fields[0]), characters: fields[2])
      for label in fields[1].split(separator: " ") { all[String(label)] = encoding }
    }
    return all
  }()

  private init(name: String, characters: Substring) {
    self.name = name
    // Where there is none below A0 the standard has the control character of the same number.
    upper = zip(0x80..., characters.unicodeScalars).map { byte, scalar in
      scalar != "\u{FFFD}" ? scalar.value : byte < 0xA0 ? UInt32(byte) : 0
    }
  }

  /// The character of a byte; nil for one that has none.
  func character(of byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let position = Int(byte) - 0x80
    let value = position < upper.count ? upper[position] : 0
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  func utf8(_ bytes: [UInt8]) throws(TextEncoding.Fault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let position = Int(byte) - 0x80
      let value = position < upper.count ? upper[position] : 0
      // No character of these encodings lies outside the first plane.
      switch value {
      case 0:
        throw TextEncoding.Fault(
          byteOffset: offset, line: TextEncoding.line(of: offset, in: bytes, unit: 1))
      case ..<0x800:
        text.append(0xC0 | UInt8(value >> 6))
      default:
        text.append(0xE0 | UInt8(value >> 12))
        text.append(0x80 | UInt8(value >> 6 & 0x3F))
      }
      text.append(0x80 | UInt8(value & 0x3F))
    }
    return text
  }
}
