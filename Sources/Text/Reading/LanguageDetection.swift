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
    LanguageEvidence(bytes[..<min(bytes.count, 1 << 16)]).guess
  }

  /// Which of the languages known here a document is in, whatever it was said to be in.
  public static func detect(in document: Document) -> LanguageGuess {
    detect(in: document.bytes)
  }

  /// Whether ``detect(in:)`` knows words or letters of the language, be it only to tell others from it.
  package var isTold: Bool {
    FunctionWords.latin.contains { $0.0 == self } || FunctionWords.letters.contains { $0.0 == self }
  }
}

/// What in a text speaks for each language.
package struct LanguageEvidence {
  package private(set) var words = 0
  /// The words that begin with a capital letter.
  package private(set) var capitalizedWords = 0
  private var cyrillicWords = 0
  /// In the order of ``FunctionWords/latin`` or ``FunctionWords/letters``.
  private var latinHits = [Int](repeating: 0, count: FunctionWords.latin.count)
  private var cyrillicHits = [Int](repeating: 0, count: FunctionWords.letters.count)

  /// Fewer words than this tell nothing.
  private static let fewestWords = 4
  /// The share of function words in running text, from below.
  private static let leastShare = 0.18

  /// Reads UTF-8. Linear.
  package init(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    var index = 0
    while index < bytes.count {
      let start = index
      var hash = WordHash()
      var letters: UInt8 = 0
      var isCyrillic = false
      while index < bytes.count {
        let value = bytes.scalar(at: index)
        guard Scalar.isLetter(value) else { break }
        if value >= 0x400, value < 0x530 {
          isCyrillic = true
          letters |= FunctionWords.languages(ofLetter: value)
        }
        if value != 0xAD { hash.addFolded(value) }
        index = bytes.offset(after: index)
      }
      if index == start {
        index = bytes.offset(after: index)
        continue
      }
      words += 1
      if Scalar.isUpper(bytes.scalar(at: start)) { capitalizedWords += 1 }
      if isCyrillic {
        cyrillicWords += 1
        Self.count(letters, in: &cyrillicHits)
      } else if index - start <= FunctionWords.longest {
        Self.count(FunctionWords.languages[hash.value] ?? 0, in: &latinHits)
      }
    }
  }

  /// Counts a word for the languages of a mask.
  private static func count(_ mask: UInt8, in hits: inout [Int]) {
    guard mask != 0 else { return }
    for index in hits.indices where mask >> UInt8(index) & 1 == 1 { hits[index] += 1 }
  }

  package var guess: LanguageGuess {
    let none = LanguageGuess(language: nil, confidence: 0)
    guard words >= Self.fewestWords, let best = ranked.first else { return none }
    let share = Double(best.hits) / Double(words)
    let confidence = lead * min(1, Double(words) / 20)
    let isKnown =
      FunctionWords.known.contains(best.language) && (isCyrillic || share >= Self.leastShare)
    return isKnown && confidence > 0
      ? LanguageGuess(language: best.language, confidence: confidence) : none
  }

  /// By how much the best language is ahead of the second, from 0 to 1.
  package var lead: Double {
    let ranked = ranked
    return ranked.count > 1 ? lead(over: ranked[1].language) : 0
  }

  /// By how much the best language is ahead of another, from 0 to 1.
  package func lead(over language: Language) -> Double {
    guard let best = ranked.first, best.hits > 0 else { return 0 }
    let other = ranked.first { $0.language == language }?.hits ?? 0
    return Double(best.hits - other) / Double(best.hits)
  }

  private var isCyrillic: Bool { cyrillicWords * 2 > words }

  private var ranked: [(language: Language, hits: Int)] {
    let candidates =
      isCyrillic ? FunctionWords.letters.map(\.0) : FunctionWords.latin.map(\.0)
    return zip(candidates, isCyrillic ? cyrillicHits : latinHits)
      .map { (language: $0, hits: $1) }.sorted { $0.hits > $1.hits }
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
        stata suo sua su si da in la le i all sul sulla tra fra cui perché dopo mi ti ci vi io tu lui
        lei noi voi ho hai ma così quando dove chi ogni tutto tutti molto poi già ancora qui queste
        questi
        """)
    ),
    (
      .english,
      words(
        """
        the of and to in is was that it for on with as his her he she they be at by this had not are
        but from or have an which were their has been would will its who said more about when there
        after i you we my your our him me them do did can could if so what then than just like here
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

  /// For the hash of each word in lower case, a bit for each language that has it.
  static let languages: [UInt64: UInt8] = {
    var languages: [UInt64: UInt8] = [:]
    for (index, (_, words)) in latin.enumerated() {
      for word in words { languages[WordHash.folded(word).value, default: 0] |= 1 << UInt8(index) }
    }
    return languages
  }()

  /// The bytes of the longest word.
  static let longest = latin.flatMap { $0.1.map(\.utf8.count) }.max() ?? 0

  /// A bit for each language that has a Cyrillic letter, small or capital.
  static func languages(ofLetter value: UInt32) -> UInt8 {
    let index = Int(Scalar.lowercased(value)) - 0x430
    return letterMasks.indices.contains(index) ? letterMasks[index] : 0
  }

  private static let letterMasks: [UInt8] = {
    var masks = [UInt8](repeating: 0, count: 0x100)
    for (index, (_, letters)) in FunctionWords.letters.enumerated() {
      for letter in letters { masks[Int(letter.value) - 0x430] |= 1 << UInt8(index) }
    }
    return masks
  }()

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
