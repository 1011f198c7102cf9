import BitestoText
import Foundation

extension Language {
  /// The East Slavic language that a name looks to be in, by letters and sequences that are usual
  /// in one of them only. Russian when nothing tells; nil when the name has no Cyrillic letters.
  ///
  /// A guess: *Порошенко* could be Ukrainian, *Віктар* is taken for Ukrainian. Linear in the name.
  public static func ofCyrillicName(_ name: String) -> Language? {
    let name = name.precomposedStringWithCanonicalMapping.lowercased()
    guard name.unicodeScalars.contains(where: Letter.isCyrillic) else { return nil }
    let words = name.split { !$0.isLetter && !"’'ʼ".contains($0) }
    let text = " \(words.joined(separator: " ")) "
    for (language, pieces) in telling where pieces.contains(where: text.contains) {
      return language
    }
    // Belarusian has і beside ы, э and ё, Ukrainian beside и.
    guard text.contains("і") else { return .russian }
    return text.contains { "ыэё".contains($0) } ? .belarusian : .ukrainian
  }

  /// Letters, sequences and the most frequent given names, the surest first. A space is the edge
  /// of a word.
  private static let telling: [(Language, pieces: [String])] = [
    (.belarusian, ["ў"]),
    (.ukrainian, ["ї", "є", "ґ"]),
    (.russian, ["ъ"]),
    (.belarusian, ["скі ", "цкі ", "віч ", "ыя ", "енка ", "энка "]),
    (.ukrainian, ["ій ", "ськ", "цьк", "зьк", "йо", "ьо"]),
    (.belarusian, ["жы", "шы", "чы", "шч", "рэ", "чэ", "дзя", "дзі", "дзё"]),
    (.belarusian, [" аля", " сярг", " юры ", " юрый ", " вольга "]),
    (.ukrainian, [" олекса", " волод", " микол", " михайло ", " дмитро ", " петро ", " павло "]),
    (.ukrainian, [" василь ", " данило ", " кирило ", " олена ", " ігор ", " ірина "]),
    (.ukrainian, ["’я", "’ю", "'я", "'ю", "ʼя", "ʼю"]),
  ]
}
