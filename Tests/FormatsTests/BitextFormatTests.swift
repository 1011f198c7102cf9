import BitestoAlignment
import BitestoFormats
import BitestoText
import Testing

@Suite struct BitextFormatTests {
  @Test func everyNameAndExtensionNamesOneFormat() {
    let names = BitextFormat.all.map(\.name)
    let extensions = BitextFormat.all.flatMap(\.extensions)
    #expect(Set(names).count == names.count)
    #expect(Set(extensions).count == extensions.count)
    #expect(names.allSatisfy { BitextFormat.named($0)?.name == $0 })
  }

  @Test(arguments: [
    ("out/review.html", "html"), ("memory.TMX", "tmx"), ("a.b.tsv", "tsv"),
    ("notes.md", "markdown"),
    ("x.json", "json"),
  ])
  func theExtensionPicksTheFormat(path: String, name: String) {
    #expect(BitextFormat.forFile(named: path)?.name == name)
  }

  @Test(arguments: ["noextension", "a.docx", "tmx", ".", ""])
  func anUnknownExtensionPicksNone(path: String) {
    #expect(BitextFormat.forFile(named: path) == nil)
  }

  @Test(arguments: BitextFormat.all.map(\.name))
  func largeOutputComesInPieces(name: String) throws {
    let format = try #require(BitextFormat.named(name))
    var bitext = format.kinds.contains(.trace) ? try plainTrace() : try plainAlignment()
    bitext.units[0].notes = [
      FidelityNote(rule: .number, message: "“2” stands for “3”", source: 9..<15, target: 9..<15)
    ]
    bitext.units = Array(repeating: bitext.units[0], count: 3_000)
    var pieces: [Int] = []
    var joined: [UInt8] = []
    try format.write(bitext) {
      pieces.append($0.count)
      joined += $0
    }
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0 < 1_000_000 })
    #expect(joined == (try format.bytes(of: bitext)))
  }

  @Test(arguments: BitextFormat.all.map(\.name))
  func anErrorOfTheSinkEndsTheWriting(name: String) throws {
    struct DiskFull: Error {}
    let format = try #require(BitextFormat.named(name))
    let bitext = format.kinds.contains(.trace) ? try plainTrace() : try plainAlignment()
    #expect(throws: DiskFull.self) { try format.write(bitext) { _ in throw DiskFull() } }
  }

  @Test(arguments: BitextFormat.all.map(\.name))
  func rangesOutsideTheTextsLeaveAGapInsteadOfATrap(name: String) throws {
    let format = try #require(BitextFormat.named(name))
    for var bitext in [try plainTrace(), try plainAlignment()]
    where format.kinds.contains(bitext.kind) {
      bitext.units.append(
        Bitext.Unit(
          source: 900..<950, target: .init(side: 0, range: -4..<99_999, confidence: .infinity),
          confidence: -1, sourceSegments: 70..<71, targetSegments: -1..<3))
      bitext.units.append(
        Bitext.Unit(
          source: -9..<3, target: .init(side: 42, range: 0..<1, confidence: 1), confidence: 7,
          alternatives: [.init(side: -1, range: 0..<1, confidence: 0)]))
      #expect(try !format.bytes(of: bitext).isEmpty)
    }
  }

  @Test(arguments: BitextFormat.all.map(\.name))
  func aBitextOfNothingIsWritten(name: String) throws {
    let format = try #require(BitextFormat.named(name))
    let short = try Document(path: "-", contents: Array("a".utf8), language: .italian)
    for kind in [Bitext.Kind.trace, .alignment] {
      let bitext = Bitext(
        kind: kind, source: .init(document: short, segments: []), targets: [], units: [])
      guard format.kinds.contains(kind) else { continue }
      #expect(try format.bytes(of: bitext).last ?? 0x0A == 0x0A)
    }
  }

  @Test func aRangeInsideACodePointTakesTheWholeOfIt() throws {
    let sample = try Sample(article: "T\n«È così»", reports: ["r.txt": "R\nit’s so"])
    let quotation = try sample.quotation("È così")
    var unit = sample.unit(quotation, try sample.passage("it’s"))
    unit.source = (quotation.content.lowerBound + 1)..<(quotation.content.upperBound - 1)
    #expect(try text(.tsv, sample.trace([unit])).contains("\nÈ così\tit’s\t"))
  }
}
