import BitestoAlignment
import BitestoFormats
import BitestoText
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct XLIFFFormatTests {
  @Test func aTraceKeepsWhatIsStillToTranslate() throws {
    let options = WritingOptions(
      toolVersion: "1.0", creationTime: 1_681_119_000, languageTags: [.english: "en-GB"])
    let written = try text(.xliff, plainTrace(), options)
    #expect(
      written == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
          <file original="articolo.txt" source-language="it" target-language="en-GB" \
        datatype="plaintext" date="2023-04-10T09:30:00Z" tool-id="bitesto">
            <header>
              <tool tool-id="bitesto" tool-name="Bitesto" tool-version="1.0"/>
            </header>
            <body>
              <trans-unit id="1">
                <source xml:lang="it">Siamo pronti</source>
                <target xml:lang="en-GB" state="translated">We are ready now</target>
                <note from="Bitesto">Anna Neri, translated by Reuters, Reuters, \
        reports/reuters.txt, 93 % sure</note>
                <alt-trans match-quality="50%" origin="reports/dw.txt">
                  <target xml:lang="en-GB">We are ready</target>
                </alt-trans>
              </trans-unit>
              <trans-unit id="2">
                <source xml:lang="it">Mai</source>
                <note from="Bitesto">63 % sure</note>
              </trans-unit>
            </body>
          </file>
        </xliff>

        """)
  }

  @Test func aTraceInVersion2OffersWhatElseWasFound() throws {
    let written = try text(
      .xliff2, plainTrace(), WritingOptions(languageTags: [.english: "en-GB"], signature: "s"))
    #expect(written.contains("srcLang=\"it\" trgLang=\"en-GB\">"))
    #expect(written.contains("<notes>\n      <note>s</note>\n    </notes>"))
    #expect(
      written.contains(
        """
            <unit id="1">
              <mtc:matches>
                <mtc:match ref="#s.1" matchQuality="50" origin="reports/dw.txt">
                  <source>Siamo pronti</source>
                  <target>We are ready</target>
                </mtc:match>
              </mtc:matches>
              <notes>
                <note>Anna Neri, translated by Reuters, Reuters, reports/reuters.txt, 93 % sure</note>
              </notes>
              <segment id="s.1" state="translated">
                <source>Siamo pronti</source>
                <target>We are ready now</target>
              </segment>
            </unit>
            <unit id="2">
              <notes>
                <note>63 % sure</note>
              </notes>
              <segment>
                <source>Mai</source>
              </segment>
            </unit>

        """))
  }

  @Test func whatIsDoubtfulIsToBeReviewed() throws {
    var bitext = try plainTrace()
    bitext.units[0].confidence = 0.6
    #expect(try text(.xliff, bitext).contains("state=\"needs-review-translation\""))
    #expect(
      try text(.xliff2, bitext).contains(
        "state=\"translated\" subState=\"xliff12:needs-review-translation\""))
  }

  @Test(arguments: [BitextFormat.xliff, .xliff2].map(\.name))
  func aPassageInAnotherLanguageThanTheTargetsIsThereToBeLookedAt(name: String) throws {
    let format = try #require(BitextFormat.named(name))
    let article = try Document(
      path: "a.txt", contents: Array("Siamo pronti".utf8), language: .italian)
    let reports = try [("r.txt", "Мы готовы", Language.russian), ("e.txt", "We", .english)].map {
      try Document(path: $0.0, contents: Array($0.1.utf8), language: $0.2)
    }
    let unit = Bitext.Unit(
      source: 0..<12, target: .init(side: 0, range: 0..<17, confidence: 0.9), confidence: 0.9)
    let bitext = Bitext(
      kind: .trace, source: .init(document: article, segments: []),
      targets: reports.map { .init(document: $0, segments: []) }, units: [unit])
    let written = try text(format, bitext)
    #expect(written.contains("=\"reference\"") || written.contains("reference=\"yes\""))
    #expect(written.contains("<target xml:lang=\"ru\">Мы готовы</target>"))
    #expect(!written.contains(" state="))
  }

  @Test(arguments: [BitextFormat.xliff, .xliff2].map(\.name))
  func anInsertionIsLeftOutAndCounted(name: String) throws {
    let format = try #require(BitextFormat.named(name))
    #expect(try format.write(plainAlignment()) { _ in }.leftOut == 1)
  }

  @Test func nastyTextsAreWellFormed() throws {
    let parser = XMLParser(data: Data(try text(.xliff, NastyTrace.bitext()).utf8))
    let texts = ElementTexts()
    parser.delegate = texts
    let isParsed = parser.parse()
    #expect(isParsed && parser.parserError == nil)
    let words = [NastyTrace.markup, NastyTrace.joined, NastyTrace.controls, NastyTrace.lines]
    #expect(
      texts.of["target"]?.map { Array($0.unicodeScalars) }
        == words.map { Array(NastyTrace.withoutForbidden($0).unicodeScalars) })
    #expect(texts.of["source"]?.count == 6)
  }
}

/// The texts of the elements of an XML file, by element.
private final class ElementTexts: NSObject, XMLParserDelegate {
  var of: [String: [String]] = [:]
  private var characters = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    characters = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    characters.unicodeScalars.append(contentsOf: string.unicodeScalars)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    of[name, default: []].append(characters)
  }
}
