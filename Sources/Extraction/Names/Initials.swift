import BitestoText

/// The letters that names of bodies are shortened to.
enum Initials {
  private static let fewest = 3

  /// The folded initials of a name's words, small words and the parts of hyphenated ones apart; nil when they
  /// are too few to tell it.
  static func of(_ name: String) -> String? {
    let words = name.split { $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" }.filter {
      !small.contains(WordFolding.key($0.utf8))
    }
    guard words.count >= fewest else { return nil }
    return FoldedName.word(String(words.compactMap(\.first)).lowercased())
  }

  private static let small: Set<String> = [
    "of", "the", "for", "and", "in", "on", "di", "del", "della", "dello", "dell", "dei", "degli",
    "delle",
    "d", "per", "e", "la", "il", "i", "le", "и", "й", "та", "і", "з", "с",
  ]
}
