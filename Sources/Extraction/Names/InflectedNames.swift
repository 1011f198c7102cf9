import BitestoGlossary
import BitestoText

/// Finds known names in the cases of Russian, Ukrainian and Belarusian: "в Беларуси", "Путиным".
struct InflectedNames {
  private static let mostWords = 5

  private var entries: [String: Int] = [:]

  init(_ glossary: Glossary) {
    for (number, entry) in glossary.entries.enumerated() where entry.kind != .term {
      for form in entry.forms where Self.isSlavic(form.language) {
        add(form.text, number)
        if let surname = entry.surname(of: form) { add(surname, number) }
      }
    }
  }

  /// The mentions of a passage with those that only cases hide; in other languages the same.
  func adding(
    to mentions: [NameIndex.Mention], in document: Document, _ range: Range<Int>
  ) -> [NameIndex.Mention] {
    guard Self.isSlavic(document.language) else { return mentions }
    let words = Tokenizer(language: document.language).tokens(in: document, range)
      .filter { $0.kind == .word }
    let stems = words.map { Self.stem(document.folded($0.range)) }
    var all = mentions
    for index in words.indices where Self.isCapitalized(document.text(words[index].range)) {
      for length in (1...Self.mostWords).reversed() where index + length <= words.count {
        let key = stems[index..<(index + length)].joined(separator: " ")
        guard let entry = entries[key] else { continue }
        let end = words[index + length - 1].range.upperBound
        all.append(NameIndex.Mention(entry: entry, range: words[index].range.lowerBound..<end))
        break
      }
    }
    return Self.withoutOverlaps(all)
  }

  /// The first of overlapping mentions, of two that begin together the longest.
  private static func withoutOverlaps(_ mentions: [NameIndex.Mention]) -> [NameIndex.Mention] {
    var kept: [NameIndex.Mention] = []
    let sorted = mentions.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    for mention in sorted where mention.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(mention)
    }
    return kept
  }

  private mutating func add(_ name: String, _ entry: Int) {
    let key = NameHints.words(name).map { SlavicStem.of($0) }.joined(separator: " ")
    // A name that two entries share tells none.
    guard key.count > 2 else { return }
    entries[key] = entries[key] == nil || entries[key] == entry ? entry : nil
  }

  private static func stem(_ key: String) -> String { SlavicStem.of(FoldedName.word(key)) }

  private static func isCapitalized(_ word: String) -> Bool { word.first?.isUppercase == true }

  private static func isSlavic(_ language: Language) -> Bool {
    [.russian, .ukrainian, .belarusian].contains(language)
  }
}
