/// Reading single code points out of UTF-8 bytes, and what class they belong to.
///
/// The bytes are expected to be valid UTF-8 (a ``Document`` guarantees it); on anything else the
/// answers are meaningless but nothing is read out of bounds.
extension [UInt8] {
  /// The code point that starts at `offset`, 0 outside the text.
  func scalar(at offset: Int) -> UInt32 {
    guard offset >= 0, offset < count else { return 0 }
    let lead = self[offset]
    if lead < 0x80 { return UInt32(lead) }
    let length = Scalar.length(lead: lead)
    guard offset + length <= count else { return 0 }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in (offset + 1)..<(offset + length) {
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return value
  }

  /// The offset after the code point that starts at `offset`.
  func offset(after offset: Int) -> Int {
    guard offset >= 0, offset < count else { return count }
    return Swift.min(offset + Scalar.length(lead: self[offset]), count)
  }

  /// The offset of the code point that ends before `offset`.
  func offset(before offset: Int) -> Int {
    var start = Swift.min(offset, count) - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return Swift.max(start, 0)
  }

  /// The code point that ends before `offset`, 0 at the start of the text.
  func scalar(before offset: Int) -> UInt32 {
    offset <= 0 ? 0 : scalar(at: self.offset(before: offset))
  }

  /// `range` without the white space at both ends.
  package func trimmingSpace(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Scalar.isSpace(scalar(at: start)) { start = offset(after: start) }
    while end > start, Scalar.isSpace(scalar(before: end)) { end = offset(before: end) }
    return start..<end
  }
}

/// Classes of code points, with short ways for ASCII.
enum Scalar {
  static func length(lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// White space of every kind, line ends and zero-width space included.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x85: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  static func isUpper(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    if value < 0x100 { return value >= 0xC0 && value <= 0xDE && value != 0xD7 }
    if value >= 0x400, value < 0x460 { return value < 0x430 }
    if isGeneralPunctuation(value) { return false }
    return UnicodeScalar(value).map { $0.properties.isUppercase } ?? false
  }

  static func isLower(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x61 && value <= 0x7A }
    if value < 0x100 {
      return value >= 0xDF ? value != 0xF7 : value == 0xAA || value == 0xB5 || value == 0xBA
    }
    if value >= 0x400, value < 0x460 { return value >= 0x430 }
    if isGeneralPunctuation(value) { return false }
    return UnicodeScalar(value).map { $0.properties.isLowercase } ?? false
  }

  /// The small letter of a capital one with one code point; other code points as they are, every
  /// apostrophe as "'".
  static func lowercased(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value | 0x20 : value }
    if value < 0x100 {
      return value >= 0xC0 && value <= 0xDE && value != 0xD7 ? value + 0x20 : value
    }
    if value < 0x180 { return value & ~1 == value && isUpper(value) ? value + 1 : value }
    if value >= 0x400, value < 0x410 { return value + 0x50 }
    if value >= 0x410, value < 0x430 { return value + 0x20 }
    return isApostrophe(value) ? 0x27 : value
  }

  /// Letters, with the combining marks and the soft hyphen that stand inside words.
  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    if value < 0xC0 { return value == 0xAA || value == 0xAD || value == 0xB5 || value == 0xBA }
    if value < 0x250 { return value != 0xD7 && value != 0xF7 }
    if isGeneralPunctuation(value) { return false }
    if isCombining(value) || (value >= 0x400 && value < 0x530) { return value != 0x482 }
    return UnicodeScalar(value).map { $0.properties.isAlphabetic } ?? false
  }

  /// Quotation marks, dashes and spaces of the block U+2000; no letter stands there before U+2071.
  private static func isGeneralPunctuation(_ value: UInt32) -> Bool {
    value >= 0x2000 && value < 0x2070
  }

  static func isWordPart(_ value: UInt32) -> Bool { isLetter(value) || isDigit(value) }

  /// The blocks of combining diacritical marks.
  static func isCombining(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
    default: false
    }
  }

  /// The typewriter's apostrophe, the typographer's, and the modifier letter.
  static func isApostrophe(_ value: UInt32) -> Bool {
    value == 0x27 || value == 0x2019 || value == 0x2BC
  }

  static func isDash(_ value: UInt32) -> Bool {
    value == 0x2D || (value >= 0x2010 && value <= 0x2015) || value == 0x2212
  }

  static func isRegionalIndicator(_ value: UInt32) -> Bool { value >= 0x1F1E6 && value <= 0x1F1FF }
}
