/// What one code point is to a name: part of a word, or something between words.
///
/// Folding makes the spellings of a name alike that differ only in case, in diacritics (Š and S, Ł
/// and L, й and и) or in Unicode normalization. Composed letters fold to what is left of the
/// decomposed ones when combining marks are dropped.
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

  var role: Role
  var isUppercase = false
  /// Up to two code units: Latin letters fold to ASCII, Cyrillic ones to two-byte letters. No units
  /// in a letter means that its own UTF-8 bytes stand for it.
  var first: UInt8 = 0
  var second: UInt8 = 0

  /// The character of a code point.
  static func of(_ codePoint: UInt32) -> FoldedCharacter {
    if codePoint < tableSize { return table[Int(codePoint)] }
    if let listed = higher[codePoint] { return listed }
    if regionalIndicators.contains(codePoint) { return FoldedCharacter(role: .regionalIndicator) }
    return symbolRanges.contains { $0.contains(codePoint) }
      ? FoldedCharacter(role: .boundary) : FoldedCharacter(role: .letter)
  }

  /// Latin, Greek and Cyrillic, and the marks between them.
  private static let tableSize: UInt32 = 0x530
  private static let table: [FoldedCharacter] = {
    var table = (0..<tableSize).map { codePoint in
      let properties = Unicode.Scalar(codePoint)?.properties
      return properties?.isAlphabetic == true || properties?.numericType != nil
        ? FoldedCharacter(role: .letter, isUppercase: properties?.isUppercase ?? false)
        : FoldedCharacter(role: .boundary)
    }
    for (role, characters) in betweenWords {
      for scalar in characters.unicodeScalars where scalar.value < tableSize {
        table[Int(scalar.value)] = FoldedCharacter(role: role)
      }
    }
    for codePoint in 0x300..<0x370 { table[codePoint] = FoldedCharacter(role: .ignored) }
    for (codePoint, character) in letters where codePoint < tableSize {
      table[Int(codePoint)] = character
    }
    return table
  }()

  /// What is listed beyond the table.
  private static let higher: [UInt32: FoldedCharacter] = {
    var higher = letters.filter { $0.key >= tableSize }
    for (role, characters) in betweenWords {
      for scalar in characters.unicodeScalars where scalar.value >= tableSize {
        higher[scalar.value] = FoldedCharacter(role: role)
      }
    }
    return higher
  }()

  private static let betweenWords: [(FoldedCharacter.Role, String)] = [
    (.space, " \t\u{A0}\u{2002}\u{2003}\u{2007}\u{2009}\u{202F}"),
    (.newline, "\n\r\u{2028}"),
    (.hyphen, "-/&\u{2010}\u{2011}"),
    (.period, "."),
    (.apostrophe, "'’‘`´ʼʻʾʿ′\u{2BD}"),
    (.softSign, "ʹʺ"),
    (.ignored, "\u{AD}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}"),
  ]

  private static let regionalIndicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF

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
      for scalar in (target.unicodeScalars.count == 1 ? target + sources : sources).unicodeScalars {
        var folded = FoldedCharacter(
          role: .letter, first: units[0], second: units.count > 1 ? units[1] : 0)
        letters[scalar.value] = folded
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        guard upper.count == 1, let capital = upper.first, capital != scalar else { continue }
        folded.isUppercase = true
        letters[capital.value] = folded
      }
    }
    return letters
  }()

  /// What each letter takes in. Digraphs stand for one letter.
  private static let folds: [(target: String, sources: String)] =
    [
      ("a", "àáâãäåāăąǎạảấầậắặ"), ("b", ""), ("c", "çćĉċč"), ("d", "ďđḍ"),
      ("e", "èéêëēĕėęěẽẹẻếềểễệə"), ("f", ""), ("g", "ĝğġģǧ"), ("h", "ĥħḥ"), ("i", "ìíîïĩīĭįıǐịỉ"),
      ("j", "ĵǰ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("m", ""), ("n", "ñńņňŉŋ"),
      ("o", "òóôõöøōŏőǒơọỏốồộớờợ"), ("p", ""), ("q", ""), ("r", "ŕŗř"), ("s", "śŝşšșṣſ"),
      ("t", "ţťŧțṭ"), ("u", "ùúûüũūŭůűųǔưụủứừự"), ("v", ""), ("w", "ŵ"), ("x", ""),
      ("y", "ýÿŷỳỹ"), ("z", "źżžẓ"),
      ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"), ("dh", "ð"),
      ("а", "ӑӓ"), ("б", ""), ("в", ""), ("г", "ґѓ"), ("д", ""), ("е", "ёѐӗ"), ("є", ""),
      ("ж", "ӂ"),
      ("з", ""), ("и", "йѝӣ"), ("і", "ї"), ("к", "ќ"), ("л", ""), ("м", ""), ("н", ""), ("о", "ӧ"),
      ("п", ""), ("р", ""), ("с", ""), ("т", ""), ("у", "ўӯӱ"), ("ф", ""), ("х", ""), ("ц", ""),
      ("ч", ""), ("ш", ""), ("щ", ""), ("ъ", ""), ("ы", ""), ("ь", ""), ("э", "ӭ"), ("ю", ""),
      ("я", ""), ("ј", ""), ("љ", ""), ("њ", ""), ("ћ", ""), ("ђ", ""), ("џ", ""),
    ] + "0123456789".map { (String($0), "") }
}
