import Foundation

/// What one code point is to a name: part of a word, or something between words.
///
/// Folding makes the spellings of a name alike that differ only in case, in diacritics (Š and S, Ł
/// and L, й and и) or in Unicode normalization. Composed letters fold to what is left of the
/// decomposed ones when combining marks are dropped; ``mark`` has what was dropped.
struct FoldedCharacter {
  enum Role: UInt8 {
    /// Ends a name: punctuation, symbols, emoji.
    case boundary
    case letter
    /// Half of a flag; two of them are a word that names a country.
    case regionalIndicator
    /// A combining mark, a soft hyphen, a joiner: not there.
    case ignored
    /// Elides, marks possession or stands for a soft sign: ' ’ ʼ.
    case apostrophe
    /// Stands for a soft or a hard sign and nothing else, so it is part of the word before: ʹ ʺ.
    case softSign
    case space
    case newline
    /// A hyphen, or a slash or an ampersand as in *RFE/RL*.
    case hyphen
    case period
  }

  enum Script: UInt8 {
    case latin
    case cyrillic
    /// Digits, and letters of other scripts.
    case other
  }

  var role: Role
  var isUppercase = false
  var script = Script.other
  /// Up to two code units: Latin letters fold to ASCII, others to two-byte letters. No units in a
  /// letter means that its own UTF-8 bytes stand for it.
  var first: UInt8 = 0
  var second: UInt8 = 0
  /// The sum of numbers that stand for the combining marks in the letter, or the number of a letter
  /// that has no decomposition (ł); 0 for a letter that folding changes in nothing but case.
  var mark: UInt16 = 0

  var isInsideWord: Bool { role == .letter || role == .ignored || role == .regionalIndicator }

  /// The character of a code point.
  static func of(_ codePoint: UInt32) -> FoldedCharacter {
    if codePoint < lowCount { return table[Int(codePoint)] }
    if highRange.contains(codePoint) {
      return table[Int(lowCount + codePoint - highRange.lowerBound)]
    }
    if regionalIndicators.contains(codePoint) { return FoldedCharacter(role: .regionalIndicator) }
    if ignoredRanges.contains(where: { $0.contains(codePoint) }) {
      return FoldedCharacter(role: .ignored)
    }
    return symbolRanges.contains { $0.contains(codePoint) }
      ? FoldedCharacter(role: .boundary) : FoldedCharacter(role: .letter)
  }

  /// What each ASCII byte folds to; 0 for what is no letter or digit.
  static let asciiFolds: [UInt8] = (0..<128).map { of($0).first }

  /// Latin, Greek and Cyrillic, and the marks between them.
  private static let lowCount: UInt32 = 0x530
  /// Latin and Greek letters with marks, and punctuation.
  private static let highRange: Range<UInt32> = 0x1E00..<0x2070

  /// The characters of all code points up to the end of Cyrillic, then others.
  static let table: [FoldedCharacter] = {
    var table = (Array(0..<lowCount) + Array(highRange)).map(unlisted)
    func set(_ codePoint: UInt32, _ character: FoldedCharacter) {
      if codePoint < lowCount {
        table[Int(codePoint)] = character
      } else if highRange.contains(codePoint) {
        table[Int(lowCount + codePoint - highRange.lowerBound)] = character
      }
    }
    for (role, characters) in betweenWords {
      for scalar in characters.unicodeScalars { set(scalar.value, FoldedCharacter(role: role)) }
    }
    for (codePoint, character) in letters { set(codePoint, character) }
    return table
  }()

