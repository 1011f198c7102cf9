import BitestoText

/// The words around numbers that change what they mean.
struct NumberPhrases: Sendable {
  private let rough: Set<String>
  private let clock: Set<String>
  private let joining: Set<String>

  static func of(_ language: Language) -> NumberPhrases {
    language == .italian ? italian : english
  }

  /// Letters written to the digits.
  func multiplier(_ suffix: String) -> Double? { Self.suffixes[suffix] }

  private static let suffixes: [String: Double] = [
    "mila": 1e3, "k": 1e3, "m": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "mld": 1e9, "tn": 1e12,
  ]

  /// Whether a word stands behind nouns and not between a number and what it counts.
  func followsNoNumber(_ word: String) -> Bool { Self.behindNouns.contains(word) }

  private static let behindNouns: Set<String> = [
    "a", "ad", "di", "del", "dell'", "della", "dal", "dall'", "dalla", "da", "che", "fino", "in",
    "con", "sul", "sulla", "su",
  ]

  func joins(_ word: String) -> Bool { joining.contains(word) }

  /// Numbers of idioms, which translations put in other words.
  func isIdle(_ word: String) -> Bool { ["100", "24", "7", "24/7", "101"].contains(word) }

  /// Whether one of the two words before says that the number is about right.
  func isRough(around words: Range<Int>, in all: [CheckedWord]) -> Bool {
    let before = all[max(0, words.lowerBound - 3)..<words.lowerBound]
    let after = all[words.upperBound...].prefix(2)
    return before.contains { rough.contains($0.key) } || after.contains { rough.contains($0.key) }
  }

  /// Whether the word before announces an hour.
  func isClock(before index: Int, in words: [CheckedWord]) -> Bool {
    index > 0 && clock.contains(words[index - 1].key)
  }

  private static let italian = NumberPhrases(
    rough: [
      "circa", "quasi", "oltre", "almeno", "attorno", "intorno", "più", "meno", "pressappoco",
      "all'incirca", "sfiora", "sfiorano", "appena", "verso",
    ],
    clock: ["alle", "ore", "dalle"], joining: ["e"])

  private static let english = NumberPhrases(
    rough: [
      "about", "around", "almost", "nearly", "over", "roughly", "approximately", "some", "least",
      "more", "less", "under", "close", "up", "just", "than", "or",
    ],
    clock: ["at"], joining: ["and", "a", "of"])
}
