/// Cyrillic letters that Russian does without, as it spells their sounds.
///
/// The model was trained on Russian, not on Ukrainian and Belarusian. Written with Russian letters, the
/// many words that they share with it become words that the model knows.
enum Respelling {
  /// UTF-8 of two bytes, as a number.
  private static let letters: [UInt16: UInt16] = [
    ("і", "и"), ("І", "И"), ("ї", "и"), ("Ї", "И"), ("є", "е"), ("Є", "Е"), ("ґ", "г"),
    ("Ґ", "Г"), ("ў", "в"), ("Ў", "В"),
  ].reduce(into: [:]) { letters, pair in letters[number(pair.0)] = number(pair.1) }

  /// The two bytes that stand for a character of two.
  @inline(__always)
  static func respelled(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    guard first >= 0xD0, first <= 0xD2,
      let letter = letters[UInt16(first) << 8 | UInt16(second)]
    else { return (first, second) }
    return (UInt8(letter >> 8), UInt8(truncatingIfNeeded: letter))
  }

  private static func number(_ letter: String) -> UInt16 {
    letter.utf8.reduce(0) { $0 << 8 | UInt16($1) }
  }
}
