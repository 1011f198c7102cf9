/// Signs that a text was read in the wrong encoding.
enum BrokenEncoding {
  /// Whether a text has U+FFFD, or letters that are UTF-8 read as Windows-1252 or ISO 8859-1: "Ã©", "â€™",
  /// "Â«". Linear.
  static func isFound(in text: String) -> Bool {
    // All signs lie outside ASCII.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var before: UInt32 = 0
    for scalar in text.unicodeScalars {
      if scalar.value == 0xFFFD { return true }
      switch before {
      // The lead bytes of U+0080 to U+00FF, and what a byte of continuation looks like.
      case 0xC2, 0xC3:
        if isContinuation(scalar.value) { return true }
      // Of U+2000 to U+203F: dashes and quotation marks.
      case 0xE2:
        if scalar.value == 0x20AC || scalar.value == 0x80 { return true }
      default: break
      }
      before = scalar.value
    }
    return false
  }

  private static func isContinuation(_ value: UInt32) -> Bool {
    (0x80...0xBF).contains(value) || windows1252.contains(value)
  }

  /// What Windows-1252 has at 0x80 to 0x9F.
  private static let windows1252: Set<UInt32> = [
    0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x017D, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x017E, 0x0178,
  ]
}
