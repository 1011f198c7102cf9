import BitestoAlignment
import BitestoEmbedding
import BitestoText
import Testing

@Suite("Quote tracer")
struct QuoteTracerTests {
  private static let encoder = try? Encoder.builtIn(threads: 1)

  private func trace(
    _ article: String, to reports: [(outlet: String, text: String)]
  ) throws -> Bitext {
    let encoder = try #require(Self.encoder)
    let pool = ReportPool(
      try reports.map { report in
        Report(
          document: try Document(
            path: report.outlet, contents: Array(report.text.utf8), language: .english),
          outlet: report.outlet)
      }, encoder: encoder, words: WordVectors(encoder: encoder))
    let document = try Document(path: "a", contents: Array(article.utf8), language: .italian)
    let segments = Segmenter(language: .italian).segments(of: document)
    let quotations = QuotationFinder(
      language: .italian, knownOutlets: Set(reports.map(\.outlet))
    ).quotations(in: document, segments: segments)
    return try QuoteTracer(pool: pool).trace(
      Bitext.Side(document: document, segments: segments), quotations: quotations)
  }

  @Test(arguments: [
    ("DW", "DW News"), ("Guardian", "The Guardian"), ("L'Espresso", "Espresso"),
    ("L’Espresso", "Espresso"), ("Espresso", "L’Espresso"),
  ])
  func `of two reports with the same words the credited one comes first`(
    credited: String, published: String
  ) throws {
    let words = "\"The bridge will open again on Monday,\" the mayor said."
    let bitext = try trace(
      "«Il ponte riaprirà lunedì», ha detto il sindaco a \(credited).\n",
      to: [("Harbor Times", words), (published, words), ("River Post", words)])
    let unit = try #require(bitext.units.first)
    #expect(unit.quotation?.outlet != nil)
    #expect(unit.target?.side == 1)
    #expect(Set(unit.alternatives.map(\.side)) == [0, 2])
  }

  @Test func `a quotation that stands nowhere has no target`() throws {
    let bitext = try trace(
      "«Il ponte riaprirà lunedì», ha detto il sindaco.\n",
      to: [("Harbor Times", "The orchestra plays Verdi tonight.")])
    #expect(bitext.units.count == 1)
    #expect(bitext.units.allSatisfy { $0.target == nil && $0.confidence > 0.5 })
  }

  @Test func `without a report every quotation is left without a target`() throws {
    let bitext = try trace("«Il ponte riaprirà lunedì», ha detto il sindaco.\n", to: [])
    #expect(bitext.units.map(\.target) == [nil])
  }
}
