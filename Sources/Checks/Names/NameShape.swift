import BitestoGlossary
import BitestoSuggestion

/// How a name sounds and is built, as far as that tells two spellings from two names.
struct NameShape: Hashable, Sendable {
  /// The consonants of each word, those that romanizations exchange made one: "lksnk" of
  /// *Lukashenko*, *Lukašėnka* and *Loukachenko*.
  let skeletons: [String]
  /// Each word without the endings that number and gender change.
  let stems: [String]
  /// Without diacritics.
  let bare: String
  /// All in capitals, and short: *NATO*.
  let isAcronym: Bool

  init(_ name: String) {
    bare = SpellingKey.bare(name)
    let words = bare.split(separator: " ").map(String.init)
    skeletons = words.map(Self.skeleton)
    stems = words.map(Self.stem)
    let letters = name.filter(\.isLetter)
    isAcronym =
      words.count == 1 && letters.count <= 6
      && letters.dropFirst().contains(where: \.isUppercase)
  }

  /// Whether both may be one name in two spellings, word by word.
  func isSpelledLike(_ other: NameShape) -> Bool {
    !skeletons.contains("") && skeletons == other.skeletons
  }

  /// Whether both may be one surname in two spellings, and not two names of one person: *Bergoglio*
  /// is no spelling of *Francesco*.
  func mayBeSpelling(of other: NameShape) -> Bool {
    let (first, second) = (skeletons.last?.first, other.skeletons.last?.first)
    return first != nil && first == second
      || editDistance(bare, other.bare) * 2 <= max(bare.count, other.bare.count)
  }

  /// Whether both are one word in two numbers or genders.
  func isInflected(_ other: NameShape) -> Bool { stems == other.stems }

  private static func skeleton(_ word: String) -> String {
    var skeleton = ""
    for letter in word where !silent.contains(letter) {
      let sound = exchanged[letter] ?? letter
      if skeleton.last != sound { skeleton.append(sound) }
    }
    return skeleton
  }

  private static let silent: Set<Character> = ["a", "e", "i", "o", "u", "y", "j", "h"]
  private static let exchanged: [Character: Character] = [
    "w": "v", "q": "k", "c": "k", "z": "s",
  ]

  private static func stem(_ word: String) -> String {
    var stem = word[...]
    while stem.count > 2, let last = stem.last, endings.contains(last) { stem.removeLast() }
    return String(stem)
  }

  private static let endings: Set<Character> = ["a", "e", "i", "o", "h", "s"]
}
