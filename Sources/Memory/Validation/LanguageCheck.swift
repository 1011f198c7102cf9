/// Looks at the languages of units: how many there are, and whether the source is among them.
struct LanguageCheck {
  /// A "srclang" and the language of a variant that is meant by it and spelled otherwise.
  private struct Spelling: Hashable {
    var source: String
    var variant: String
  }

  private static let mostSpellings = 1000

  /// Those that were told: each would come with every unit.
  private var told: Set<Spelling> = []

  /// Reports what is wrong with the languages of a unit.
  ///
  /// - Returns: which variant is the source; nil when that is open.
  mutating func check(
    _ unit: TranslationUnit, header: MemoryHeader, _ report: inout UnitReport
  ) -> Int? {
    if unit.variants.count == 2 {
      let (one, other) = (unit.variants[0].language, unit.variants[1].language)
      if one == other { Self.reportRepeated([one], only: true, &report) }
    } else {
      Self.checkNumber(of: unit.variants, &report)
    }
    let spelling = unit.attributes["srclang"] ?? header.attributes["srclang"] ?? ""
    guard let source = LanguageTag(srclang: spelling) else { return nil }
    if let exact = unit.variants.lastIndex(where: { $0.language.spelling == spelling }) {
      return exact
    }
    guard let near = unit.variantIndex(in: source, among: unit.variants.indices) else {
      report.add(
        .missingSource,
        "no variant is in “\(excerpt(spelling))”, the source language; add one, or mend “srclang”")
      return nil
    }
    let pair = Spelling(source: spelling, variant: unit.variants[near].language.spelling)
    if told.count < Self.mostSpellings, told.insert(pair).inserted {
      report.add(
        .sourceSpelling,
        "“srclang” is “\(excerpt(spelling))” and the variant is “\(excerpt(pair.variant))” (here and "
          + "further on); tools that compare exactly find no source: write both alike")
    }
    return near
  }

  private static func checkNumber(of variants: [UnitVariant], _ report: inout UnitReport) {
    var languages: Set<LanguageTag> = []
    var repeated: [LanguageTag] = []
    for variant in variants {
      if !languages.insert(variant.language).inserted, !repeated.contains(variant.language),
        repeated.count < 10
      {
        repeated.append(variant.language)
      }
    }
    if !repeated.isEmpty {
      reportRepeated(repeated, only: languages.count == 1, &report)
    } else if let language = languages.first, languages.count == 1 {
      report.add(
        .singleLanguage,
        "the only variant is in “\(excerpt(language.spelling))”; add the translation, or remove it")
    }
  }

  private static func reportRepeated(
    _ languages: [LanguageTag], only: Bool, _ report: inout UnitReport
  ) {
    let names = languages.map { "“\(excerpt($0.spelling))”" }.joined(separator: ", ")
    if only { report.add(.singleLanguage, "all variants are in \(names); one needs another tag") }
    report.add(
      .repeatedLanguage,
      "more than one variant is in \(names); most tools read one: give the others their own units")
  }
}