  /// What properties and the canonical decomposition tell of a code point.
  private static func unlisted(_ codePoint: UInt32) -> FoldedCharacter {
    if isMark(codePoint) {
      return FoldedCharacter(role: .ignored, mark: number(ofMark: codePoint))
    }
    guard let scalar = Unicode.Scalar(codePoint) else { return FoldedCharacter(role: .boundary) }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType != nil else {
      return FoldedCharacter(role: .boundary)
    }
    var character = FoldedCharacter(
      role: .letter, script: script(of: codePoint))
    // A titlecase letter is not uppercase, but what it decomposes to is.
    let own = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    character.isUppercase = own.first?.properties.isUppercase ?? false
    let lower = properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars
    guard let base = lower.first else { return character }
    let units = Array(String(base).utf8)
    if units.count <= 2 {
      character.first = units[0]
      character.second = units.count > 1 ? units[1] : 0
    }
    character.mark = lower.dropFirst().reduce(0) { $0 &+ number(ofMark: $1.value) }
    return character
  }

  private static func script(of codePoint: UInt32) -> Script {
    switch codePoint {
    case 0x41...0x5A, 0x61...0x7A, 0xC0..<0x250, 0x1E00..<0x1F00: .latin
    case 0x400..<0x530: .cyrillic
    default: .other
    }
  }

  private static func isMark(_ codePoint: UInt32) -> Bool {
    (0x300..<0x370).contains(codePoint) || (0x483..<0x48A).contains(codePoint)
  }

  /// Small enough for the marks of one letter to add up.
  private static func number(ofMark codePoint: UInt32) -> UInt16 {
    isMark(codePoint) ? UInt16(codePoint - 0x2FF) : 0x400
  }

  private static let betweenWords: [(FoldedCharacter.Role, String)] = [
    (.space, " \t\u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2007}\u{2009}\u{202F}"),
    (.newline, "\n\r\u{2028}"),
    (.hyphen, "-/&\u{2010}\u{2011}"),
    (.period, "."),
    (.apostrophe, "'’‘`´ʼʻʾʿ′\u{2BD}\u{1FEF}\u{1FFD}"),
    (.softSign, "ʹʺ\u{374}"),
    (.ignored, "\u{AD}\u{200B}\u{200C}\u{200D}\u{2060}"),
  ]

  private static let regionalIndicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF

  /// Combining marks of other blocks, and the byte order mark.
  private static let ignoredRanges: [ClosedRange<UInt32>] = [
    0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F, 0xFEFF...0xFEFF,
  ]

  /// Blocks without letters: punctuation, currency, arrows, dingbats, emoji, variation selectors.
  private static let symbolRanges: [ClosedRange<UInt32>] = [
    0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE6F,
    0xFF00...0xFF0F, 0x1F000...0x1FAFF, 0xE0000...0x10FFFF,
  ]

  /// Every letter that is folded to others, in both cases.
  private static let letters: [UInt32: FoldedCharacter] = {
    var letters: [UInt32: FoldedCharacter] = [:]
    for (target, sources) in folds {
      let units = Array(target.utf8)
      let all = target.unicodeScalars.count == 1 ? target + sources : sources
      for (position, scalar) in all.unicodeScalars.enumerated() {
        var folded = unlisted(scalar.value)
        let isBase = folded.first == units[0] && folded.second == (units.count > 1 ? units[1] : 0)
        // No decomposition leads from ł to l.
        if !isBase { folded.mark = 0x200 + UInt16(position) }
        folded.first = units[0]
        folded.second = units.count > 1 ? units[1] : 0
        letters[scalar.value] = folded
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        guard upper.count == 1, let capital = upper.first, capital != scalar else { continue }
        folded.isUppercase = true
        letters[capital.value] = folded
      }
    }
    return letters
  }()

  /// What letters take in beyond what their decomposition tells. Digraphs stand for one letter.
  private static let folds: [(target: String, sources: String)] = [
    ("d", "đ"), ("e", "ə"), ("h", "ħ"), ("i", "ı"), ("l", "ŀł"), ("n", "ŉŋ"), ("o", "ø"),
    ("s", "ſ"), ("t", "ŧ"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"), ("dh", "ð"),
    ("г", "ґ"),
  ]
}
