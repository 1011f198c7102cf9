import BitestoText

/// One way in which a name may stand in print: a row of name-variants.tsv.
struct VariantRecipe: Sendable {
  /// The recipes of each language, the likeliest first.
  static let builtIn: [Language: [VariantRecipe]] = {
    var recipes: [Language: [VariantRecipe]] = [:]
    for row in EmbeddedTable("name-variants.tsv").rows {
      guard row.count >= 4, let system = RomanizationSystem(rawValue: String(row[2])) else {
        continue
      }
      let spelling = Language(rawValue: String(row[1]))
      let tables = RomanizationTable.builtIn
      guard var rules = tables.rules(system.rawValue, spelling, .toLatin) else { continue }
      rules.add(row[3])
      recipes[Language(rawValue: String(row[0])), default: []].append(
        VariantRecipe(
          system: system, spelling: spelling,
          transliterator: Transliterator(rules, alphabet: tables.alphabet(spelling))))
    }
    return recipes
  }()

  let system: RomanizationSystem
  /// The language whose spelling of the name is transliterated.
  let spelling: Language
  let transliterator: Transliterator

  /// Papers write every word of a name with a capital: *Novaya Gazeta*.
  var capitalizesWords: Bool { system == .pressEnglish || system == .pressItalian }
}
