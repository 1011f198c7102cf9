import BitestoMemory
import Testing

/// Memories as they are found, not as the standard has them.
@Suite struct TMXDialectTests {
  private let two = TMXSample.unit("uno", "one") + "\n" + TMXSample.unit("due", "two")

  @Test(arguments: ["1.1", "1.2", "1.3", "1.4"])
  func `every version is read, with the old attribute for languages`(version: String) throws {
    let text = """
      <tmx version="\(version)"><header creationtool="x" srclang="IT"/><body>
      <tu><tuv lang="IT"><seg>uno</seg></tuv><tuv lang="EN_us"><seg>one</seg></tuv></tu>
      </body></tmx>
      """
    let read = try TMXSample.read(text)
    #expect(read.header.version == version)
    #expect(read.header.sourceLanguage == "it")
    #expect(read.units == [["it uno", "en-US one"]])
    #expect(read.problems == ["old-language-attribute 2", "old-language-attribute 2"])
  }

  @Test func `a memory without a header is read`() throws {
    let read = try TMXSample.read("<tmx><body>\n\(two)\n</body></tmx>")
    #expect(read.units.count == 2)
    #expect(read.problems == ["missing-header 1"])
    #expect(read.header.sourceLanguage == nil)
  }

  @Test func `a header without a source language, or with any, says none`() throws {
    for header in ["<header/>", "<header srclang=\"*ALL*\"/>", "<header srclang=\"\"></header>"] {
      let read = try TMXSample.read("<tmx version=\"1.4\">\(header)<body>\(two)</body></tmx>")
      #expect(read.header.sourceLanguage == nil)
      #expect(read.units.count == 2)
      #expect(read.problems.isEmpty)
    }
  }

  @Test func `languages keep their order, and a language may come twice`() throws {
    let unit = """
      <tu><tuv xml:lang="de"><seg>ja</seg></tuv><tuv xml:lang="en"><seg>yes</seg></tuv>
      <tuv xml:lang="it"><seg>sì</seg></tuv><tuv xml:lang="en"><seg>yeah</seg></tuv></tu>
      """
    let read = try TMXSample.read(TMXSample.memory(unit))
    #expect(read.units == [["de ja", "en yes", "it sì", "en yeah"]])
  }

  @Test func `names may have a prefix`() throws {
    let text = """
      <t:tmx xmlns:t="urn:x" version="1.4"><t:header srclang="it"/><t:body>
      <t:tu><t:tuv xml:lang="it"><t:seg>uno</t:seg></t:tuv></t:tu></t:body></t:tmx>
      """
    let read = try TMXSample.read(text)
    #expect(read.units == [["it uno"]])
    #expect(read.problems.isEmpty)
  }

  @Test func `comments and instructions may stand anywhere`() throws {
    let c = "<!-- <tu> & --><?x <seg> ?>"
    let text = """
      \(c)<tmx version="1.4">\(c)<header srclang="it">\(c)<note>a\(c)b</note></header>\(c)<body>\(c)
      <tu>\(c)<prop type="p">c\(c)d</prop><tuv xml:lang="it">\(c)<seg>u\(c)n\(c)o</seg>\(c)</tuv>\(c)
      </tu>\(c)</body>\(c)</tmx>\(c)
      """
    let read = try TMXSample.read(text)
    #expect(read.header.notes.map(\.text) == ["ab"])
    #expect(read.units == [["it uno"]])
    #expect(read.problems.isEmpty)
  }

  @Test func `a CDATA section is text as it stands`() throws {
    let read = try TMXSample.read(
      TMXSample.memory(TMXSample.unit("a<![CDATA[<b>&amp;]]]]><![CDATA[>]]>c", "<![CDATA[]]>")))
    #expect(read.units == [["it a<b>&amp;]]>c", "en "]])
    #expect(read.problems.isEmpty)
  }

  @Test func `line ends become line feeds, those of references stay`() throws {
    let read = try TMXSample.read(
      TMXSample.memory(TMXSample.unit("a\r\nb\rc&#13;\r\nd", "<![CDATA[e\r\nf\r]]>")))
    #expect(read.units == [["it a\nb\nc\r\nd", "en e\nf\n"]])
  }

  @Test func `references to no character are left out and told`() throws {
    let read = try TMXSample.read(
      TMXSample.memory(TMXSample.unit("a&#xD800;b&#0;c&#xFFFE;d&#x1F600;&#65;", "&#x110000;!")))
    #expect(read.units == [["it abcd😀A", "en !"]])
    #expect(Set(read.problems) == ["malformed-xml 4"])
    #expect(read.problems.count == 4)
  }

  @Test func `a bare ampersand and a less-than sign are read as themselves`() throws {
    let read = try TMXSample.read(
      TMXSample.memory(TMXSample.unit("R&D & A&; 1 < 2 <3 <! <", "x &amp y")))
    #expect(read.units == [["it R&D & A&; 1 < 2 <3 <! <", "en x &amp y"]])
    #expect(Set(read.problems) == ["malformed-xml 4"])
  }

  @Test func `a second segment costs the unit, text outside segments nothing`() throws {
    let units = """
      <tu><tuv xml:lang="it"><seg>a</seg><seg>b</seg></tuv></tu>
      stray <tu>stray<tuv xml:lang="it">stray<seg>c</seg></tuv></tu>
      """
    let read = try TMXSample.read(TMXSample.memory(units))
    #expect(read.units == [["it c"]])
    #expect(
      read.problems == ["unreadable-unit 4", "stray-text 5", "stray-text 5", "stray-text 5"])
  }

  @Test func `a second memory in the file is read, too`() throws {
    let one = TMXSample.memory(TMXSample.unit("uno", "one"))
    let other = TMXSample.memory(TMXSample.unit("due", "two"))
    let read = try TMXSample.read(one + other)
    #expect(read.units == [["it uno", "en one"], ["it due", "en two"]])
    #expect(read.problems == ["second-document 8"])
  }

  @Test func `a file that stops gives the units before`() throws {
    let whole = TMXSample.memory(two)
    let end = try #require(whole.range(of: "one</seg>")?.lowerBound)
    let read = try TMXSample.read(String(whole[..<end]))
    #expect(read.units.isEmpty)
    #expect(read.problems == ["unreadable-unit 4", "truncated-file 4"])
    let later = try #require(whole.range(of: "</body>")?.lowerBound)
    let rest = try TMXSample.read(String(whole[..<later]))
    #expect(rest.units.count == 2)
    #expect(rest.problems == ["truncated-file 6"])
  }

  @Test func `a line end inside a tag counts as a line`() throws {
    let units = """
      <tu
        changeid="a
      b">\(TMXSample.unit("x", "y").dropFirst(4))
      <tu></tu>
      """
    let read = try TMXSample.read(TMXSample.memory(units))
    #expect(read.lines == [4])
    #expect(read.problems == ["unreadable-unit 7"])
  }

  @Test func `what is no memory is told as such`() {
    for (text, line) in [("<html/>", 1), ("\n\nWords", 1), ("{}", 1)] {
      let error = #expect(throws: MemoryError.self) { try TMXSample.read(text) }
      #expect(error?.line == line)
    }
    #expect(throws: MemoryError("it is empty")) { try TMXSample.read("") }
  }
}
