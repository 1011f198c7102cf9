/// Cyrillic letters that Russian does without, as it spells their sounds.
///
/// The model was trained on Russian, not on Ukrainian and Belarusian. Written with Russian letters, the
/// many words that they share with it become words that the model knows.
enum Respelling {
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    "і": "и", "І": "И", "ї": "и", "Ї": "И", "є": "е", "Є": "Е", "ґ": "г", "Ґ": "Г", "ў": "в",
    "Ў": "В",
  ]

  /// A text in letters that the model knows. Linear.
  static func russian(_ text: String) -> String {
    // Cyrillic letters in UTF-8 begin with 0xD0 to 0xD2.
    guard text.utf8.contains(where: { $0 & 0xFC == 0xD0 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { letters[$0] ?? $0 }))
  }
}

extension Encoder {
  /// Like ``encode(_:)``, with Ukrainian and Belarusian in Russian letters.
  public func vectors(of texts: [String]) -> VectorTable {
    encode(texts.map(Respelling.russian))
  }
}
