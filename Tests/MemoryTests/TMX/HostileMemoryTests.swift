import BitestoMemory
import Testing

/// Files made to take much memory or time. Most would not end in hours if something were quadratic.
@Suite struct HostileMemoryTests {
  private let good = TMXSample.unit("sano", "sound")
  private let sound = [["it sano", "en sound"]]

  @Test func `entities of the file are replaced, those of other files are not read`() throws {
    let doctype = """
      <!DOCTYPE tmx [ <!-- <!ENTITY d "no"> --> <!ENTITY d "Ditta &amp; figli">
      <!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://a.example/p">
      <!ENTITY two "&d; e &d;"> %p; ]>
      """
    let units = [
      TMXSample.unit("&d;", "&two;"), TMXSample.unit("&file;", "x"), TMXSample.unit("&p;", "x"),
    ]
    let read = try TMXSample.read(
      TMXSample.memory(units.joined(separator: "\n"), doctype: doctype))
    #expect(read.units == [["it Ditta & figli", "en Ditta & figli e Ditta & figli"]])
    #expect(read.problems == ["unreadable-unit 7", "unreadable-unit 8"])
  }

  @Test func `entities that explode cost their units only`() throws {
    var doctype = "<!DOCTYPE tmx [<!ENTITY a0 \"ah\"><!ENTITY r \"&r;\">"
    for level in 1...12 {
      let body = String(repeating: "&a\(level - 1);", count: 10)
      doctype += "<!ENTITY a\(level) \"\(body)\">"
    }
    let bad = ["&a12;", "&r;"].map { TMXSample.unit($0, "x") }.joined()
    let read = try TMXSample.read(TMXSample.memory(bad + good, doctype: doctype + "]>"))
    #expect(read.units == sound)
    #expect(read.problems == ["unreadable-unit 4", "unreadable-unit 4"])
  }

  @Test(arguments: ["&", "< ", "<!", "]", "&#0;", "\u{1}", "<x>", "<ph/>", "<![CDATA[]]>", "\r"])
  func `a segment full of one thing takes linear time`(thing: String) throws {
    let long = String(repeating: thing, count: 30_000)
    let read = try TMXSample.read(TMXSample.memory(TMXSample.unit(long, "x") + good))
    #expect(read.units.last == sound[0])
    #expect(read.problems.count <= 1_001)
  }

  @Test(arguments: [
    "<!--", "<?x ", "<![CDATA[", "<ph>", "<tu>", "<tuv>", "<x a='", "</", "<!DOCTYPE [",
  ])
  func `what never ends is told`(thing: String) throws {
    let long = String(repeating: thing, count: 20_000)
    let read = try TMXSample.read(TMXSample.memory(good + TMXSample.unit(long, "x")))
    #expect(read.units.first == sound[0])
    #expect(!read.problems.isEmpty)
  }

  @Test func `a declaration of brackets and comments takes linear time`() throws {
    let brackets = String(repeating: "]", count: 200_000)
    let comments = String(repeating: "<!-- ]> -->", count: 20_000)
    for subset in [brackets + "[", comments, "<!ENTITY a \"b\">" + brackets + "["] {
      let read = try TMXSample.read(
        TMXSample.memory(good, doctype: "<!DOCTYPE tmx [\(subset)]>"))
      #expect(read.units == sound)
    }
  }

  @Test func `a tag of very many attributes takes linear time`() throws {
    let many = (0..<50_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    let units = "<tu \(many)>\(good.dropFirst(4))"
    let read = try TMXSample.read(TMXSample.memory(units))
    #expect(read.units == sound)
    #expect(read.messages.first?.contains("more than 500 attributes") == true)
  }

  @Test func `a tag of more than 1 MB is an error with its line`() {
    let long = String(repeating: "x", count: 1 << 20)
    for tag in ["<tu a=\"\(long)\">", "</\(long)>"] {
      let error = #expect(throws: MemoryError.self) {
        try TMXSample.read(TMXSample.memory(tag + good))
      }
      #expect(error?.line == 4)
    }
  }

  @Test func `a unit of more than 16 MB is left out`() throws {
    let long = String(repeating: "lungo ", count: 3 << 20)
    let read = try TMXSample.read(TMXSample.memory(TMXSample.unit(long, "x") + "\n" + good))
    #expect(read.units == sound)
    #expect(read.problems == ["unreadable-unit 4"])
  }

  @Test func `a unit of more than a thousand variants is left out`() throws {
    let variants = String(
      repeating: "<tuv xml:lang=\"en\"><seg>x</seg></tuv>", count: 1_001)
    let read = try TMXSample.read(TMXSample.memory("<tu>\(variants)</tu>\n" + good))
    #expect(read.units == sound)
    #expect(read.problems == ["unreadable-unit 4"])
  }

  @Test func `very many codes and variants are checked in linear time`() throws {
    let codes = String(repeating: "<ph/>", count: 100_000)
    let variants = String(repeating: "<tuv xml:lang=\"en\"><seg>x</seg></tuv>", count: 900)
    let unit = "<tu><tuv xml:lang=\"it\"><seg>\(codes)</seg></tuv>\(variants)</tu>"
    var validator = try MemoryValidator(ByteSource(Array(TMXSample.memory(unit).utf8)))
    while try validator.next() != nil {}
    #expect(validator.units == 1)
  }

  @Test func `elements that are never closed are checked in linear time`() throws {
    let notes =
      String(repeating: "<note>", count: 30_000) + String(repeating: "</ude>", count: 30_000)
    let text = TMXSample.memory("<tu><prop type=\"x\">\(notes)</prop></tu>" + good)
    var validator = try MemoryValidator(ByteSource(Array(text.utf8)))
    while try validator.next() != nil {}
    #expect(validator.units == 1)
  }

  @Test func `very many texts side by side in XLIFF take linear time`() throws {
    let long = String(repeating: "<sm/>x", count: 200_000)
    let text = """
      <xliff version="2.0" srcLang="it" trgLang="en"><file id="f"><unit id="1"><segment>
      <source>\(long)</source></segment></unit></file></xliff>
      """
    let read = try ExchangedUnits.read(.xliff2, text)
    #expect(read.units.first?.variants[0].segment.pieces.count == 1)
  }

  @Test func `segments of XLIFF that would repeat very many notes cost their unit`() throws {
    let notes = String(repeating: "<note>x</note>", count: 2_000)
    let segments = String(repeating: "<segment><source>x</source></segment>", count: 1_000)
    let text = """
      <xliff version="2.0" srcLang="it" trgLang="en"><file id="f">
      <unit id="1"><notes>\(notes)</notes>\(segments)</unit>
      <unit id="2"><segment><source>dopo</source></segment></unit></file></xliff>
      """
    let read = try ExchangedUnits.read(.xliff2, text)
    #expect(read.units.map { $0.variants[0].segment.plainText } == ["dopo"])
    #expect(read.problems.count == 1)
  }

  @Test func `bytes without a meaning take linear time`() throws {
    let text = TMXSample.memory(TMXSample.unit("#", "x") + good)
    let surrogates = [UInt8](repeating: 0xD8, count: 200_000)
    let wide = text.utf16.flatMap { unit -> [UInt8] in
      unit == 0x23 ? surrogates : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try TMXSample.read(ByteSource([0xFF, 0xFE] + wide)).units == sound)
    let narrow = text.utf8.flatMap { $0 == 0x23 ? surrogates : [$0] }
    #expect(try TMXSample.read(ByteSource(narrow)).units == sound)
  }
}
