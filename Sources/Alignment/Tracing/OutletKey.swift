import BitestoText

/// What tells an outlet from others in its name: "DW News" and "DW", "The Guardian" and "Guardian",
/// "L'Espresso" and "Espresso" have the same key.
package struct OutletKey: Hashable, Sendable {
  /// Words that names of outlets add or leave out.
  private static let freeWords: Set<String> = [
    "the", "news", "agency", "online", "tv", "il", "la", "lo", "i", "le", "l", "agenzia",
    "quotidiano",
  ]

  private let words: Set<String>

  /// Nil for a name without a letter or a digit.
  package init?(_ name: String) {
    let all = Set(
      WordFolding.key(name.utf8).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    guard !all.isEmpty else { return nil }
    let telling = all.subtracting(Self.freeWords)
    words = telling.isEmpty ? all : telling
  }
}
