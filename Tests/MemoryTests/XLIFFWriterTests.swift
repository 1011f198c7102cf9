import BitestoMemory
import Testing

struct XLIFFWriterTests {
  @Test func `a unit of XLIFF 1.2`() throws {
    var unit = italianEnglish("Il ponte", "The bridge")
    unit.attributes = [XMLAttribute("tuid", "a b")]
    unit.properties = [MemoryProperty("x-state", "final"), MemoryProperty("x-project", "P")]
    unit.variants[1].notes = [MemoryNote("sicuro?", attributes: [XMLAttribute("from", "Bo")])]
    let header = MemoryHeader(
      attributes: [
        XMLAttribute("datatype", "html"), XMLAttribute("creationdate", "20240229T101500Z"),
      ],
      notes: [MemoryNote("prova")], properties: [MemoryProperty("x-source", "a.html")])
    #expect(
      try written([unit], .xliff, header: header) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
          <file original="a.html" source-language="it" target-language="en" datatype="html" \
        date="2024-02-29T10:15:00Z" tool-id="bitesto">
            <header>
              <tool tool-id="bitesto" tool-name="Bitesto" tool-version="0"/>
              <note>prova</note>
            </header>
            <body>
              <trans-unit id="1" resname="a b" approved="yes">
                <source xml:lang="it">Il ponte</source>
                <target xml:lang="en" state="final">The bridge</target>
                <context-group purpose="information">
                  <context context-type="x-project">P</context>
                </context-group>
                <note from="Bo" annotates="target">sicuro?</note>
              </trans-unit>
            </body>
          </file>
        </xliff>

        """)
  }

  @Test func `a unit of XLIFF 2`() throws {
    var unit = italianEnglish("", "The bridge")
    unit.attributes = [XMLAttribute("tuid", "12")]
    unit.properties = [MemoryProperty("x-state", "translated"), MemoryProperty("x-project", "P")]
    unit.variants[0].segment.append("Il ")
    unit.variants[0].segment.append(InlineCode(.placeholder, content: "<br>"))
    unit.variants[0].segment.append("\u{1}ponte")
    let text = try written([unit], .xliff2)
    #expect(text.contains(" srcLang=\"it\" trgLang=\"en\">"))
    #expect(
      text.hasSuffix(
        """
            <unit id="12">
              <mda:metadata>
                <mda:metaGroup category="properties">
                  <mda:meta type="x-project">P</mda:meta>
                </mda:metaGroup>
              </mda:metadata>
              <originalData>
                <data id="d1">&lt;br&gt;</data>
              </originalData>
              <segment state="translated">
                <source>Il <ph id="_p1" dataRef="d1"/><cp hex="0001"/>ponte</source>
                <target>The bridge</target>
              </segment>
            </unit>
          </file>
        </xliff>

        """))
  }

  @Test func `a memory of nothing is a whole file`() throws {
    #expect(try written([], .xliff).contains("<body>\n    </body>"))
    #expect(try written([], .xliff2).contains("<group id=\"g1\"/>"))
    for format in [UnitFormat.xliff, .xliff2] {
      #expect(try FileContents(try written([], format), format).problems.isEmpty)
    }
  }

  @Test func `the languages are those asked for, or the source and the first other one`() throws {
    let unit = TranslationUnit(variants: [
      UnitVariant(language: "en", segment: "bridge"), UnitVariant(language: "fr", segment: "pont"),
      UnitVariant(language: "it", segment: "ponte"),
    ])
    func words(_ header: MemoryHeader, _ options: UnitWritingOptions) throws -> [[String]] {
      try FileContents(try written([unit], .xliff2, header: header, options: options), .xliff2)
        .words
    }
    let italian = MemoryHeader(attributes: [XMLAttribute("srclang", "it-IT")])
    let anything = MemoryHeader(attributes: [XMLAttribute("srclang", "*all*")])
    #expect(try words(anything, UnitWritingOptions()) == [["bridge", "pont"]])
    #expect(try words(italian, UnitWritingOptions()) == [["ponte", "bridge"]])
    #expect(try words(italian, UnitWritingOptions(target: "fr")) == [["ponte", "pont"]])
    #expect(
      try words(anything, UnitWritingOptions(source: "fr", target: "it")) == [["pont", "ponte"]])
  }

  @Test func `units without their source or with other targets are passed over and told`() throws {
    var writer = XLIFFWriter(.version12, header: MemoryHeader()) { _ in }
    let other = TranslationUnit(variants: [
      UnitVariant(language: "it", segment: "a"), UnitVariant(language: "fr", segment: "b"),
    ])
    let untranslated = TranslationUnit(variants: [UnitVariant(language: "it", segment: "a")])
    let foreign = TranslationUnit(variants: [UnitVariant(language: "en", segment: "a")])
    #expect(try writer.write(untranslated))
    #expect(try writer.write(italianEnglish("a", "b")))
    #expect(try !writer.write(other))
    #expect(try !writer.write(foreign))
    #expect(try !writer.write(TranslationUnit()))
    #expect(try writer.write(untranslated))
    try writer.finish()
    #expect(
      writer.losses.units == [
        "no variant in en": 1, "no variant in it": 2,
      ])
  }

  @Test(arguments: [UnitFormat.xliff, .xliff2].map(\.name))
  func `of several variants of a language the last is a side, as in every format`(
    name: String
  ) throws {
    let format = try #require(UnitFormat.named(name))
    var unit = italianEnglish("ponte", "deck")
    unit.variants.append(UnitVariant(language: "en", segment: "bridge"))
    let text = try written([unit], format)
    #expect(try FileContents(text, format).words == [["ponte", "bridge"]])
    #expect(text.contains(">deck</target>"))
    #expect(try ExchangedUnits.text(.ladder, [unit]).text == "ponte\tbridge\t\n")
  }

  @Test(arguments: [UnitFormat.xliff, .xliff2].map(\.name))
  func `the language of targets is known however late the first one comes`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    let untranslated = TranslationUnit(variants: [UnitVariant(language: "it", segment: "a")])
    for count in [3, 300] {
      let units = Array(repeating: untranslated, count: count) + [italianEnglish("b", "c")]
      let contents = try FileContents(try written(units, format), format)
      #expect(contents.words == Array(repeating: ["a"], count: count) + [["b", "c"]])
      #expect(contents.units.last?.variants.last?.language == "en")
    }
  }

  @Test(arguments: [UnitFormat.xliff, .xliff2].map(\.name))
  func `ids are unique though names are not`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    let names: [String?] = ["5", "5", nil, "a", "a", "7", "6", "_9", ""]
    let units = names.map { name in
      var unit = italianEnglish("a", "b")
      if let name { unit.attributes = [XMLAttribute("tuid", name)] }
      return unit
    }
    let text = try written(units, format)
    let ids = text.matches(of: /<(?:trans-)?unit id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == names.count)
    let contents = try FileContents(text, format)
    #expect(
      contents.units.map { $0.attributes["tuid"] }
        == names.map { $0.flatMap { $0.isEmpty ? nil : $0 } })
  }

  @Test(arguments: [UnitFormat.xliff, .xliff2].map(\.name))
  func `spaces are asked to be kept where they are more than one between words`(
    name: String
  ) throws {
    let format = try #require(UnitFormat.named(name))
    func keeps(_ italian: String, _ english: String = "a b") throws -> Bool {
      try written([italianEnglish(italian, english)], format).contains(" xml:space=\"preserve\"")
    }
    #expect(try !keeps("a b c"))
    #expect(try !keeps(""))
    for text in ["a  b", " a", "a ", "a\nb", "a\tb"] {
      #expect(try keeps(text) && keeps("a", text), "“\(text)”")
    }
  }

  @Test func `other translations are offered, and not read as the translation`() throws {
    var unit = italianEnglish("ponte", "bridge")
    for (language, words, origin) in [("en", "deck", "a&b.txt"), ("ru", "мост", "r.txt")] {
      unit.variants.append(
        UnitVariant(
          language: LanguageTag(language),
          properties: [MemoryProperty("x-confidence", "0.5"), MemoryProperty("x-origin", origin)],
          segment: SegmentContent(words)))
    }
    let old = try written([unit], .xliff)
    #expect(
      old.contains(
        """
                <alt-trans match-quality="50%" origin="a&amp;b.txt">
                  <target xml:lang="en">deck</target>
                </alt-trans>
                <alt-trans alttranstype="reference" match-quality="50%" origin="r.txt">
                  <target xml:lang="ru">мост</target>
                </alt-trans>

        """))
    let new = try written([unit], .xliff2)
    #expect(
      new.contains(
        """
                <mtc:match ref="#s.1" matchQuality="50" origin="r.txt" reference="yes">
                  <source>ponte</source>
                  <target xml:lang="ru">мост</target>
                </mtc:match>

        """))
    #expect(new.contains("<segment id=\"s.1\">"))
    #expect(try FileContents(old, .xliff).words == [["ponte", "bridge"]])
    #expect(try FileContents(new, .xliff2).words == [["ponte", "bridge"]])
  }

  @Test func `corresponding codes have one id, others have their own`() throws {
    func placeholder(_ text: String) -> InlineCode {
      InlineCode(.placeholder, content: SegmentContent(text))
    }
    var unit = italianEnglish("", "")
    for text in ["{a}", "{b}"] { unit.variants[0].segment.append(placeholder(text)) }
    for text in ["{c}", "{b}", "{a}"] { unit.variants[1].segment.append(placeholder(text)) }
    let text = try written([unit], .xliff)
    #expect(text.contains("<ph id=\"_p1\">{a}</ph><ph id=\"_p2\">{b}</ph></source>"))
    #expect(
      text.contains(
        "<ph id=\"_p3\">{c}</ph><ph id=\"_p2\">{b}</ph><ph id=\"_p1\">{a}</ph></target>"))
  }

  @Test func `pairs that cross are single codes in XLIFF 2, and others elements`() throws {
    func unit(_ order: [(InlineCode.Kind, String)]) -> TranslationUnit {
      var unit = italianEnglish("", "a")
      for (kind, number) in order {
        unit.variants[0].segment.append(
          InlineCode(
            kind, attributes: [XMLAttribute("i", number)], content: SegmentContent("<\(number)>")))
      }
      return unit
    }
    let nested = unit([(.begin, "1"), (.begin, "2"), (.end, "2"), (.end, "1")])
    #expect(
      try written([nested], .xliff2).contains(
        """
        <pc id="_1" dataRefStart="d1" dataRefEnd="d1"><pc id="_2" dataRefStart="d2" \
        dataRefEnd="d2"></pc></pc>
        """))
    let crossing = unit([(.begin, "1"), (.begin, "2"), (.end, "1"), (.end, "2")])
    #expect(
      try written([crossing], .xliff2).contains(
        """
        <sc id="_1" dataRef="d1"/><sc id="_2" dataRef="d2"/><ec startRef="_1" dataRef="d1"/>\
        <ec startRef="_2" dataRef="d2"/>
        """))
  }

  @Test func `words alone are written when asked`() throws {
    var unit = italianEnglish("a", "b")
    unit.variants[0].segment.append(InlineCode(.placeholder, content: "<br>"))
    let text = try written([unit], .xliff, options: UnitWritingOptions(keepsCodes: false))
    #expect(text.contains("<source xml:lang=\"it\">a</source>"))
  }

  @Test func `tags are those asked for, and sound where the memory's are not`() throws {
    var unit = italianEnglish("a", "b")
    unit.variants[1].language = "no such language"
    let text = try written([unit], .xliff, options: UnitWritingOptions(tags: ["it": "it-CH"]))
    #expect(text.contains("source-language=\"it-CH\" target-language=\"und\""))
  }
}
