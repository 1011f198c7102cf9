import BitestoFormats
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
                <alt-trans match-quality="50%" origin="reports/dw.txt">\
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

  @Test func anInsertionIsLeftOutAndCounted() throws {
    #expect(try BitextFormat.xliff.write(plainAlignment()) { _ in }.leftOut == 1)
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
