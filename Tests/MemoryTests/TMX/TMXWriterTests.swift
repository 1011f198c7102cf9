import BitestoMemory
import Testing

struct TMXWriterTests {
  /// A unit of everything that the DTD has no place for, as well as what it has.
  private let unit = TranslationUnit(
    attributes: [
      XMLAttribute("creationdate", "2024-02-29 10:15"), XMLAttribute("changedate", "yesterday"),
      XMLAttribute("srclang", "IT_it"), XMLAttribute("colour", "a \"red\" one"),
      XMLAttribute("tuid", "a<b"),
    ],
    notes: [
      MemoryNote("sicuro?\rno", attributes: [XMLAttribute("lang", "it")]), MemoryNote(""),
    ],
    properties: [MemoryProperty("", "R&D"), MemoryProperty("x-project", "ponti\u{1}")],
    variants: [
      UnitVariant(
        language: "it_IT",
        attributes: [
          XMLAttribute("changedate", "20240230T000000Z"), XMLAttribute("usagecount", "3"),
        ],
        segment: SegmentContent([
          .code(InlineCode(.begin, content: "<b>")), .text("Il "),
          .code(
            InlineCode(.begin, attributes: [XMLAttribute("i", "7"), XMLAttribute("rid", "7")])),
          .text("ponte"), .code(InlineCode(.end, attributes: [XMLAttribute("i", "9")])),
          .code(InlineCode(.end, content: "</b>")),
          .code(InlineCode(.isolated, attributes: [XMLAttribute("x", "2")])),
          .code(
            InlineCode(
              .placeholder,
              content: SegmentContent([
                .text("<fn>"), .code(InlineCode(.subflow, content: "nota")),
                .code(InlineCode(.placeholder, content: "</fn>")),
              ]))),
          .code(InlineCode(.highlight, content: SegmentContent([.text("largo")]))),
          .code(InlineCode(.subflow, content: "fuori")),
        ])),
      UnitVariant(language: "no language", segment: ""),
    ])

  private func written(_ level: TMXWriter.Level) throws -> String {
    var bytes: [UInt8] = []
    let options = TMXWriter.Options(level: level, tags: ["it-IT": "it"], toolVersion: "9")
    var writer = try TMXWriter(
      header: MemoryHeader(attributes: [
        XMLAttribute("srclang", "it-it"), XMLAttribute("segtype", "line"),
      ]), options: options
    ) { bytes += $0 }
    try writer.write(unit)
    try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `what the DTD has no place for is kept where it has one`() throws {
    #expect(
      try written(.codes) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          <header creationtool="Bitesto" creationtoolversion="9" segtype="block" \
        o-tmf="unknown" adminlang="en" srclang="it" datatype="unknown">
            <prop type="x-segtype">line</prop>
          </header>
          <body>
            <tu tuid="a&lt;b" creationdate="20240229T101500Z" srclang="it">
              <note xml:lang="it">sicuro?&#13;no</note>
              <note></note>
              <prop type="x-unknown">R&amp;D</prop>
              <prop type="x-project">ponti</prop>
              <prop type="x-changedate">yesterday</prop>
              <prop type="x-attribute:colour">a &quot;red&quot; one</prop>
              <tuv xml:lang="it" usagecount="3">
                <prop type="x-changedate">20240230T000000Z</prop>
                <seg><bpt i="1">&lt;b&gt;</bpt>Il <it pos="begin"/>ponte<it pos="end"/>\
        <ept i="1">&lt;/b&gt;</ept><ph x="2"/><ph>&lt;fn&gt;<sub>nota</sub>&lt;/fn&gt;</ph>\
        <hi>largo</hi>fuori</seg>
              </tuv>
              <tuv xml:lang="und">
                <prop type="x-xml:lang">no language</prop>
                <seg></seg>
              </tuv>
            </tu>
          </body>
        </tmx>

        """)
  }

  @Test func `at level 1 there are words alone`() throws {
    let text = try written(.text)
    #expect(text.contains("<seg>Il pontelargo</seg>"))
  }

  @Test func `what was written has no problem that cleaner data would not have`() throws {
    var validator = try MemoryValidator(ByteSource(Array(try written(.codes).utf8)))
    var rules: Set<MemoryRule> = []
    while let problem = try validator.next() { rules.insert(problem.rule) }
    #expect(rules == [.emptySegment, .codesDiffer])
  }
}
