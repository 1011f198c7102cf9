import BitestoMemory
import Testing

struct JSONUnitsTests {
  private var everything: TranslationUnit {
    let code = InlineCode(
      .begin, attributes: [XMLAttribute("i", "1"), XMLAttribute("x", "2")],
      content: SegmentContent([
        .text("<a title=\""), .code(InlineCode(.subflow, content: "titolo")), .text("\">"),
      ]))
    return TranslationUnit(
      attributes: [XMLAttribute("tuid", "7"), XMLAttribute("creationdate", "20240101T120000Z")],
      notes: [MemoryNote("nota \"\\\u{2028}", attributes: [XMLAttribute("xml:lang", "it")])],
      properties: [MemoryProperty("x-p", "v", attributes: [XMLAttribute("o-encoding", "x")])],
      variants: [
        UnitVariant(
          language: "IT_it", attributes: [XMLAttribute("creationid", "io")],
          notes: [MemoryNote("della variante")], properties: [MemoryProperty("x-q", "w")],
          segment: SegmentContent([.code(code), .text("ciao\t\u{1}👋"), .code(InlineCode(.end))])),
        UnitVariant(language: "en", segment: ""), UnitVariant(language: "en", segment: "hello"),
      ])
  }

  @Test func `JSON Lines keep everything`() throws {
    let header = MemoryHeader(
      version: "1.4", attributes: [XMLAttribute("srclang", "it"), XMLAttribute("x", "y")],
      notes: [MemoryNote("n")], properties: [MemoryProperty("t", "v")],
      encodings: [
        UserDefinedEncoding(
          attributes: [XMLAttribute("name", "e")], maps: [[XMLAttribute("unicode", "#xF8FF")]])
      ])
    let text = try ExchangedUnits.text(.jsonLines, [everything, everything], header: header).text
    let read = try ExchangedUnits.read(.jsonLines, text)
    var expected = everything
    expected.line = 2
    #expect(read.units.first == expected)
    #expect(read.units.count == 2)
    #expect(read.header == header)
    #expect(read.units.first?.variants.first?.language.spelling == "IT_it")
  }

  @Test func `codes as deep as those of a memory come back`() throws {
    var code = InlineCode(.placeholder, attributes: [XMLAttribute("x", "1")], content: "<fn>")
    for depth in 1..<32 {
      code = InlineCode(
        depth % 2 == 1 ? .subflow : .placeholder, content: SegmentContent([.code(code)]))
    }
    let unit = ExchangedUnits.unit(SegmentContent([.code(code)]), "one")
    let text = try ExchangedUnits.text(.jsonLines, [unit]).text
    let read = try ExchangedUnits.read(.jsonLines, text)
    #expect(read.problems.isEmpty)
    #expect(read.units.first?.variants == unit.variants)
  }

  @Test(arguments: [UnitFormat.jsonLines, .tmx].map(\.name))
  func `another tag for a language is that of srclang, too`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    var unit = ExchangedUnits.unit("uno", "one")
    unit.attributes = [XMLAttribute("srclang", "it")]
    let options = UnitWritingOptions(tags: ["it": "it-CH"])
    let read = try ExchangedUnits.read(
      format, try ExchangedUnits.text(format, [unit], options: options).text)
    #expect(read.header.sourceLanguage == "it-CH")
    #expect(read.units.first?.attributes["srclang"] == "it-CH")
    #expect(read.units.first?.variants.first?.language == "it-CH")
  }

  @Test func `a line has the words in plain text for other tools`() throws {
    let text = try ExchangedUnits.text(
      .jsonLines, [ExchangedUnits.unit("uno", "one")], header: MemoryHeader()
    ).text
    #expect(
      text == """
        {"header": {}}
        {"variants": [{"language": "it", "text": "uno"}, {"language": "en", "text": "one"}]}

        """)
  }

  @Test func `a line that is no unit is told and passed over`() throws {
    let text = """
      {"variants": [{"language": "it", "text": "uno"}], "unknown": [1, {"a": null}]}
      {"variants": [{"language": "it", "text": "due}]}

      {"variants": []}
      {"variants": [{"text": "tre"}]}
      [1]
      {"variants": [{"language": "it", "segment": [{"code": "bold"}]}]}
      {"variants": [{"language": "it", "text": "\\u0061\\ud83d\\ude00\\ud800"}]}
      """
    let read = try ExchangedUnits.read(.jsonLines, text)
    #expect(ExchangedUnits.sides(read.units) == [["uno"], ["a😀\u{FFFD}"]])
    #expect(
      read.problems == [
        "line 2: unit left out: a string that does not end (byte 49 of the line)",
        "line 4: unit left out: it has no variants",
        "line 5: unit left out: a variant has no “language”",
        "line 6: unit left out: expected an object (byte 1 of the line)",
        "line 7: unit left out: a code of unknown kind “bold”",
      ])
  }

  @Test func `values that lie very deep are refused`() throws {
    let deep = "{\"x\": " + String(repeating: "[", count: 100_000)
    #expect(
      try ExchangedUnits.read(.jsonLines, deep).problems
        == ["line 1: unit left out: its values lie too deep (byte 79 of the line)"])
  }
}
