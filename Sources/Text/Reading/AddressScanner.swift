/// Finds web and mail addresses in a stretch of text.
struct AddressScanner {
  private static let schemes = ["https://", "http://", "ftp://", "www."].map { Array($0.utf8) }

  let bytes: [UInt8]
  private let limit: Int
  private let hasMail: Bool
  private let hasWeb: Bool

  /// Linear: looks for the signs without which the stretch has no address.
  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    limit = range.upperBound
    var hasMail = false
    var hasWeb = false
    bytes.withView { text in
      var index = range.lowerBound
      while index < range.upperBound {
        index = text.skip(from: index, limit: range.upperBound) {
          ByteView.contains($0, 0x40) | ByteView.contains($0, 0x2E) | ByteView.contains($0, 0x3A)
        }
        let end = min(index + 8, range.upperBound)
        while index < end {
          let byte = text[index]
          if byte == 0x40 { hasMail = true }
          if byte == 0x2E || byte == 0x3A, index + 1 < range.upperBound {
            hasWeb = hasWeb || text[index + 1] > 0x20
          }
          index += 1
        }
      }
    }
    self.hasMail = hasMail
    self.hasWeb = hasWeb
  }

  /// Whether looking for the end of an address at `start` can succeed.
  @inline(__always)
  func mayBegin(at start: Int) -> Bool {
    guard hasMail || hasWeb else { return false }
    let first = bytes[start] | 0x20
    return hasMail || first == 0x68 || first == 0x66 || first == 0x77
  }

  /// The end of the address that starts at `start`, nil when none does.
  ///
  /// Linear in the length of the address, or of the run of non-space ASCII for a mail address.
  func end(from start: Int) -> Int? {
    let first = bytes[start] | 0x20
    if first == 0x68 || first == 0x66 || first == 0x77,
      Self.schemes.contains(where: { Self.matches($0, in: bytes, at: start, limit: limit) })
    {
      return Self.trimmedEnd(in: bytes, from: start, limit: limit)
    }
    return hasMail ? Self.mailEnd(in: bytes, from: start, limit: limit) : nil
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
