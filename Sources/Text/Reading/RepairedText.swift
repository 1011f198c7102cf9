extension TextEncoding {
  /// The text in UTF-8, with U+FFFD for each byte or unit that has no meaning; a byte order mark stays.
  /// Linear.
  ///
  /// - Returns: the text, and where in it each U+FFFD stands that was put there.
  package func repaired(_ bytes: [UInt8]) -> (text: [UInt8], damage: [Int]) {
    var output = RepairedText()
    output.text.reserveCapacity(bytes.count + bytes.count / 4)
    switch self {
    case .utf8: output.append(utf8: bytes)
    case .utf16LittleEndian: output.append(utf16: bytes, highByte: 1)
    case .utf16BigEndian: output.append(utf16: bytes, highByte: 0)
    case .singleByte(let encoding):
      for byte in bytes { output.append(encoding.character(of: byte)) }
    }
    return (output.text, output.damage)
  }
}

private struct RepairedText {
  var text: [UInt8] = []
  private(set) var damage: [Int] = []

  mutating func append(utf8 bytes: [UInt8]) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): append(scalar)
      case .error: append(nil)
      case .emptyInput: return
      }
    }
  }

  mutating func append(utf16 bytes: [UInt8], highByte: Int) {
    func unit(_ offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      return UInt32(bytes[offset + highByte]) << 8 | UInt32(bytes[offset + 1 - highByte])
    }
    var offset = 0
    while let first = unit(offset) {
      offset += 2
      var value = first
      if first & 0xFC00 == 0xD800, let low = unit(offset), low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (first & 0x3FF) << 10 + low & 0x3FF
        offset += 2
      }
      append(Unicode.Scalar(value))
    }
    if offset < bytes.count { append(nil) }
  }

  /// Appends a character; nil for what is none.
  mutating func append(_ scalar: Unicode.Scalar?) {
    guard let value = scalar?.value else {
      damage.append(text.count)
      text += UTF8.encodedReplacementCharacter
      return
    }
    if value < 0x80 {
      text.append(UInt8(value))
      return
    }
    if value < 0x800 {
      text.append(0xC0 | UInt8(value >> 6))
    } else {
      if value < 0x10000 {
        text.append(0xE0 | UInt8(value >> 12))
      } else {
        text.append(0xF0 | UInt8(value >> 18))
        text.append(0x80 | UInt8(value >> 12 & 0x3F))
      }
      text.append(0x80 | UInt8(value >> 6 & 0x3F))
    }
    text.append(0x80 | UInt8(value & 0x3F))
  }
}
