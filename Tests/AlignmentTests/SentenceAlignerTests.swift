import BitestoAlignment
import BitestoEmbedding
import BitestoText
import Foundation
import Testing

@Suite struct SentenceAlignerTests {
  private static let aligner = Result { try SentenceAligner() }

  /// A long text: every sentence has its own numbers, names and words.
  private static func chapters(_ count: Int) -> [(italian: String, english: String)] {
    let things = [("case", "houses"), ("navi", "ships"), ("libri", "books"), ("alberi", "trees")]
    let places = [("porto", "harbor"), ("bosco", "woods"), ("mercato", "market")]
    let names = ["Marta", "Paolo", "Giulia", "Anselmo", "Renata"]
    return (0..<count).map { number in
      let (thing, place) = (things[number % 4], places[number % 3])
      let (name, sum) = (names[number % 5], 1_000 + 7 * number)
      return (
        "Secondo \(name), nel \(place.0) ci sono \(sum) \(thing.0).",
        "According to \(name), there are \(sum) \(thing.1) in the \(place.1)."
      )
    }
  }

  private func align(_ source: [String], _ target: [String]) throws -> Bitext {
    try Self.aligner.get().align(
      Bitext.Side(lines: source, language: .italian),
      Bitext.Side(lines: target, language: .english))
  }

  /// Every segment of both sides stands in exactly one unit, in order, and the ranges fit.
  private func expectComplete(_ bitext: Bitext) {
    let source = bitext.source.segments
    let target = bitext.targets[0].segments
    #expect(bitext.units.flatMap { Array($0.sourceSegments) } == Array(source.indices))
    #expect(bitext.units.flatMap { Array($0.targetSegments) } == Array(target.indices))
    for unit in bitext.units {
      let s = source[unit.sourceSegments]
      let t = target[unit.targetSegments]
      #expect(unit.source?.lowerBound == s.first?.range.lowerBound)
      #expect(unit.source?.upperBound == s.last?.range.upperBound)
      #expect(unit.target?.range.lowerBound == t.first?.range.lowerBound)
      #expect(unit.target?.range.upperBound == t.last?.range.upperBound)
      #expect((0...1).contains(unit.confidence))
      #expect(unit.target.map { $0.confidence == unit.confidence } ?? true)
    }
  }

  @Test(arguments: [
    """
    Il ponte è stato chiuso lunedì mattina. = The bridge was closed on Monday morning.
    I tecnici hanno trovato una crepa lunga due metri. = Engineers found a crack two meters long.
    Il sindaco ha chiesto ai cittadini di avere pazienza. = The mayor asked residents to be patient.
    """,
    """
    Il ponte è stato chiuso lunedì mattina. = The bridge was closed on Monday morning.
    I tecnici hanno trovato una crepa lunga due metri, e nessuno sa quando sia comparsa. = \
    Engineers found a crack two meters long. | Nobody knows when it appeared.
    Il sindaco ha chiesto ai cittadini di avere pazienza. = The mayor asked residents to be patient.
    """,
    """
    Il ponte è stato chiuso lunedì mattina. | I tecnici hanno trovato una crepa. = \
    The bridge was closed on Monday morning after engineers found a crack.
    Il sindaco ha chiesto ai cittadini di avere pazienza. = The mayor asked residents to be patient.
    """,
    """
    Il ponte è stato chiuso lunedì mattina. = The bridge was closed on Monday morning.
    Intanto la squadra di calcio ha vinto il campionato. =
    I tecnici hanno trovato una crepa lunga due metri. = Engineers found a crack two meters long.
    = Local restaurants serve fish and white wine.
    Il sindaco ha chiesto ai cittadini di avere pazienza. = The mayor asked residents to be patient.
    """,
    """
    = Our correspondent reports from the river.
    Il ponte è stato chiuso lunedì mattina. = The bridge was closed on Monday morning.
    I tecnici hanno trovato una crepa lunga due metri. = Engineers found a crack two meters long.
    La biblioteca riapre in primavera con libri nuovi. =
    Il cinema costa otto euro, i bambini non pagano. =
    """,
  ])
  func `finds the beads of a short text`(written: String) throws {
    let expected = WrittenAlignment(written)
    let bitext = try align(expected.source, expected.target)
    expectComplete(bitext)
    #expect(bitext.writtenBeads == expected.beads)
  }

  @Test func `is sure of plain pairs and unsure of a doubtful one`() throws {
    let bitext = try align(
      ["Il ponte è stato chiuso lunedì.", "I tecnici hanno trovato una crepa.", "Pazienza."],
      ["The bridge was closed on Monday.", "Engineers found a crack.", "So it goes, alas."])
    func confidence(ofSource segment: Int) -> Double? {
      bitext.units.first { $0.sourceSegments.contains(segment) }?.confidence
    }
    #expect(try #require(confidence(ofSource: 0)) > 0.95)
    #expect(try #require(confidence(ofSource: 2)) < 0.9)
  }

  @Test func `paragraphs say which of two like sentences was left out`() throws {
    func side(_ text: String, _ language: Language) throws -> Bitext.Side {
      let document = try Document(path: "a", contents: Array(text.utf8), language: language)
      return Bitext.Side(
        document: document, segments: Segmenter(language: language).segments(of: document))
    }
    let bitext = try Self.aligner.get().align(
      side("Il treno arriva. Piove.\nPiove. Il treno parte.", .italian),
      side("The train arrives.\nIt is raining. The train leaves.", .english))
    #expect(bitext.units.first { $0.targetSegments == 1..<2 }?.sourceSegments == 2..<3)
  }

