/// Signs that a text was read in the wrong encoding.
enum BrokenEncoding {
  /// Whether a text has U+FFFD or words as ``Mojibake`` finds them, such as "perchÃ©". Linear.
  static func isFound(in text: String) -> Bool {
    // All signs lie outside ASCII.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    let scalars = text.unicodeScalars.map(\.value)
    return scalars.contains(0xFFFD) || Mojibake.find(in: scalars) != nil
  }
}
