import BitestoAlignment
import BitestoFormats
import BitestoText
import Testing

@Suite("Formats of lines for other tools")
struct LineFormatsTests {
  @Test("a ladder holds every unit, joined segments with ~~~ between")
  func ladder() throws {
    var bitext = try plainAlignment()
    bitext.units[0].sourceSegments = 0..<2
    #expect(
      try text(.ladder, bitext) == """
        Il patto ~~~ Siamo pronti a tutto.\tThe pact\t0.99
        Siamo pronti a tutto.\tWe are ready for all.\t0.875
        Piove.\t\t0.7
        \tThe end.\t0.4

        """)
  }

  @Test("the files of a Moses pair have as many lines, with nulls only when asked")
  func moses() throws {
    let bitext = try plainAlignment()
    let pair = { (options: WritingOptions) in
      try BitextFormat.mosesPair.map { try text($0, bitext, options) }
    }
    #expect(
      try pair(WritingOptions()) == [
        "Il patto\nSiamo pronti a tutto.\n", "The pact\nWe are ready for all.\n",
      ])
    #expect(
      try pair(WritingOptions(keepsNulls: true)) == [
        "Il patto\nSiamo pronti a tutto.\nPiove.\n\n",
        "The pact\nWe are ready for all.\n\nThe end.\n",
      ])
  }

  @Test("line ends and tabs inside a segment become spaces")
  func staysOnOneLine() throws {
    let document = try Document(
      path: "a", contents: Array("uno\tdue".utf8), language: .italian)
    let side = Bitext.Side(
      document: document, segments: [Segment(range: 0..<7, paragraph: 0, role: .body)])
    let bitext = Bitext(
      kind: .alignment, source: side, targets: [side],
      units: [
        Bitext.Unit(
          source: 0..<7, target: .init(side: 0, range: 0..<7, confidence: 1), confidence: 1,
          sourceSegments: 0..<1, targetSegments: 0..<1)
      ])
    #expect(try text(.ladder, bitext) == "uno due\tuno due\t1.0\n")
    #expect(try text(BitextFormat.mosesPair[0], bitext) == "uno due\n")
  }

  @Test("TMX holds units without a counterpart only when asked")
  func nullsInTMX() throws {
    let bitext = try plainAlignment()
    #expect(try !text(.tmx, bitext).contains("Piove."))
    let kept = try text(.tmx, bitext, WritingOptions(keepsNulls: true))
    #expect(kept.contains("<seg>Piove.</seg>") && kept.contains("<seg></seg>"))
    #expect(kept.components(separatedBy: "<tuv ").count == 9)
  }

  @Test("the page of an alignment draws its path")
  func plot() throws {
    let page = try text(.html, try plainAlignment())
    #expect(page.contains("<path class=\"strong\" d=\"M0 0L200 200L400 400L400 400\"/>"))
    #expect(page.contains("<path class=\"none\" d=\"M400 400L600 400L600 600L600 600\"/>"))
  }
}