  @Test(arguments: [Language.russian, Language(rawValue: "el"), .english])
  func `a text may begin with a letter of any script`(language: Language) throws {
    let bitext = try Self.aligner.get().align(
      Bitext.Side(lines: ["Ясно, мир."], language: language),
      Bitext.Side(lines: ["Chiaro, il mondo."], language: .italian))
    expectComplete(bitext)
  }

  @Test func `one line matches one line`() throws {
    let bitext = try align(["La nave parte domani."], ["The ship leaves tomorrow."])
    expectComplete(bitext)
    #expect(bitext.writtenBeads == ["La nave parte domani. = The ship leaves tomorrow."])
  }

  @Test func `an empty side leaves every segment of the other alone`() throws {
    let lines = ["Il ponte è chiuso.", "La nave parte domani."]
    let withoutTarget = try align(lines, [])
    expectComplete(withoutTarget)
    #expect(withoutTarget.writtenBeads == ["Il ponte è chiuso. = ", "La nave parte domani. = "])
    let withoutSource = try align([], ["The ship leaves tomorrow."])
    expectComplete(withoutSource)
    #expect(withoutSource.writtenBeads == [" = The ship leaves tomorrow."])
    #expect(try align([], []).units.isEmpty)
  }

  @Test func `a blank line stands alone and does not disturb its neighbors`() throws {
    let bitext = try align(
      ["Il ponte è stato chiuso.", "", "I tecnici hanno trovato una crepa.", "  "],
      ["The bridge was closed.", "Engineers found a crack.", "", ""])
    expectComplete(bitext)
    let pairs = bitext.units.filter { $0.source != nil && $0.target != nil }
    #expect(pairs.map(\.sourceSegments) == [0..<1, 2..<3])
    #expect(pairs.map(\.targetSegments) == [0..<1, 1..<2])
  }

  @Test func `the letter of the corpora keeps its strict F1`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Corpora/parallel")
    func side(_ name: String, _ language: Language) throws -> Bitext.Side {
      let bytes = try Array(Data(contentsOf: folder.appendingPathComponent(name)))
      let document = try Document(path: name, contents: bytes, language: language)
      return Bitext.Side(document: document, segments: Segment.lines(of: document))
    }
    let gold = try JSONDecoder().decode(
      [[[Int]]].self, from: Data(contentsOf: folder.appendingPathComponent("000.gold.json")))
    let bitext = try Self.aligner.get().align(
      side("000.it.txt", .italian), side("000.en.txt", .english))
    expectComplete(bitext)
    let found = bitext.units.map { [Array($0.sourceSegments), Array($0.targetSegments)] }
      .filter { !$0.contains([]) }
    let expected = gold.filter { !$0.contains([]) }
    let right = found.filter(expected.contains).count
    #expect(2 * Double(right) / Double(found.count + expected.count) >= 0.97)
  }

  /// More segments than are searched all with all.
  @Test func `a long text keeps its place across a missing fifth`() throws {
    let lines = Self.chapters(300)
    let bitext = try align(lines[..<60].map(\.0) + lines[120...].map(\.0), lines.map(\.1))
    expectComplete(bitext)
    let pairs = bitext.units.filter { $0.source != nil && $0.target != nil }
    #expect(pairs.map(\.sourceSegments) == (0..<240).map { $0..<($0 + 1) })
    #expect(pairs.map(\.targetSegments.lowerBound) == Array(0..<60) + Array(120..<300))
  }

  @Test func `a section in another place does not disturb the rest`() throws {
    let lines = Self.chapters(300)
    let moved = lines[..<60] + lines[120...] + lines[60..<120]
    let bitext = try align(moved.map(\.italian), lines.map(\.english))
    expectComplete(bitext)
    let pairs = bitext.units.filter { $0.source != nil && $0.target != nil }
    #expect(pairs.allSatisfy { $0.sourceSegments.count == 1 && $0.targetSegments.count == 1 })
    #expect(
      pairs.map { $0.targetSegments.lowerBound } == Array(0..<60) + Array(120..<300))
  }

  @Test(arguments: AlignmentEffort.allCases)
  func `several pairs come out as one by one`(effort: AlignmentEffort) throws {
    let aligner = try SentenceAligner(effort: effort)
    let lines = Self.chapters(30)
    let pairs = try [0..<10, 5..<30, 3..<3].map { part in
      try (
        source: Bitext.Side(lines: lines[part].map(\.italian), language: .italian),
        target: Bitext.Side(lines: lines[part].dropFirst().map(\.english), language: .english)
      )
    }
    let together = aligner.align(pairs)
    #expect(together.count == 3)
    for (bitext, pair) in zip(together, pairs) {
      expectComplete(bitext)
      let alone = aligner.align(pair.source, pair.target)
      #expect(bitext.beads == alone.beads)
    }
  }

  /// Knows two words and their translations.
  private struct ToyVectors: TextVectors {
    func vectors(of texts: [String]) -> VectorTable {
      VectorTable(
        rows: texts.map { text in
          let words = text.lowercased()
          return [["gatto", "cat"], ["cane", "dog"]].map { names in
            names.contains(where: words.contains) ? 1 : 0
          } + [0.1]
        })
    }
  }

  @Test func `takes somebody else's vectors for sentences and words`() throws {
    let aligner = try SentenceAligner(
      encoder: .builtIn(), sentences: ToyVectors(), words: ToyVectors(), effort: .full)
    let bitext = aligner.align(
      try Bitext.Side(lines: ["Il gatto dorme.", "Un cane abbaia."], language: .italian),
      try Bitext.Side(lines: ["The cat sleeps.", "A dog barks."], language: .english))
    #expect(bitext.beads.map(\.source) == [0..<1, 1..<2])
    #expect(bitext.beads.map(\.target) == [0..<1, 1..<2])
  }
}
