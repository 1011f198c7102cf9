import BitestoMemory
import Testing

struct SideChoiceTests {
  private func unit(_ texts: KeyValuePairs<String, String>) -> TranslationUnit {
    TranslationUnit(
      variants: texts.map {
        UnitVariant(language: LanguageTag($0.key), segment: SegmentContent($0.value))
      }, line: 9)
  }

  @Test func `the header's language is the source, in whatever order variants come`() throws {
    let text = try ExchangedUnits.text(.ladder, [unit(["en-US": "one", "it-IT": "uno"])]).text
    #expect(text == "uno\tone\t\n")
  }

  @Test func `the header's language stays the source where the first unit lacks it`() throws {
    let units = [unit(["en": "alone"]), unit(["en": "one", "it": "uno"])]
    let written = try ExchangedUnits.text(.ladder, units)
    #expect(written.text == "uno\tone\t\n")
    #expect(written.losses.units == ["no variant in it": 1])
  }

  @Test func `a third language has to be chosen`() throws {
    let units = [
      unit(["it": "uno", "en": "one"]), unit(["it": "due", "en": "two", "fr": "deux"]),
    ]
    let error = #expect(throws: MemoryError.self) { try ExchangedUnits.text(.tsv, units) }
    #expect(error?.line == 9)
    #expect(error?.what.contains("it, en and fr; say which two, as in") == true)
    let chosen = try ExchangedUnits.text(
      .ladder, units, options: UnitWritingOptions(target: "fr"))
    #expect(chosen.text == "due\tdeux\t\n")
    #expect(chosen.losses.units == ["no variant in fr": 1])
    #expect(chosen.losses.parts == [UnitLosses.Part.variants.rawValue: 1])
  }

  @Test func `two regions of a language are two sides where there is no other`() throws {
    let units = [unit(["en-US": "color", "en-GB": "colour"])]
    let text = try ExchangedUnits.text(.tsv, units, header: MemoryHeader()).text
    #expect(text.hasPrefix("en-US\ten-GB\t"))
    #expect(text.contains("color\tcolour\t"))
  }

  @Test func `regions of the target are one language`() throws {
    let units = [unit(["it": "uno", "en-US": "one"]), unit(["it": "due", "en-GB": "two"])]
    #expect(try ExchangedUnits.text(.ladder, units).text == "uno\tone\t\ndue\ttwo\t\n")
  }

  @Test func `units without a side or without words are counted`() throws {
    let units = [
      unit(["it": "solo"]), unit(["it": "", "en": ""]), unit(["it": "uno", "en": "one"]),
    ]
    let written = try ExchangedUnits.text(.ladder, units)
    #expect(written.text == "uno\tone\t\n")
    #expect(written.losses.units == ["one language only": 1, "no words on either side": 1])
  }

  @Test func `codes are dropped and counted`() throws {
    let content = SegmentContent([
      .text("a "), .code(InlineCode(.placeholder, content: "<br>")), .text("b"),
    ])
    let written = try ExchangedUnits.text(.ladder, [ExchangedUnits.unit(content, "c")])
    #expect(written.text == "a b\tc\t\n")
    #expect(written.losses.parts == [UnitLosses.Part.codes.rawValue: 1])
  }
}
