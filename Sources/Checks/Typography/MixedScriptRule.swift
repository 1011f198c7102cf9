import BitestoText

/// Words with letters of two alphabets: *Mоskva* with a Cyrillic о.
struct MixedScriptRule {
  /// A word, and the same word in one alphabet when look-alikes are all that is wrong with it.
  struct Mixture {
    var range: Range<Int>
    var stray: [Unicode.Scalar]
    var strayIsCyrillic: Bool
    var replacement: String?
  }

  /// Linear.
  func mixtures(in text: CheckedText) -> [Mixture] {
    var found: [Mixture] = []
    let bytes = text.prose.bytes
    // A text of one alphabet has nothing to mix; Cyrillic letters begin with D0 to D3.
    guard bytes.contains(where: { (0xD0...0xD3).contains($0) }) else { return [] }
    for token in text.tokens where token.kind == .word {
      for part in text.prose.text(token.range).split(whereSeparator: Self.joints.contains) {
        // Substrings know where they stand in the token's text.
        let before = part.base[..<part.startIndex].utf8.count
        let start = token.range.lowerBound + before
        if let mixture = mixture(part, at: start..<(start + part.utf8.count)) {
          found.append(mixture)
        }
      }
    }
    return found
  }

  private func mixture(_ word: Substring, at range: Range<Int>) -> Mixture? {
    var latin: [Unicode.Scalar] = []
    var cyrillic: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars where scalar.properties.isAlphabetic {
      if (0x400..<0x530).contains(scalar.value) {
        cyrillic.append(scalar)
      } else if scalar.value < 0x250 {
        latin.append(scalar)
      }
    }
    guard !latin.isEmpty, !cyrillic.isEmpty else { return nil }
    // Letters without a look-alike tell the alphabet that was meant; else the greater number does.
    let latinFits = latin.allSatisfy { Self.cyrillicOfLatin[$0] != nil }
    let cyrillicFits = cyrillic.allSatisfy { Self.latinOfCyrillic[$0] != nil }
    let strayIsCyrillic =
      cyrillicFits == latinFits ? cyrillic.count <= latin.count : cyrillicFits
    let table = strayIsCyrillic ? Self.latinOfCyrillic : Self.cyrillicOfLatin
    var replacement: String?
    if strayIsCyrillic ? cyrillicFits : latinFits {
      replacement = String(
        String.UnicodeScalarView(word.unicodeScalars.map { table[$0] ?? $0 }))
    }
    return Mixture(
      range: range, stray: strayIsCyrillic ? cyrillic : latin, strayIsCyrillic: strayIsCyrillic,
      replacement: replacement)
  }

  private static let joints: Set<Character> = ["-", "\u{2010}", "\u{2011}", "'", "’"]

  /// Letters that look the same in both alphabets (Unicode Technical Standard 39, confusables).
  private static let lookAlikes: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
    ("a", "а"), ("c", "с"), ("e", "е"), ("i", "і"), ("j", "ј"), ("o", "о"), ("p", "р"),
    ("s", "ѕ"), ("x", "х"), ("y", "у"), ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"),
    ("H", "Н"), ("I", "І"), ("J", "Ј"), ("K", "К"), ("M", "М"), ("O", "О"), ("P", "Р"),
    ("S", "Ѕ"), ("T", "Т"), ("X", "Х"), ("Y", "У"), ("ï", "ї"), ("ë", "ё"), ("Ë", "Ё"),
    ("Ï", "Ї"), ("è", "ѐ"), ("k", "к"),
  ]
  private static let cyrillicOfLatin = Dictionary(
    lookAlikes.map { ($0.latin, $0.cyrillic) }, uniquingKeysWith: { first, _ in first })
  private static let latinOfCyrillic = Dictionary(
    lookAlikes.map { ($0.cyrillic, $0.latin) }, uniquingKeysWith: { first, _ in first })
}
