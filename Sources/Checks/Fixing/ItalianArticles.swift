import BitestoGlossary

/// The Italian articles and prepositions whose form depends on how the next word begins.
struct ItalianArticles {
  /// How a word begins, as far as articles mind.
  private enum Beginning {
    case vowel
    /// *lo*: s and a consonant, š, z, x, y, gn, ps, pn, pt.
    case impure
    case consonant

    init(_ word: String) {
      let letters = Array(word.lowercased().filter(\.isLetter).map(Self.plain))
      guard let first = letters.first else {
        self = .consonant
        return
      }
      let second = letters.count > 1 ? letters[1] : " "
      // A glide: lo Jaroslav, lo yacht, but l'Iran.
      let isGlide = first == "y" || (first == "j" && Self.vowels.contains(second))
      if Self.vowels.contains(first) {
        self = .vowel
      } else if isGlide || first == "z" || first == "x" || first == "š"
        || (first == "s" && !Self.vowels.contains(second))
        || Self.impureClusters.contains("\(first)\(second)")
      {
        self = .impure
      } else {
        self = .consonant
      }
    }

    private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    private static let impureClusters: Set<String> = ["gn", "ps", "pn", "pt"]
    private static let marked: [Character: Character] = [
      "à": "a", "á": "a", "é": "e", "è": "e", "ė": "e", "ë": "e", "ì": "i", "í": "i", "ï": "i",
      "ò": "o", "ó": "o", "ö": "o", "ù": "u", "ú": "u", "ŭ": "u", "ü": "u", "ž": "z", "ż": "z",
      "ź": "z",
    ]
    private static func plain(_ letter: Character) -> Character { marked[letter] ?? letter }
  }

  /// The forms of one article or articulated preposition.
  private struct Row {
    /// Before consonants, masculine.
    var plain: String
    /// Before *z* and the like, masculine.
    var impure: String
    /// Before vowels, masculine.
    var elided: String
    /// Before consonants, feminine.
    var feminine: String
    /// Before vowels, feminine.
    var feminineElided: String

    var masculineForms: [String] { [plain, impure, elided] }
    var feminineForms: [String] { [feminine, feminineElided] }
  }

  private static let singular: [Row] = [
    row("il", "lo", "la", "l'"), row("del", "dello", "della", "dell'"),
    row("al", "allo", "alla", "all'"), row("dal", "dallo", "dalla", "dall'"),
    row("nel", "nello", "nella", "nell'"), row("sul", "sullo", "sulla", "sull'"),
    row("quel", "quello", "quella", "quell'"), row("bel", "bello", "bella", "bell'"),
    Row(plain: "un", impure: "uno", elided: "un", feminine: "una", feminineElided: "un'"),
  ]

  private static func row(
    _ plain: String, _ impure: String, _ feminine: String, _ elided: String
  ) -> Row {
    Row(
      plain: plain, impure: impure, elided: elided, feminine: feminine, feminineElided: elided)
  }

  /// Masculine plurals; feminine ones never change.
  private static let plural: [(plain: String, other: String)] = [
    ("i", "gli"), ("dei", "degli"), ("ai", "agli"), ("dai", "dagli"), ("nei", "negli"),
    ("sui", "sugli"), ("quei", "quegli"), ("bei", "begli"),
  ]

  /// With a d before vowels only: before the same vowel by rule.
  private static let euphonic: [(plain: String, before: Character)] = [("a", "a"), ("e", "e")]

  let gender: Entry.Gender

  /// What stands before the new word, "'" at its end when it is elided; nil when nothing changes.
  ///
  /// - Parameters:
  ///   - word: in lower case, the apostrophe excluded.
  ///   - old: the word that it stood before.
  func adapted(_ word: String, isElided: Bool, old: String, to new: String) -> String? {
    let (before, after) = (Beginning(old), Beginning(new))
    let written = isElided ? word + "'" : word
    if let preposition = preposition(written, after, old: old, new: new) {
      return preposition == written ? nil : preposition
    }
    guard before != after else { return nil }
    if let pair = Self.plural.first(where: { $0.plain == written || $0.other == written }) {
      let adapted = after == .consonant ? pair.plain : pair.other
      return adapted == written ? nil : adapted
    }
    guard
      let row = Self.singular.first(where: {
        $0.masculineForms.contains(written) || $0.feminineForms.contains(written)
      })
    else { return nil }
    // Before a consonant the article itself tells the gender; elided it does not.
    let isFeminine =
      written == row.feminine
      || (written == row.feminineElided
        && (gender == .feminine || row.elided != row.feminineElided))
    let adapted: String
    switch after {
    case .vowel: adapted = isFeminine ? row.feminineElided : row.elided
    case .impure: adapted = isFeminine ? row.feminine : row.impure
    case .consonant: adapted = isFeminine ? row.feminine : row.plain
    }
    return adapted == written ? nil : adapted
  }

  /// *d'*, *ad*, *ed*; nil for other words.
  private func preposition(
    _ written: String, _ after: Beginning, old: String, new: String
  ) -> String? {
    if written == "d'" { return after == .vowel ? written : "di" }
    if written == "ad" || written == "ed" || written == "od" {
      return after == .vowel ? written : String(written.prefix(1))
    }
    let first = new.lowercased().first
    if first != old.lowercased().first,
      Self.euphonic.contains(where: { $0.plain == written && $0.before == first })
    {
      return written + "d"
    }
    return nil
  }
}
