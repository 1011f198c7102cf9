import BitestoAlignment
import BitestoFormats
import BitestoText
import Foundation
import Testing

@Suite struct JSONFormatTests {
  @Test func offsetsOfATraceSelectTheWordsByCodePoint() throws {
    let bitext = try NastyTrace.bitext()
    let root = try parsed(bitext)
    let quotes = try #require(root["quotes"] as? [[String: Any]])
    #expect(quotes.count == bitext.units.count)
    for (quote, unit) in zip(quotes, bitext.units) {
      let words = bitext.source.document.text(try #require(unit.source))
      #expect(quote["text"] as? String == words)
      #expect(try slice(bitext.source.document, quote) == words)
      if let match = quote["match"] as? [String: Any] {
        #expect(try slice(bitext.targets[0].document, match) == match["text"] as? String)
        #expect(match["source"] as? String == NastyTrace.path)
      }
    }
    #expect(quotes.map { $0["match"] is NSNull } == [false, false, false, false, true, true])
  }

  @Test func aTraceHasTheFieldsOfTheContract() throws {
    let root = try parsed(plainTrace(), WritingOptions(signature: "v:1"))
    #expect(root["article"] as? [String: String] == ["path": "articolo.txt", "language": "it"])
    #expect(root["signature"] as? String == "v:1")
    let sources = try #require(root["sources"] as? [[String: Any]])
    #expect(sources.map { $0["outlet"] as? String } == ["DW", "Reuters", nil])
    let quotes = try #require(root["quotes"] as? [[String: Any]])
    #expect(quotes.map { $0["kind"] as? String } == ["direct", "mixed"])
    #expect(quotes.map { $0["speaker"] as? String } == ["Anna Neri", nil])
    #expect(quotes.map { $0["outlet"] as? String } == ["Reuters", nil])
    #expect(quotes.map { $0["outletRole"] as? String } == ["translated", nil])
    #expect(quotes.map { $0["confidence"] as? Double } == [0.93, 0.625])
    let alternatives = try #require(quotes[0]["alternatives"] as? [[String: Any]])
    #expect(alternatives.map { $0["text"] as? String } == ["We are ready"])
  }

  @Test func anAlignmentIsWrittenAsTheContractSays() throws {
    #expect(
      try text(.json, plainAlignment()) == """
        {
          "source": {
            "path": "a.it.txt",
            "language": "it",
            "segments": [
              {"start": 0, "end": 8, "text": "Il patto", "role": "heading"},
              {"start": 9, "end": 30, "text": "Siamo pronti a tutto."},
              {"start": 31, "end": 37, "text": "Piove."}
            ]
          },
          "target": {
            "path": "a.en.txt",
            "language": "en",
            "segments": [
              {"start": 0, "end": 8, "text": "The pact", "role": "heading"},
              {"start": 9, "end": 30, "text": "We are ready for all."},
              {"start": 31, "end": 39, "text": "The end."}
            ]
          },
          "beads": [
            {"source": [0], "target": [0], "confidence": 0.99},
            {"source": [1], "target": [1], "confidence": 0.875},
            {"source": [2], "target": [], "confidence": 0.7},
            {"source": [], "target": [2], "confidence": 0.4}
          ]
        }

        """)
  }

  @Test func controlCharactersAndLineSeparatorsAreEscaped() throws {
    let written = try text(.json, NastyTrace.bitext())
    let bare = written.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
    #expect(bare.isEmpty)
    #expect(!written.unicodeScalars.contains("\u{2028}"))
    #expect(written.contains(#"\u0001uno\b\u001b[31m"#))
    #expect(written.contains(#"prima riga\r\n\tseconda\triga"#))
  }

  @Test(arguments: [
    (0.123456, "0.1235"), (1, "1.0"), (0, "0.0"), (0.5, "0.5"), (0.00001, "0.0"),
    (0.99996, "1.0"), (Double.nan, "0.0"), (-3, "0.0"), (Double.infinity, "1.0"),
  ])
  func confidencesHaveAtMostFourDecimals(confidence: Double, written: String) throws {
    var bitext = try plainAlignment()
    bitext.units = [
      Bitext.Unit(source: 0..<8, target: nil, confidence: confidence, sourceSegments: 0..<1)
    ]
    #expect(try text(.json, bitext).contains("\"confidence\": \(written)}"))
  }

  private func parsed(
    _ bitext: Bitext, _ options: WritingOptions = WritingOptions()
  ) throws -> [String: Any] {
    let bytes = try BitextFormat.json.bytes(of: bitext, options: options)
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func slice(_ document: Document, _ range: [String: Any]) throws -> String {
    let start = try #require(range["start"] as? Int)
    let end = try #require(range["end"] as? Int)
    let scalars = Array(String(decoding: document.bytes, as: UTF8.self).unicodeScalars)
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }
}
