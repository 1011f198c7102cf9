import Foundation

/// A text as the rules of a table look at it: its code points, and for each what stands around it in
/// its word.
///
/// Linear in the text. Combining marks are parts of a word but nobody's neighbors.
struct SpelledText {
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

  private enum Role: UInt8 {
    case outside
    case letter
    case mark
    case apostrophe
  }

  /// Composed (NFC), otherwise as they were typed.
  let typed: [Unicode.Scalar]
  /// With apostrophes inside Cyrillic words alike, and Latin letters that were typed for Cyrillic ones
  /// replaced.
  private var scalars: [Unicode.Scalar]
  /// In lower case; 0 outside words.
  private(set) var letters: [UInt32] = []
  /// The letter or apostrophe before and after each place of a word; 0 at its edges.
  private(set) var before: [UInt32] = []
  private(set) var after: [UInt32] = []
  private(set) var cases: [Case] = []
  /// The case of the nearest letter of the word that has one.
  private(set) var caseBefore: [Case] = []
  private(set) var caseAfter: [Case] = []

  /// - Parameters:
  ///   - alphabet: the Cyrillic letters that Latin ones may stand for in a word that has both.
  ///   - signs: whether apostrophes and quotation marks after a letter stand for a soft or a hard sign.
  init(_ text: String, alphabet: Set<UInt32>, signs: Bool) {
    typed = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    scalars = typed
    var roles = Self.roles(scalars, signs: signs)
    if !alphabet.isEmpty { repair(&roles, alphabet) }
    let count = scalars.count
    letters = [UInt32](repeating: 0, count: count)
    cases = [Case](repeating: .none, count: count)
    (before, after) = (letters, letters)
    (caseBefore, caseAfter) = (cases, cases)
    var neighbor: (letter: UInt32, case: Case) = (0, .none)
    for index in 0..<count {
      guard roles[index] != .outside else {
        neighbor = (0, .none)
        continue
      }
      (letters[index], cases[index]) = Self.lowered(scalars[index])
      (before[index], caseBefore[index]) = neighbor
      guard roles[index] != .mark else { continue }
      neighbor.letter = letters[index]
      if cases[index] != .none { neighbor.case = cases[index] }
    }
    neighbor = (0, .none)
    for index in (0..<count).reversed() {
      guard roles[index] != .outside else {
        neighbor = (0, .none)
        continue
      }
      (after[index], caseAfter[index]) = neighbor
      guard roles[index] != .mark else { continue }
      neighbor.letter = letters[index]
      if cases[index] != .none { neighbor.case = cases[index] }
    }
  }

  private static func roles(_ scalars: [Unicode.Scalar], signs: Bool) -> [Role] {
    var roles = [Role](repeating: .outside, count: scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if apostrophes.contains(scalar) || signs && hardSigns.contains(scalar) {
        let follows = index > 0 && roles[index - 1] != .outside
        let isFollowed = index + 1 < scalars.count && isLetter(scalars[index + 1])
        if follows && (signs || isFollowed) { roles[index] = .apostrophe }
      } else if isLetter(scalar) {
        roles[index] = .letter
      } else if isMark(scalar) {
        roles[index] = .mark
      }
    }
    return roles
  }

  /// Gives each word that has Cyrillic letters its own apostrophe and its own alphabet.
  private mutating func repair(_ roles: inout [Role], _ alphabet: Set<UInt32>) {
    var start = 0
    while start < roles.count {
      guard roles[start] != .outside else {
        start += 1
        continue
      }
      var end = start
      while end < roles.count, roles[end] != .outside { end += 1 }
      if scalars[start..<end].contains(where: Self.isCyrillic) {
        for index in start..<end {
          if roles[index] == .apostrophe {
            scalars[index] = "’"
          } else if let meant = Self.lookalikes[scalars[index]],
            alphabet.contains(Self.lowered(meant).letter)
          {
            scalars[index] = meant
          }
        }
      }
      start = end
    }
  }

  static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x52F).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isCyrillic(scalar)
      ? scalar.properties.isAlphabetic
      : scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        : scalar.properties.isAlphabetic
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "ʼ", "`", "´", "‘", "′"]
  private static let hardSigns: Set<Unicode.Scalar> = ["\"", "”", "″"]

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "aceiopxyëïABCEHIKMOPTXYËÏ".unicodeScalars, "асеіорхуёїАВСЕНІКМОРТХУЁЇ".unicodeScalars))

  private static func lowered(_ scalar: Unicode.Scalar) -> (letter: UInt32, case: Case) {
    let value = scalar.value
    switch value {
    case 0x430...0x45F: return (value, .lower)
    case 0x410...0x42F: return (value + 0x20, .upper)
    case 0x400...0x40F: return (value + 0x50, .upper)
    case 0x61...0x7A: return (value, .lower)
    case 0x41...0x5A: return (value + 0x20, .upper)
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
