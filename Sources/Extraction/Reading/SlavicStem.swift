import BitestoText

/// The part of a Russian, Ukrainian or Belarusian word that its cases leave alone.
enum SlavicStem {
  /// Endings of nouns, names and adjectives, longest first.
  private static let endings = [
    "ского", "скому", "ською", "ського", "ському", "ыми", "ими", "ого", "его", "ому", "ему", "ами",
    "ями",
    "ією", "ною", "ой", "ей", "ою", "ею", "ом", "ем", "ём", "ам", "ям", "ах", "ях", "ых", "их",
    "ую", "юю",
    "ая", "яя", "ое", "ее", "ые", "ие", "ий", "ый", "ій", "ым", "им", "ів", "ов", "ев", "єю", "ии",
    "ии",
    "ия", "ию", "ія", "ії", "ію", "а", "я", "о", "е", "ё", "и", "ы", "у", "ю", "ь", "й", "і", "ї",
    "є",
  ]

  /// Words in Latin letters stay as they are.
  static func of(_ word: String) -> String {
    guard let first = word.unicodeScalars.first, (0x400..<0x530).contains(first.value) else {
      return word
    }
    for ending in endings where word.count >= ending.count + 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
