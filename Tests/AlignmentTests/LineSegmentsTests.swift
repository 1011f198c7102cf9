import BitestoAlignment
import BitestoText
import Testing

@Suite struct LineSegmentsTests {
  @Test(arguments: [
    ("uno\ndue\n", ["uno", "due"]),
    ("uno\ndue", ["uno", "due"]),
    ("uno\r\ndue\r\n", ["uno", "due"]),
    ("uno\rdue", ["uno", "due"]),
    ("\n\nuno\n \n\tdue \n\n", ["", "", "uno", "", "due", ""]),
    ("Sì. No. Forse.\r\n\r\nFine", ["Sì. No. Forse.", "", "Fine"]),
  ])
  func `every line is a segment, a blank one an empty segment`(
    text: String, lines: [String]
  ) throws {
    let document = try Document(path: "-", contents: Array(text.utf8), language: .italian)
    let segments = Segment.lines(of: document)
    #expect(segments.map { document.text($0.range) } == lines)
    for segment in segments where !segment.range.isEmpty {
      #expect(document.paragraphs[segment.paragraph].contains(segment.range.lowerBound))
    }
  }
}
