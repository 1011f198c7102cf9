import BitestoAlignment
import BitestoText
import Testing

@Suite("Edits of an alignment's units")
struct UnitEditsTests {
  private func sample() throws -> Bitext {
    let texts = ["Sì. Vado a casa subito. No.\nBasta.", "Yes. I am going home now. No.\nEnough."]
    let sides = try zip(texts, [Language.italian, .english]).map { text, language in
      let document = try Document(path: "a", contents: Array(text.utf8), language: language)
      return Bitext.Side(
        document: document, segments: Segmenter(language: language).segments(of: document))
    }
    let units = sides[0].segments.indices.map { index in
      Bitext.Unit(
        source: sides[0].segments[index].range,
        target: .init(side: 0, range: sides[1].segments[index].range, confidence: 0.9),
        confidence: 0.9 - Double(index) / 10, sourceSegments: index..<(index + 1),
        targetSegments: index..<(index + 1))
    }
    return Bitext(kind: .alignment, source: sides[0], targets: [sides[1]], units: units)
  }

  @Test("short units join their neighbors in the paragraph, and are as sure as the less sure part")
  func mergesShort() throws {
    let bitext = try sample().mergingShortUnits(below: 2)
    let words = bitext.units.map { $0.source.map(bitext.source.document.text) }
    #expect(words == ["Sì. Vado a casa subito. No.", "Basta."])
    #expect(bitext.units[0].targetSegments == 0..<3)
    #expect(bitext.units[0].confidence == 0.9 - 2.0 / 10)
  }

  @Test("units below a confidence are dropped")
  func drops() throws {
    #expect(try sample().droppingUnits(below: 0.75).units.map(\.sourceSegments) == [0..<1, 1..<2])
  }

  @Test(
    "pins that overlap, cross or leave the texts are refused",
    arguments: [
      ([PinnedBead(source: 0..<2, target: 0..<1), PinnedBead(source: 1..<2, target: 1..<2)], 1),
      ([PinnedBead(source: 0..<1, target: 3..<4), PinnedBead(source: 1..<2, target: 2..<3)], 1),
      ([PinnedBead(source: 4..<6, target: 0..<1)], 0),
      ([PinnedBead(source: 0..<0, target: 0..<0)], 0),
    ])
  func refusesPins(pins: [PinnedBead], bad: Int) {
    #expect(PinnedBead.conflict(in: pins, sourceCount: 5, targetCount: 5) == pins[bad])
  }

  @Test("pins in order are accepted, nulls included")
  func acceptsPins() {
    let pins = [
      PinnedBead(source: 3..<4, target: 2..<4), PinnedBead(source: 0..<2, target: 0..<1),
      PinnedBead(source: 0..<0, target: 1..<2),
    ]
    #expect(PinnedBead.conflict(in: pins, sourceCount: 5, targetCount: 5) == nil)
  }
}
