/// The language a text looks to be in.
public struct LanguageGuess: Hashable, Sendable {
  /// Nil when the text is too short to tell or in none of the languages known here.
  public let language: Language?
  /// From 0 to 1.
  public let confidence: Double
}

extension Language {
  /// Which of Italian, English, Russian, Ukrainian and Belarusian a text is in, by its function
  /// words and, for Cyrillic, its letters. Looks at the first 64 KiB.
  ///
  /// Good enough to say that an article is not in the language it was said to be in; other
  /// languages come out as nil.
  public static func detect(in bytes: [UInt8]) -> LanguageGuess {
    var evidence = LanguageEvidence()
    evidence.read(bytes, limit: min(bytes.count, 1 << 16))
    return evidence.guess
  }

  /// Which of the languages known here a document is in, whatever it was said to be in.
  public static func detect(in document: Document) -> LanguageGuess {
    detect(in: document.bytes)
  }
}

/// Counts what speaks for each language.
private struct LanguageEvidence {
  private var words = 0
  private var cyrillicWords = 0
  private var hits: [Language: Int] = [:]

  /// Fewer words than this tell nothing.
  private static let fewestWords = 4
  /// The share of function words in running text, from below.
  private static let leastShare = 0.18

  mutating func read(_ bytes: [UInt8], limit: Int) {
    var index = 0
    while index < limit {
      let start = index
      var isCyrillic = false
      while index < limit {
        let value = bytes.scalar(at: index)
        guard Scalar.isLetter(value) else { break }
        if value >= 0x400, value < 0x530 { isCyrillic = true }
        index = bytes.offset(after: index)
      }
      if index > start {
        count(WordFolding.key(bytes[start..<index]), isCyrillic: isCyrillic)
      } else {
        index = bytes.offset(after: index)
      }
    }
  }

  private mutating func count(_ word: String, isCyrillic: Bool) {
    words += 1
    guard isCyrillic else {
      for (language, list) in FunctionWords.latin where list.contains(word) {
        hits[language, default: 0] += 1
      }
      return
    }
    cyrillicWords += 1
    for (language, letters) in FunctionWords.letters
    where word.unicodeScalars.contains(where: letters.contains) {
      hits[language, default: 0] += 1
    }
  }

  var guess: LanguageGuess {
    guard words >= Self.fewestWords else { return LanguageGuess(language: nil, confidence: 0) }
    let isCyrillic = cyrillicWords * 2 > words
    let candidates: [Language] =
      isCyrillic ? [.russian, .ukrainian, .belarusian] : FunctionWords.latin.map(\.0)
    let ranked = candidates.map { ($0, Double(hits[$0] ?? 0)) }.sorted { $0.1 > $1.1 }
    guard let best = ranked.first, ranked.count > 1, best.1 > 0 else {
      return LanguageGuess(language: nil, confidence: 0)
    }
    let share = best.1 / Double(words)
    let lead = (best.1 - ranked[1].1) / best.1
    let confidence = lead * min(1, Double(words) / 20)
    let isKnown = FunctionWords.known.contains(best.0) && (isCyrillic || share >= Self.leastShare)
    return isKnown && confidence > 0
      ? LanguageGuess(language: best.0, confidence: confidence)
      : LanguageGuess(language: nil, confidence: 0)
  }
}

/// Words and letters that tell languages apart. The neighbors of Italian are here only so that
/// their texts are not taken for it.
private enum FunctionWords {
  static let known: Set<Language> = [.italian, .english, .russian, .ukrainian, .belarusian]

  static let latin: [(Language, Set<String>)] = [
    (
      .italian,
      words(
        """
        il lo gli di che è e non della del dei delle degli dello dell nella nel nei con per sono ha
        hanno una un più anche questo questa alla al ai alle dal dalla come ma se era essere stato
        stata suo sua su si da in la le i all sul sulla tra fra cui perché dopo
        """)
    ),
    (
      .english,
      words(
        """
        the of and to in is was that it for on with as his her he she they be at by this had not are
        but from or have an which were their has been would will its who said more about when there
        after
        """)
    ),
    (
      Language(rawValue: "es"),
      words(
        """
        el la los las de que y en un una por con no se del al es lo para su más como pero sus fue
        está son ha este esta también entre cuando muy sin sobre
        """)
    ),
    (
      Language(rawValue: "fr"),
      words(
        """
        le la les de des et du un une que qui est dans pour pas sur avec au ce il elle ne se par plus
        en son sa ses mais ont été être cette aux nous vous sont
        """)
    ),
    (
      Language(rawValue: "de"),
      words(
        """
        der die das und ist in den von zu mit sich auf für nicht es dem ein eine auch als an werden
        aus er hat dass sie nach bei um noch wie einer über so zum war haben nur oder aber
        """)
    ),
    (
      Language(rawValue: "pt"),
      words(
        """
        o a os as de que e do da em um uma para com não se na no dos das por mais como mas foi ao ele
        tem são seu sua ou ser quando muito também está pelo pela
        """)
    ),
  ]

  /// Letters (and for Russian, the letters that Ukrainian and Belarusian lack).
  static let letters: [(Language, Set<Unicode.Scalar>)] = [
    (.russian, ["ы", "э", "ъ", "ё", "и", "щ"]),
    (.ukrainian, ["і", "ї", "є", "ґ", "и", "щ"]),
    (.belarusian, ["ў", "ы", "э", "ё", "і"]),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
