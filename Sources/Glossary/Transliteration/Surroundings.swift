/// What may stand beside the letters of a rule: a set in braces, `{V}`, `{^йьъ}`.
struct Surroundings: Sendable {
  private static let common: ClosedRange<UInt32> = 0x430...0x46F

  private var hasEdge = false
  private var hasVowels = false
  private var hasConsonants = false
  private var scalars: [UInt32] = []
  /// The answers for the commonest letters, from а on.
  private var mask: UInt64 = 0

  init(_ text: Substring) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "V": hasVowels = true
      case "C": hasConsonants = true
      case "^", "$": hasEdge = true
      default: scalars.append(scalar.value)
      }
    }
    for letter in Self.common where isMember(letter) {
      mask |= 1 << UInt64(letter - Self.common.lowerBound)
    }
  }

  /// Whether a lower-case letter belongs to the set; 0 is the edge of a word.
  func contains(_ letter: UInt32) -> Bool {
    if letter == 0 { return hasEdge }
    return Self.common.contains(letter)
      ? mask >> UInt64(letter - Self.common.lowerBound) & 1 == 1 : isMember(letter)
  }

  private func isMember(_ letter: UInt32) -> Bool {
    switch Letter.sound(of: letter) {
    case .vowel where hasVowels, .consonant where hasConsonants: true
    default: scalars.contains(letter)
    }
  }
}
