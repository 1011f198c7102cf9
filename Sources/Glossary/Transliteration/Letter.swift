/// What the rules of transliteration need to know of a code point.
enum Letter {
  enum Sound {
    case vowel
    case consonant
    /// й, ў, ь, ъ, an apostrophe: what softens or parts the letters around it.
    case glide
    case none
  }

  enum Case: UInt8 {
    case none
    case lower
    case upper
  }

  static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x52F).contains(scalar.value)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x400...0x481, 0x61...0x7A, 0x41...0x5A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }

  /// Whether the code point is a combining mark.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && !(0x400...0x482).contains(scalar.value)
      && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// What stands for an apostrophe in a name.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "ʼ", "`", "´", "‘", "′": true
    default: false
    }
  }

  /// What may stand for a hard sign.
  static func isDoubleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "”", "″": true
    default: false
    }
  }

  /// The Cyrillic letter that looks like a Latin one.
  static func lookalike(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.value < 0x100 ? lookalikes[scalar] : nil
  }

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "aceiopxyëïABCEHIKMOPTXYËÏ".unicodeScalars, "асеіорхуёїАВСЕНІКМОРТХУЁЇ".unicodeScalars))

  /// The code point in lower case, and the case it had.
  static func lowered(_ scalar: Unicode.Scalar) -> (letter: UInt32, case: Case) {
    let value = scalar.value
    switch value {
    case 0x430...0x45F, 0x61...0x7A: return (value, .lower)
    case 0x410...0x42F, 0x41...0x5A: return (value + 0x20, .upper)
    case 0x400...0x40F: return (value + 0x50, .upper)
    default:
      guard scalar.properties.isUppercase else {
        return (value, scalar.properties.isLowercase ? .lower : .none)
      }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return (lower.first?.value ?? value, .upper)
    }
  }

  /// What a lower-case letter is to its neighbors.
  static func sound(of letter: UInt32) -> Sound {
    guard let scalar = Unicode.Scalar(letter) else { return .none }
    if vowels.contains(scalar) { return .vowel }
    if glides.contains(scalar) { return .glide }
    return isLetter(scalar) ? .consonant : .none
  }

  private static let vowels = Set("аеёєиіїоуыэюяaeiouyëïìôûâėè".unicodeScalars)
  private static let glides = Set("йўьъ’jŭ".unicodeScalars)
}
