import BitestoFormats
import BitestoText
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct TMXFormatTests {
  @Test func textsRoundTripThroughAnXMLParser() throws {
    let units = try TMXReader.read(try text(.tmx, NastyTrace.bitext())).units
    let words = [NastyTrace.markup, NastyTrace.joined, NastyTrace.controls, NastyTrace.lines]
    #expect(units.count == words.count)
    for (unit, word) in zip(units, words) {
      let expected = Array(NastyTrace.withoutForbidden(word).unicodeScalars)
      #expect(unit.segments.map { Array($0.text.unicodeScalars) } == [expected, expected])
    }
  }

  @Test func propertiesComeBeforeTheVariantsAndTellWhereTheWordsAreFrom() throws {
    let unit = try #require(TMXReader.read(try text(.tmx, NastyTrace.bitext())).units.first)
    #expect(unit.order == Array(repeating: "prop", count: 9) + ["tuv", "tuv"])
    #expect(unit.properties["x-bitesto-kind"] == "direct")
    #expect(unit.properties["x-speaker"] == NastyTrace.withoutForbidden(NastyTrace.speaker))
    #expect(unit.properties["x-outlet"] == NastyTrace.outlet)
    #expect(unit.properties["x-outlet-role"] == "published")
    #expect(unit.properties["x-report"] == NastyTrace.path)
    #expect(unit.properties["x-confidence"] == "0.9877")
  }

  @Test func offsetsAreCodePointsOfSourceAndTarget() throws {
    let bitext = try NastyTrace.bitext()
    let units = try TMXReader.read(try text(.tmx, bitext)).units
    let numbers = try #require(units[1].properties["x-offsets"])
      .split { $0 == "-" || $0 == " " }.compactMap { Int($0) }
    for (document, start) in [(bitext.source.document, 0), (bitext.targets[0].document, 2)] {
      let scalars = Array(String(decoding: document.bytes, as: UTF8.self).unicodeScalars)
      #expect(
        Array(scalars[numbers[start]..<numbers[start + 1]])
          == Array(NastyTrace.joined.unicodeScalars))
    }
  }

  @Test func unitsWithoutWordsOnBothSidesAreLeftOutAndCounted() throws {
    let trace = try BitextFormat.tmx.write(NastyTrace.bitext()) { _ in }
    #expect(trace.written == 4)
    #expect(trace.leftOut == 2)
    let alignment = try BitextFormat.tmx.write(plainAlignment()) { _ in }
    #expect(alignment.leftOut == 2)
  }

  @Test func theHeaderNamesToolDateAndLanguages() throws {
    let options = WritingOptions(
      toolVersion: "1.2 \"b\"\t&", creationTime: 951_786_245,
      languageTags: [.english: "en-GB", .italian: "it-IT"], signature: "a<b")
    let memory = try TMXReader.read(try text(.tmx, plainAlignment(), options))
    #expect(
      memory.header == [
        "creationtool": "Bitesto", "creationtoolversion": "1.2 \"b\"\t&", "segtype": "sentence",
        "o-tmf": "Bitesto", "adminlang": "en", "srclang": "it-IT", "datatype": "plaintext",
        "creationdate": "20000229T010405Z",
      ])
    #expect(memory.version == "1.4")
    #expect(
      memory.units.map { $0.segments.map(\.language) } == [
        ["it-IT", "en-GB"], ["it-IT", "en-GB"],
      ])
  }

  @Test(arguments: [
    (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (1_709_164_800, "20240229T000000Z"),
    (4_107_542_399, "21000228T235959Z"), (1_681_119_000, "20230410T093000Z"),
  ])
  func datesAreUTC(seconds: Int, written: String) throws {
    let memory = try text(.tmx, plainTrace(), WritingOptions(creationTime: seconds))
    #expect(memory.contains("creationdate=\"\(written)\""))
  }

  @Test func withoutATimeThereIsNoDate() throws {
    #expect(try !text(.tmx, plainTrace()).contains("creationdate"))
  }
}

/// What a TMX file says, read by Foundation's parser.
private final class TMXReader: NSObject, XMLParserDelegate {
  struct Unit {
    var order: [String] = []
    var properties: [String: String] = [:]
    var segments: [(language: String, text: String)] = []
  }

  var version = ""
  var header: [String: String] = [:]
  var units: [Unit] = []
  private var path: [String] = []
  private var type = ""
  private var language = ""
  private var characters = ""

  static func read(_ text: String) throws -> TMXReader {
    let reader = TMXReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    let isParsed = parser.parse()
    try #require(isParsed && parser.parserError == nil && reader.path.isEmpty)
    return reader
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if path.last == "tu" { units[units.count - 1].order.append(name) }
    path.append(name)
    characters = ""
    switch name {
    case "tmx": version = attributes["version"] ?? ""
    case "header": header = attributes
    case "tu": units.append(Unit())
    case "prop": type = attributes["type"] ?? ""
    case "tuv": language = attributes["xml:lang"] ?? ""
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    characters.unicodeScalars.append(contentsOf: string.unicodeScalars)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    if name == "prop", path.last == "tu" { units[units.count - 1].properties[type] = characters }
    if name == "seg" { units[units.count - 1].segments.append((language, characters)) }
  }
}
