import BitestoText

/// The tables of romanization.tsv, parsed once.
struct RomanizationTable: Sendable {
  private struct Key: Hashable {
    var system: String
    var language: Language
    var direction: Transliterator.Direction
  }

  static let builtIn = RomanizationTable(
    rows: EmbeddedTable("romanization.tsv").rows)

  private var tables: [Key: LetterRules] = [:]

  /// - Parameter rows: system, language, direction, the table it starts from, rules.
  init(rows: [[Substring]]) {
    for row in rows where row.count >= 5 {
      guard let direction = Transliterator.Direction(rawValue: String(row[2])) else { continue }
      let language = Language(rawValue: String(row[1]))
      var rules = start(String(row[3]), language, direction)
      rules.add(row[4])
      let key = Key(system: String(row[0]), language: language, direction: direction)
      tables[key] = rules
    }
  }

  private func start(
    _ name: String, _ language: Language, _ direction: Transliterator.Direction
  ) -> LetterRules {
    if let same = rules(name, language, direction) { return same }
    return rules(name, language, .toLatin)?.reversed ?? LetterRules()
  }

  func rules(
    _ system: String, _ language: Language, _ direction: Transliterator.Direction
  ) -> LetterRules? {
    tables[Key(system: system, language: language, direction: direction)]
  }

  /// The Cyrillic letters of a language, as code points, in lower case.
  func alphabet(_ language: Language) -> Set<UInt32> {
    rules("letters", language, .toLatin)?.letters ?? []
  }
}
