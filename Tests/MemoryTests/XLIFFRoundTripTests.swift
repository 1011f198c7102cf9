import BitestoMemory
import TestSupport
import Testing

private let versions = [UnitFormat.xliff, .xliff2]

struct XLIFFRoundTripTests {
  @Test(arguments: versions.map(\.name))
  func `what a unit says comes back`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    var unit = italianEnglish("Ponte chiuso", "Bridge closed")
    unit.attributes = [
      XMLAttribute("tuid", "cronaca/12"), XMLAttribute("creationdate", "20240229T101500Z"),
      XMLAttribute("creationid", "Anna & Bo"),
    ]
    unit.notes = [
      MemoryNote("da rivedere"), MemoryNote("?", attributes: [.init("xml:lang", "en")]),
    ]
    unit.properties = [
      MemoryProperty("x-project", "ponti <2>"), MemoryProperty("Txt::Domain 1%", "news"),
      MemoryProperty("x-type:odd", ""), MemoryProperty("x-state", "reviewed"),
    ]
    unit.variants[0].notes = [MemoryNote("titolo")]
    unit.variants[0].properties = [MemoryProperty("x-side", "1")]
    unit.variants[1].attributes = [XMLAttribute("changeid", "Bo")]
    unit.variants[1].notes = [MemoryNote("headline")]
    unit.variants[1].properties = [MemoryProperty("x-side", "2")]
    #expect(try roundTrip([unit], format) == [unit])
  }

  @Test(arguments: versions.map(\.name))
  func `codes come back`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    let contents: [SegmentContent] = [
      content(
        code(.begin, [("i", "1"), ("x", "1"), ("type", "bold")], "<b>"), "a",
        code(.end, [("i", "1")], "</b>")),
      // Without x, with another x, crossing, empty, and with a type of its own.
      content(
        code(.begin, [("i", "7")], "<i>"), "a", code(.begin, [("i", "2"), ("x", "5")], "<u>"),
        code(.end, [("i", "7")], "</i>"), "b", code(.end, [("i", "2")], "")),
      content(
        code(.begin, [("i", "1"), ("type", "x-own")], ""), "a",
        code(.end, [("i", "1")], "</x>")),
      content(
        code(.isolated, [("pos", "end"), ("x", "2"), ("type", "ulined")], "</u>"), "a",
        code(.placeholder, [("x", "2"), ("type", "lb")], "<br/>"),
        code(.placeholder, [], "{0}"), code(.placeholder, [("type", "two words:")], "")),
      content(
        code(.highlight, [("type", "term")], "parola"), " ",
        InlineCode(.highlight, content: content(code(.placeholder, [], "<x>"), "b")),
        code(.unknown, [("x", "4")], "\\b")),
    ]
    let units = contents.map { TranslationUnit(variants: [variant("it", $0), variant("en", $0)]) }
    #expect(try roundTrip(units, format) == units)
  }

  @Test func `words inside codes come back from XLIFF 1.2`() throws {
    let footnote = InlineCode(
      .placeholder, attributes: [XMLAttribute("type", "fnote")],
      content: content(
        "<fn ", InlineCode(.subflow, attributes: [XMLAttribute("datatype", "html")], content: "n"),
        ">"))
    let unit = TranslationUnit(variants: [
      variant("it", content("a", footnote)), variant("en", "a"),
    ])
    #expect(try roundTrip([unit], .xliff) == [unit])
  }

  @Test(arguments: versions.map(\.name))
  func `nasty words come back`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    let texts = [
      "<b>\"forte\"</b> & ]]> 'fine' <!-- --> &amp; &#65;", "prima\r\n\tseconda\rterza\n",
      "  a  ", " ", "", "a\u{A0}b\u{200D}c\u{200F}עברית\u{202E}", "👩‍👩‍👧 𝄞 e\u{301}\u{2028}",
    ]
    let units = texts.map { italianEnglish($0, $0) }
    #expect(try roundTrip(units, format) == units)
  }

  @Test func `control characters come back from XLIFF 2 and are left out of XLIFF 1`() throws {
    let unit = italianEnglish("a\u{1}b\u{1F}\u{FFFE}c", "\u{B}")
    #expect(try roundTrip([unit], .xliff2) == [unit])
    #expect(try roundTrip([unit], .xliff) == [italianEnglish("abc", "")])
  }

  @Test(arguments: versions.map(\.name))
  func `a memory goes through XLIFF and is the same memory`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    let memory = """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="Bitesto" creationtoolversion="0" segtype="block" o-tmf="unknown" \
      adminlang="en" srclang="it" datatype="plaintext"/>
        <body>
          <tu tuid="7" creationdate="20230410T093000Z">
            <note>uno</note>
            <prop type="x-speaker">Anna</prop>
            <tuv xml:lang="it">
              <seg>Un <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>ponte<ept i="1">&lt;/b&gt;</ept></seg>
            </tuv>
            <tuv xml:lang="en" changeid="bo">
              <seg>A <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>bridge<ept i="1">&lt;/b&gt;</ept></seg>
            </tuv>
          </tu>
          <tu>
            <tuv xml:lang="it">
              <seg>solo</seg>
            </tuv>
          </tu>
        </body>
      </tmx>

      """
    let contents = try FileContents(memory, .tmx)
    let sent = try written(contents.units, format, header: contents.header)
    let back = try FileContents(sent, format)
    #expect(back.problems.isEmpty)
    let header = MemoryHeader(attributes: [
      XMLAttribute("srclang", back.header.attributes["srclang"] ?? ""),
      XMLAttribute("datatype", back.header.attributes["datatype"] ?? ""),
    ])
    #expect(try written(back.units, .tmx, header: header) == memory)
  }

  @Test(arguments: versions.map(\.name))
  func `random codes stay balanced and their words stay`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    var generator = SplitMix(state: 11)
    let units = (0..<300).map { _ in
      TranslationUnit(variants: [
        variant("it", randomContent(&generator, depth: 0)),
        variant("en", randomContent(&generator, depth: 0)),
      ])
    }
    let once = try roundTrip(units, format)
    #expect(once.map(words) == units.map(words))
    // What has been put in order once stays as it is.
    #expect(try roundTrip(once, format) == once)
  }

  private func words(_ unit: TranslationUnit) -> [String] {
    unit.variants.map(\.segment.plainText)
  }

  private func roundTrip(
    _ units: [TranslationUnit], _ format: UnitFormat
  ) throws -> [TranslationUnit] {
    let contents = try FileContents(try written(units, format), format)
    #expect(contents.problems.isEmpty)
    return contents.units
  }

  private func randomContent(_ generator: inout SplitMix, depth: Int) -> SegmentContent {
    let kinds = InlineCode.Kind.allCases.filter { $0 != .subflow }
    var content = SegmentContent()
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      content.append(["a", " b", "ç"].randomElement(using: &generator) ?? "")
      var code = InlineCode(kinds.randomElement(using: &generator) ?? .placeholder)
      for name in ["i", "x", "pos", "type"] where Bool.random(using: &generator) {
        let values = name == "pos" ? ["begin", "end"] : ["1", "2", "_", "bold", "x-y", "è à", ""]
        code.attributes.append(XMLAttribute(name, values.randomElement(using: &generator) ?? ""))
      }
      code.content =
        code.kind == .highlight && depth < 3
        ? randomContent(&generator, depth: depth + 1) : Bool.random(using: &generator) ? "<c>" : ""
      content.append(code)
    }
    return content
  }
}

// MARK: Short forms

func italianEnglish(_ italian: String, _ english: String) -> TranslationUnit {
  TranslationUnit(variants: [
    variant("it", SegmentContent(italian)), variant("en", SegmentContent(english)),
  ])
}

private func variant(_ language: LanguageTag, _ segment: SegmentContent) -> UnitVariant {
  UnitVariant(language: language, segment: segment)
}

private func code(
  _ kind: InlineCode.Kind, _ attributes: [(String, String)], _ content: String
) -> InlineCode {
  InlineCode(
    kind, attributes: attributes.map { XMLAttribute($0, $1) }, content: SegmentContent(content))
}

private func content(_ parts: any ContentPart...) -> SegmentContent {
  SegmentContent(parts.map(\.piece))
}

private protocol ContentPart { var piece: SegmentContent.Piece { get } }

extension String: ContentPart {
  fileprivate var piece: SegmentContent.Piece { .text(self) }
}

extension InlineCode: ContentPart {
  fileprivate var piece: SegmentContent.Piece { .code(self) }
}
