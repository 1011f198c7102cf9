import BitestoText
import Foundation

extension Language {
  /// The East Slavic language that a name looks to be in, by the letters and endings that one of them
  /// has: ў, энка, скі are Belarusian, ї, є, ій Ukrainian, ы, э, ъ and и without і Russian. Russian
  /// when nothing tells; nil when the name has no Cyrillic letters.
  ///
  /// A guess: *Тимошенко* may be Ukrainian, *Віктар* is taken for Ukrainian. Linear in the name.
  public static func ofCyrillicName(_ name: String) -> Language? {
    let name = name.precomposedStringWithCanonicalMapping.lowercased()
    guard name.unicodeScalars.contains(where: SpelledText.isCyrillic) else { return nil }
    let letters = Set(name.unicodeScalars)
    for (language, signs) in telling where !letters.isDisjoint(with: signs.letters) {
      return language
    }
    let words = name.split { !$0.isLetter && $0 != "’" && $0 != "'" && $0 != "ʼ" }
    for (language, signs) in telling
    where words.contains(where: { word in signs.endings.contains { word.hasSuffix($0) } }) {
      return language
    }
    if apostrophes.contains(where: name.contains) { return .ukrainian }
    // Belarusian has і with ы or э, Ukrainian і with и, Russian no і.
    guard letters.contains("і") else { return .russian }
    return letters.isDisjoint(with: ["ы", "э", "ё"]) ? .ukrainian : .belarusian
  }

  /// Russian has a hard sign there.
  private static let apostrophes = ["’", "'", "ʼ"].flatMap { sign in "яює".map { "\(sign)\($0)" } }

  private static let telling: [(Language, (letters: Set<Unicode.Scalar>, endings: [String]))] = [
    (.belarusian, (["ў"], ["скі", "цкі", "энка", "авіч", "евіч", "овіч"])),
    (.ukrainian, (["ї", "є"], ["ій", "ський", "цький", "ська", "цька", "ськ", "цьк"])),
    (.russian, (["ъ"], [])),
  ]
}
