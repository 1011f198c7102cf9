import BitestoAlignment
import BitestoEmbedding
import BitestoText
import Testing

@Suite("Quote tracer")
struct QuoteTracerTests {
  private static let encoder = try? Encoder.builtIn(threads: 1)

  private func trace(
    _ article: String, to reports: [(outlet: String, text: String)],
    in language: Language = .english,
    sentences: Bool = false
  ) throws -> Bitext {
    let encoder = try #require(Self.encoder)
    let pool = ReportPool(
      try reports.map { report in
        Report(
          document: try Document(
            path: report.outlet, contents: Array(report.text.utf8), language: language),
          outlet: report.outlet)
      }, encoder: encoder)
    let document = try Document(path: "a", contents: Array(article.utf8), language: .italian)
    let segments = Segmenter(language: .italian).segments(of: document)
    var finder = QuotationFinder(
      language: .italian, knownOutlets: Set(reports.map(\.outlet)))
    finder.nesting = .marked
    let quotations = finder.quotations(in: document, segments: segments)
    return try QuoteTracer(pool: pool).trace(
      Bitext.Side(document: document, segments: segments), quotations: quotations,
      includingSentences: sentences)
  }

  /// What a unit of a trace says, and what stands behind it.
  private func texts(_ bitext: Bitext) -> [[String]] {
    bitext.units.map { unit in
      let passages = [unit.target].compactMap(\.self) + unit.joined
      return [unit.source.map(bitext.source.document.text) ?? ""]
        + passages.map { bitext.targets[$0.side].document.text($0.range) }
    }
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

  private static let bridge = """
    The bridge over the canal was closed in March. "The bridge will open again on Monday," the mayor \
    said. Three hundred workers repaired its arches. "We have spent eleven million euros on the \
    arches and the lamps," she added.
    """

  @Test func `on request the article's own sentences are traced, in their places`() throws {
    let article = """
      Il ponte sul canale era stato chiuso a marzo. «Il ponte riaprirà lunedì», ha detto il sindaco. \
      Trecento operai ne hanno riparato gli archi.\n
      """
    let reports = [("Harbor Times", Self.bridge)]
    #expect(try trace(article, to: reports).units.allSatisfy { $0.quotation != nil })
    let bitext = try trace(article, to: reports, sentences: true)
    #expect(bitext.units.map { $0.quotation == nil } == [true, false, true])
    #expect(
      texts(bitext) == [
        [
          "Il ponte sul canale era stato chiuso a marzo.",
          "The bridge over the canal was closed in March.",
        ],
        ["Il ponte riaprirà lunedì", "The bridge will open again on Monday,"],
        [
          "Trecento operai ne hanno riparato gli archi.",
          "Three hundred workers repaired its arches.",
        ],
      ])
  }

  @Test func `a quotation put together from two passages gets both`() throws {
    let article = """
      «Il ponte riaprirà lunedì. […] Abbiamo speso undici milioni di euro per gli archi e le lampade», \
      ha detto il sindaco all'Harbor Times.\n
      """
    let filler = "The council met for two hours and talked about schools and the library. "
    let report =
      "\"The bridge will open again on Monday,\" the mayor said. "
      + String(repeating: filler, count: 6)
      + "\"We have spent eleven million euros on the arches and the lamps,\" she added."
    let bitext = try trace(article, to: [("Harbor Times", report)])
    #expect(
      texts(bitext).map { Array($0.dropFirst()) } == [
        [
          "The bridge will open again on Monday,",
          "We have spent eleven million euros on the arches and the lamps,",
        ]
      ])
  }

  @Test func `a report that repeats another nearly word for word is said to`() throws {
    let other = "The orchestra plays Verdi tonight in the theater by the sea; it is sold out."
    let bitext = try trace(
      "«Il ponte riaprirà lunedì», ha detto il sindaco.\n",
      to: [
        ("Harbor Times", Self.bridge), ("Music Week", other),
        ("River Post", "From our agency. " + Self.bridge),
      ])
    #expect(bitext.targets.map(\.copyOf) == [nil, nil, 0])
  }

  @Test func `a report in Russian is traced to, between its own marks`() throws {
    let bitext = try trace(
      "«Il ponte riaprirà lunedì», ha detto il sindaco. «Gli alberi del parco sono malati», ha aggiunto.\n",
      to: [
        (
          "Гавань",
          """
          Мост через канал закрыли в марте. «Мост снова откроется в понедельник», — сказал мэр. Триста \
          рабочих чинили его арки.
          """
        )
      ], in: .russian)
    #expect(
      texts(bitext) == [
        ["Il ponte riaprirà lunedì", "Мост снова откроется в понедельник"],
        ["Gli alberi del parco sono malati"],
      ])
  }

  @Test func `a report that begins with a letter of another script is read`() throws {
    let bitext = try trace(
      "«Il ponte riaprirà lunedì», ha detto il sindaco.\n", to: [("Весть", "Ясно. ώρα. ƒ")])
    #expect(bitext.units.map(\.target) == [nil])
  }

  @Test func `without a report every quotation is left without a target`() throws {
    let bitext = try trace("«Il ponte riaprirà lunedì», ha detto il sindaco.\n", to: [])
    #expect(bitext.units.map(\.target) == [nil])
  }
}
