/// Finds web and mail addresses.
enum AddressScanner {
  private static let schemes = ["https://", "http://", "ftp://", "www."].map { Array($0.utf8) }

  /// The end of the address that starts at `start`, nil when none does.
  ///
  /// Linear in the length of the address, or of the run of non-space ASCII for a mail address.
  static func end(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    let first = bytes[start] | 0x20
    if first == 0x68 || first == 0x66 || first == 0x77,
      schemes.contains(where: { matches($0, in: bytes, at: start, limit: limit) })
    {
      return trimmedEnd(in: bytes, from: start, limit: limit)
    }
    return mailEnd(in: bytes, from: start, limit: limit)
  }

  private static func matches(
    _ prefix: [UInt8], in bytes: [UInt8], at start: Int, limit: Int
  ) -> Bool {
    guard start + prefix.count < limit else { return false }
    for (offset, byte) in prefix.enumerated() where bytes[start + offset] | 0x20 != byte | 0x20 {
      return false
    }
    return true
  }

  /// Closing punctuation after an address belongs to the sentence.
  private static func trimmedEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, isAddressByte(bytes[end]) { end += 1 }
    while end > start, ".,;:!?)'*".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"<>`{}|".utf8.contains(byte)
  }

  /// A mail address: a local part of at most 64 bytes, "@", a domain with a dot of at most 255
  /// (RFC 5321).
  private static func mailEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    var index = start
    while index < limit, index - start <= 64, isMailByte(bytes[index]) { index += 1 }
    guard index > start, index < limit, bytes[index] == 0x40 else { return nil }
    let domain = index + 1
    index = domain
    while index < limit, index - domain < 255, isMailByte(bytes[index]) { index += 1 }
    while index > domain, bytes[index - 1] == 0x2E { index -= 1 }
    return bytes[domain..<index].contains(0x2E) ? index : nil
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
  }
}

/// Finds emoji sequences: flags, joined figures, modified ones.
enum EmojiScanner {
  /// The end of the emoji that starts at `start`, nil when none does.
  static func end(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    let value = bytes.scalar(at: start)
    var index = bytes.offset(after: start)
    if Scalar.isRegionalIndicator(value) {
      let isPair = index < limit && Scalar.isRegionalIndicator(bytes.scalar(at: index))
      return isPair ? bytes.offset(after: index) : index
    }
    guard isPictograph(value) else { return nil }
    while index < limit {
      let next = bytes.scalar(at: index)
      if next == 0x200D {
        index = bytes.offset(after: index)
        guard index < limit, isPictograph(bytes.scalar(at: index)) else { return index }
        index = bytes.offset(after: index)
      } else if isModifier(next) {
        index = bytes.offset(after: index)
      } else {
        return index
      }
    }
    return index
  }

  private static func isPictograph(_ value: UInt32) -> Bool {
    (value >= 0x1F000 && value < 0x20000) || (value >= 0x2600 && value < 0x27C0)
      || (value >= 0x2B00 && value < 0x2C00)
  }

  /// Variation selectors, skin tones, enclosing keycap, and the tags of regional flags.
  private static func isModifier(_ value: UInt32) -> Bool {
    value == 0xFE0F || value == 0xFE0E || (value >= 0x1F3FB && value <= 0x1F3FF)
      || value == 0x20E3 || (value >= 0xE0020 && value <= 0xE007F)
  }
}
