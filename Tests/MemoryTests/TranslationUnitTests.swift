import BitestoMemory
import Testing

struct TranslationUnitTests {
  @Test(arguments: [
    ("en-GB", "colour"), ("en-US", "color"), ("en-CA", "hue"), ("EN", "hue"), ("it-CH", "tinta"),
    ("it", "tinta"),
  ])
  func `the variant of a language is the nearest one and of several the last`(
    tag: String, words: String
  ) throws {
    let unit = TranslationUnit(
      variants: [
        ("en-us", "color"), ("en", "hue"), ("en_GB", "colour"), ("it-IT", "colore"),
        ("it-IT", "tinta"),
      ].map { UnitVariant(language: LanguageTag($0), segment: SegmentContent($1)) })
    #expect(unit.variant(in: LanguageTag(tag))?.segment.plainText == words)
    #expect(unit.variant(in: "de") == nil)
  }
}
