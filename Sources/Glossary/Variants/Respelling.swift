import BitestoText

/// Spells a name of one East Slavic language as another would: *Путін*, *Путин*.
///
/// A table of names comes first where there is one; endings and letters (respelling.tsv) do what
/// is left.
struct Respelling {
  private struct Pair: Hashable {
    var language: Language
    var other: Language
  }

  private static let transliterators: [Pair: Transliterator] = {
    var result: [Pair: Transliterator] = [:]
    for row in EmbeddedTable("respelling.tsv").rows where row.count >= 3 {
      let language = Language(rawValue: String(row[0]))
      var rules = LetterRules()
      rules.add(row[2])
      result[Pair(language: language, other: Language(rawValue: String(row[1])))] = Transliterator(
        rules, alphabet: RomanizationTable.builtIn.alphabet(language))
    }
    return result
  }()

  private let transliterator: Transliterator
  private let givenName: (String) -> String?

  /// Nil when the tables have no rules between the languages.
  ///
  /// - Parameter givenName: the word in the other language, when a table knows it.
  init?(
    _ language: Language, to other: Language, givenName: @escaping (String) -> String?
  ) {
    guard
      let transliterator = Self.transliterators[Pair(language: language, other: other)]
    else { return nil }
    self.transliterator = transliterator
    self.givenName = givenName
  }

  /// The name with every word in the spelling of the other language.
  func respelled(_ name: String) -> String {
    name.split(separator: " ", omittingEmptySubsequences: false)
      .map { givenName(String($0)) ?? transliterator.transliterated(String($0)) }
      .joined(separator: " ")
  }
}
