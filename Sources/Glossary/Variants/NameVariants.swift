import BitestoText
import Foundation

/// A Latin form of a Cyrillic name.
public struct NameVariant: Hashable, Sendable {
  public var text: String
  /// The system it follows, in the main: some variants stray from it as papers do. Nil for a listed
  /// form that has none.
  public var system: RomanizationSystem?
  /// The language whose spelling of the name was transliterated, when one was: Belarusians and
  /// Ukrainians are often written from Russian.
  public var spelling: Language?
  /// Whether diacritics and apostrophes were lost: *Lukasenko*.
  public var isPlain: Bool
  /// The glossary entry that lists the form.
  public var entry: String?

  public init(
    text: String, system: RomanizationSystem?, spelling: Language? = nil, isPlain: Bool = false,
    entry: String? = nil
  ) {
    self.text = text
    self.system = system
    self.spelling = spelling
    self.isPlain = isPlain
    self.entry = entry
  }
}

/// Finds the Latin forms in which a Cyrillic name is likely to be printed.
///
/// What a glossary lists for the name comes first. Every other form is by one system for the whole
/// name; each form with diacritics or apostrophes is followed by a copy without them. The
/// likeliest forms in Italian and English print come first. Which they are says name-variants.tsv.
public struct NameVariants: Sendable {
  /// As many forms as are worth looking for.
  public static let usualLimit = 15

  private let listed: ListedNames
  private let givenNames: GivenNameTable

  /// - Parameters:
  ///   - glossary: has forms that no rule gives.
  ///   - givenNames: asked for each word of a name before it is respelled by rules.
  /// - Complexity: linear in the glossary.
  public init(
    glossary: Glossary = .empty, givenNames: GivenNameTable = .builtIn
  ) {
    listed = ListedNames(glossary)
    self.givenNames = givenNames
  }

  /// The forms of a name, the likeliest first, none twice.
  ///
  /// - Parameter language: Russian, Ukrainian or Belarusian; for others there are none.
  /// - Complexity: linear in the name.
  public func variants(
    of name: String, language: Language, limit: Int = usualLimit
  ) -> [NameVariant] {
    var spellings: [Language: SpelledText] = [:]
    var variants: [NameVariant] = []
    var known: Set<[UInt8]> = []
    for variant in listed.variants(of: name)
    where variants.count < limit && known.insert(Array(variant.text.utf8)).inserted {
      variants.append(variant)
    }
    for recipe in VariantRecipe.builtIn[language] ?? [] {
      let source =
        spellings[recipe.spelling]
        ?? recipe.transliterator.spelled(spelling(of: name, language, recipe.spelling))
      spellings[recipe.spelling] = source
      var text = recipe.transliterator.transliterated(source)
      if recipe.capitalizesWords { text = Self.capitalizingWords(of: text) }
      for (form, isPlain) in [(text, false), (PlainLetters.text(of: text), true)]
      where variants.count < limit && known.insert(Array(form.utf8)).inserted {
        variants.append(
          NameVariant(
            text: form, system: recipe.system, spelling: recipe.spelling, isPlain: isPlain))
      }
    }
    return variants
  }

  private func spelling(of name: String, _ language: Language, _ other: Language) -> String {
    guard other != language else { return name }
    let respelling = Respelling(language, to: other) { givenNames.usualForm(of: $0, in: other) }
    return respelling?.respelled(name) ?? name
  }

  /// Gives each word a capital when the first has one; words of one or two letters stay.
  private static func capitalizingWords(of text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first?.properties.isUppercase == true,
      zip(scalars, scalars.dropFirst()).contains(where: { $0 == " " && $1.properties.isLowercase })
    else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.count > 2 ? $0.prefix(1).uppercased() + $0.dropFirst() : String($0) }
      .joined(separator: " ")
  }
}
