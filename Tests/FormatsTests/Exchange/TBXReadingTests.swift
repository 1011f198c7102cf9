import BitestoFormats
import BitestoGlossary
import BitestoText
import Testing

/// One entry in the dialects that are about: the same terms in other clothes.
private let dialects: [(name: String, text: String)] = [
  (
    "3, DCA",
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
    <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
    <conceptEntry id="C1"><descrip type="subjectField">towns</descrip>
    <langSec xml:lang="en-GB"><termSec><term>Ky<hi type="bold">iv</hi></term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
      <termSec><term>Kiev</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
      <note>from
          Russian</note></termSec></langSec>
    <langSec xml:lang="it"><termSec><term><![CDATA[Kiev & C.]]></term></termSec></langSec>
    </conceptEntry></body></text></tbx>
    """
  ),
  (
    "3, DCT",
    """
    <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min"><tbxHeader/><text><body>
    <conceptEntry id="C1"><min:subjectField>towns</min:subjectField>
    <langSec xml:lang="en-GB"><termSec><term>Kyiv</term>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>Kiev</term>
      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
      <note>from Russian</note></termSec></langSec>
    <langSec xml:lang="it"><termSec><term>Kiev &#38; C.</term></termSec></langSec>
    </conceptEntry></body></text></tbx>
    """
  ),
  (
    "2, ntig, DOCTYPE of nowhere",
    """
    <!DOCTYPE martif SYSTEM "http://nowhere.invalid/TBXcoreStructV02.dtd">
    <martif type="TBX" xml:lang="en"><martifHeader><fileDesc>x</fileDesc></martifHeader><text><body>
    <termEntry id="C1"><descripGrp><descrip type="subjectField">towns</descrip></descripGrp>
    <langSet xml:lang="en-GB"><ntig><termGrp><term>Kyiv<ph>{1}</ph></term>
      <termNote type="administrativeStatus">preferredTerm</termNote></termGrp></ntig>
      <ntig><termGrp><term> Kiev </term><termNote type="administrativeStatus">Obsolete</termNote>
      </termGrp><note>from Russian</note></ntig></langSet>
    <langSet lang="it"><tig><term>Kiev &amp; C.</term></tig></langSet>
    </termEntry></body></text></martif>
    """
  ),
  (
    "prefixes, undeclared",
    """
    <t:tbx><t:text><t:body><t:conceptEntry id="C1"><t:descrip type="subjectField">a</t:descrip>
    <t:langSec xml:lang="en-GB"><t:termSec><t:term>Kyiv</t:term></t:termSec><t:termSec>
    <t:term>Kiev</t:term><t:termNote type="usageStatus">notRecommended</t:termNote>
    <t:note>from Russian</t:note></t:termSec></t:langSec><t:langSec xml:lang="it"><t:termSec>
    <t:term>Kiev &amp; C.</t:term></t:termSec></t:langSec></t:conceptEntry></t:body></t:text></t:tbx>
    """
  ),
]

@Suite struct `TBX of other programs` {
  @Test(arguments: dialects.map(\.text))
  func `is read in every dialect`(text: String) throws {
    let read = try ExchangeFormat.tbx.read(path: "x.tbx", contents: Array(text.utf8))
    let entry = try #require(read.entries.first).entry
    #expect(read.issues.isEmpty)
    #expect(entry.id == "c1")
    #expect(
      entry.forms == [
        Form(language: .english, text: "Kyiv", status: .preferred),
        Form(language: .english, text: "Kiev", status: .deprecated, note: "from Russian"),
        Form(language: .italian, text: "Kiev & C.", status: .preferred),
      ])
    #expect(read.lost.description == "2 regions of languages, 1 subjectField")
  }

  @Test func `UTF-16 and old encodings are read`() throws {
    let text = dialects[0].text.replacing("Kyiv", with: "Kýiv")
    let utf16: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let read = try ExchangeFormat.tbx.read(path: "x.tbx", contents: utf16)
    #expect(read.entries.first?.entry.forms.count == 3)
  }

  @Test func `what cannot be read is left out with its line, the rest is read`() throws {
    let text = """
      <tbx><text><body>
      <conceptEntry id="a"><langSec><termSec><term>x</term></termSec></langSec>
        <langSec xml:lang="it"><termSec><term>y</term></termSec></langSec></conceptEntry>
      <conceptEntry id="a"><langSec xml:lang="it"><termSec><term>z</term></termSec>
        <termSec><term>z</term></termSec></langSec></conceptEntry>
      <conceptEntry><langSec xml:lang="it"><termSec>
        <term/></termSec></langSec></conceptEntry>
      <conceptEntry><langSec xml:lang="zh-Hans"><termSec><term>漢字</term></termSec></langSec>
      </conceptEntry>
      </body></text></tbx>
      """
    let read = try ExchangeFormat.tbx.read(path: "x.tbx", contents: Array(text.utf8))
    #expect(read.entries.map(\.entry.id) == ["a", "a-2", "han-zi"])
    #expect(read.entries.map(\.line) == [2, 4, 8])
    #expect(
      read.issues.map(\.description) == [
        "x.tbx:2: 'x' has no language; left out", "x.tbx:6: an empty term; left out",
        "x.tbx:6: an entry without terms; left out",
      ])
    #expect(read.lost.description == "1 region of a language, 1 repeated form")
  }

  @Test func `definitions and notes of an entry go to its first form`() throws {
    let text = """
      <tbx><text><body><conceptEntry id="a"><descrip type="definition">first</descrip>
      <langSec xml:lang="it"><note>second</note><termSec><term>A</term><note>own</note></termSec>
      <termSec><term>B</term></termSec></langSec></conceptEntry></body></text></tbx>
      """
    let read = try ExchangeFormat.tbx.read(path: "x.tbx", contents: Array(text.utf8))
    #expect(read.entries.first?.entry.forms.map(\.note) == ["own\nsecond\nfirst", ""])
  }

  @Test func `a second preferred form becomes an accepted one, and is counted`() throws {
    let status = "<termNote type=\"administrativeStatus\">preferred</termNote>"
    let text = """
      <tbx><text><body><conceptEntry id="a"><langSec xml:lang="it">
      <termSec><term>A</term>\(status)</termSec><termSec><term>B</term>\(status)</termSec>
      <termSec><term>C</term></termSec></langSec></conceptEntry></body></text></tbx>
      """
    let read = try ExchangeFormat.tbx.read(path: "x.tbx", contents: Array(text.utf8))
    #expect(read.entries.first?.entry.forms.map(\.status) == [.preferred, .accepted, .accepted])
    #expect(read.lost.description == "1 second preferred form (now accepted)")
  }

  @Test func `a large file is read`() throws {
    let entry = """
      <termEntry id="i#"><langSet xml:lang="it"><tig><term>parola #</term><note>\
      \(String(repeating: "nota ", count: 500))</note></tig></langSet></termEntry>
      """
    let body = (0..<4_500).map { entry.replacing("#", with: "\($0)") }.joined(separator: "\n")
    let text = "<martif><text><body>\n\(body)</body></text></martif>"
    try #require(text.utf8.count > 11_000_000)
    let read = try ExchangeFormat.tbx.read(path: "x.tbx", contents: Array(text.utf8))
    #expect(read.entries.count == 4_500)
    #expect(read.entries.last?.line == 4_501)
  }
}
