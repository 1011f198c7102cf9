import BitestoAlignment
import BitestoEmbedding
import BitestoText
import Foundation
import Testing

@Suite("Report index")
struct ReportIndexTests {
  private static let encoder = try? Encoder.builtIn(threads: 2)
  private static let texts = [
    (
      "dw.txt", "DW",
      "The bridge reopens\n\"The bridge will open again on Monday,\" the mayor said."
    ),
    (
      "post.txt", "River Post",
      "The orchestra plays Verdi tonight. “We rehearsed for weeks,” Anna Neri said."
    ),
    (
      "mark.txt", nil,
      "\u{FEFF}Ships \u{1F1E7}\u{1F1FE} leave at noon. Nobody knows why.\nPhoto: AP"
    ),
  ]
  private static let article = """
    «Il ponte riaprirà lunedì», ha detto il sindaco. La città aspetta.
    «Abbiamo provato per settimane», ha detto Anna Neri.
    """

  private func reports() throws -> [Report] {
    try Self.texts.map { path, outlet, text in
      Report(
        document: try Document(
          path: path, contents: [0xEF, 0xBB, 0xBF] + Array(text.utf8), language: .english),
        outlet: outlet, date: outlet.map { _ in "2024-05-01" })
    }
  }

  private func file(_ report: Report) -> IndexedFile {
    IndexedFile(
      path: report.document.path, language: .english, size: UInt64(report.document.bytes.count),
      checksum: IndexedFile.checksum(of: report.document.bytes))
  }

  private func bytes(
    _ write: (inout ReportIndexWriter) throws -> Void
  ) throws -> [UInt8] {
    let encoder = try #require(Self.encoder)
    let collected = Collector()
    var writer = try ReportIndexWriter(named: "FILE", encoder: encoder) { collected.bytes += $0 }
    try write(&writer)
    try writer.finish()
    return collected.bytes
  }

  private func built() throws -> [UInt8] {
    try bytes { writer in
      for report in try reports() { try writer.add(file(report), reports: [report]) }
    }
  }

  private func open(_ bytes: [UInt8]) throws -> ReportIndex {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-\(UUID().uuidString).index")
    try Data(bytes).write(to: url)
    // What is mapped stays when the name is gone.
    defer { try? FileManager.default.removeItem(at: url) }
    return try ReportIndex(
      contentsOf: url.path, named: "FILE", encoder: #require(Self.encoder))
  }

  private func error(_ bytes: [UInt8]) throws -> String? {
    #expect(throws: ReportIndexError.self) { _ = try open(bytes) }?.description
  }

  private func trace(_ pool: ReportPool) throws -> Bitext {
    let document = try Document(path: "a", contents: Array(Self.article.utf8), language: .italian)
    let segments = Segmenter(language: .italian).segments(of: document)
    return try QuoteTracer(pool: pool).trace(
      Bitext.Side(document: document, segments: segments),
      quotations: QuotationFinder(language: .italian).quotations(in: document, segments: segments))
  }

  private func trace(_ index: ReportIndex) throws -> (Bitext, ReportIndexError?) {
    let encoder = try #require(Self.encoder)
    let pool = ReportPool(index, encoder: encoder)
    return (try trace(pool), pool.failure)
  }

  @Test func `reports come back as they were`() throws {
    let index = try open(built())
    #expect(index.count == 3)
    #expect(index.outlets == ["DW", "River Post"])
    for (number, report) in try reports().enumerated() {
      let found = index.report(number)
      #expect(found.document.bytes == report.document.bytes)
      #expect(found.document.path == report.document.path)
      #expect(found.segments == report.segments)
      #expect(found.quotations == report.quotations)
      #expect(found.side.outlet == report.side.outlet && found.side.date == report.side.date)
      #expect(index.files[number] == file(report))
      #expect(index.reports(ofFile: number) == number..<(number + 1))
    }
    #expect(index.failure == nil)
    try index.checkAll()
  }

  @Test func `an article has the same links with an index and without`() throws {
    let encoder = try #require(Self.encoder)
    let plain = try trace(ReportPool(reports(), encoder: encoder))
    let (indexed, failure) = try trace(open(built()))
    #expect(failure == nil)
    #expect(plain.units.count == 2)
    #expect(indexed.reportCount == 3 && plain.reportCount == nil)
    for (one, other) in zip(plain.units, indexed.units) {
      let targets = (try #require(one.target), try #require(other.target))
      #expect(
        plain.targets[targets.0.side].document.path == indexed.targets[targets.1.side].document.path
      )
      #expect(targets.0.range == targets.1.range)
      #expect(one.confidence == other.confidence)
    }
    // Reports without a link are not listed.
    #expect(indexed.targets.map(\.document.path) == ["dw.txt", "post.txt"])
  }

  @Test func `what is taken over is as good as new`() throws {
    let older = try open(built())
    let reports = try reports()
    let taken = try bytes { writer in
      for (number, report) in reports.enumerated() {
        try writer.add(file(report), number: number, of: older) {
          (older.outlet(of: $0), older.date(of: $0))
        }
      }
    }
    #expect(try taken == built())
    let changed = try bytes { writer in
      try writer.add(file(reports[2]), reports: [reports[2]])
      var moved = file(reports[0])
      moved.path = "news/dw.txt"
      try writer.add(moved, number: 0, of: older) { _ in ("Deutsche Welle", nil) }
    }
    let index = try open(changed)
    #expect((0..<2).map(index.path) == ["mark.txt", "news/dw.txt"])
    #expect(index.outlet(of: 1) == "Deutsche Welle" && index.date(of: 1) == nil)
    #expect(index.report(1).document.bytes == reports[0].document.bytes)
    #expect(try trace(index).0.units.first?.target != nil)
  }

  @Test func `an index of nothing gives no links`() throws {
    let index = try open(bytes { _ in })
    #expect(index.count == 0)
    #expect(try trace(index).0.units.allSatisfy { $0.target == nil })
  }

  @Test func `what is no index is refused`() throws {
    let expected = "FILE: not an index of reports; name another file with --index"
    #expect(try error([]) == expected)
    #expect(try error(Array("BITESTO".utf8)) == expected)
    #expect(try error(Array("The bridge will open again on Monday.".utf8)) == expected)
    #expect(throws: ReportIndexError.self) {
      try ReportIndex(contentsOf: "/no/such.index", encoder: #require(Self.encoder))
    }
  }

  @Test func `other versions and models are refused`() throws {
    var other = IndexBytes(bytes: try built())
    other.put(UInt32(9), at: 8)
    #expect(
      try error(other.bytes)
        == "FILE: index version 9, but this Bitesto reads version 1; give --sources to build it again"
    )
    other = IndexBytes(bytes: try built())
    other.put(UInt32(9), at: other.bytes.count - 36)
    other.seal()
    #expect(
      try error(other.bytes)
        == "FILE: the index was built with another model; give --sources to build it again")
  }

  @Test func `an index cut off anywhere is refused`() throws {
    let whole = IndexBytes(bytes: try built())
    let borders = whole.names.flatMap { name in
      [whole.section(name).lowerBound, whole.section(name).upperBound]
    }
    for border in borders + [8, 12, 64, 128, whole.bytes.count] {
      for size in [border - 1, border] where size < whole.bytes.count && size >= 8 {
        let message = try error(Array(whole.bytes.prefix(size))) ?? ""
        #expect(
          message == "FILE: the index is cut off; give --sources to build it again", "\(size)")
      }
    }
  }

  @Test(arguments: [
    ("places", "its section 'places'"), ("starts", "its section 'starts'"),
    ("reports", "its section 'reports'"), ("strings", "its section 'strings'"),
    ("whole scales", "its section 'whole scales'"),
  ])
  func `a damaged table is named`(section: String, what: String) throws {
    var damaged = IndexBytes(bytes: try built())
    damaged.bytes[damaged.section(section).lowerBound] ^= 1
    #expect(
      try error(damaged.bytes)
        == "FILE: the index is damaged: \(what); give --sources to build it again")
  }

  @Test func `a damaged report is left out and named`() throws {
    var damaged = IndexBytes(bytes: try built())
    damaged.bytes[damaged.section("records").lowerBound + 8] ^= 1
    let (bitext, failure) = try trace(open(damaged.bytes))
    #expect(
      failure?.description
        == "FILE: the index is damaged: the report 'dw.txt'; give --sources to build it again")
    #expect(bitext.units.count == 2)
    #expect(bitext.targets.allSatisfy { $0.document.path != "dw.txt" })
  }

  @Test func `damaged vectors are found when all is checked`() throws {
    for section in ["whole", "words", "sketches"] {
      var damaged = IndexBytes(bytes: try built())
      damaged.bytes[damaged.section(section).lowerBound + 3] ^= 1
      let index = try open(damaged.bytes)
      #expect(throws: ReportIndexError.damaged(path: "FILE", what: "its section '\(section)'")) {
        try index.checkAll()
      }
    }
  }

  /// Numbers that no Bitesto writes, under right checksums.
  @Test(arguments: [
    ("starts", 4, 99), ("starts", 0, 1), ("starts", 12, 0), ("string ends", 0, UInt32.max),
    ("string ends", 4, 0), ("outlets", 0, 1_000), ("reports", 0, UInt32.max), ("reports", 8, 99),
    ("files", 0, 99), ("files", 8, 7), ("files", 8, UInt32.max),
  ])
  func `impossible numbers are refused`(section: String, offset: Int, value: UInt32) throws {
    var bytes = IndexBytes(bytes: try built())
    bytes.change(section, at: offset, to: value)
    #expect(try error(bytes.bytes)?.hasPrefix("FILE: the index is damaged: its section") == true)
  }

  @Test(arguments: [
    ("places", 0, UInt32.max), ("places", 4, 1 << 20), ("places", 8, 1 << 20), ("places", 8, .max),
    ("places", 4, 0), ("whole scales", 0, Float.nan.bitPattern),
    ("sketch scales", 0, Float.infinity.bitPattern), ("reports", 16, 5), ("reports", 20, 5),
    ("reports", 24, .max),
  ])
  func `impossible places do no harm`(section: String, offset: Int, value: UInt32) throws {
    var bytes = IndexBytes(bytes: try built())
    bytes.change(section, at: offset, to: value)
    let (bitext, _) = try trace(open(bytes.bytes))
    #expect(bitext.units.count == 2)
  }

  @Test func `no changed byte does harm`() throws {
    let whole = try built()
    var state: UInt64 = 42
    for round in 0..<400 {
      var bytes = IndexBytes(bytes: whole)
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % whole.count
      bytes.bytes[place] ^= UInt8(1 << (state >> 60 & 7))
      if round % 2 == 0 {
        bytes.seal()
      }
      guard let index = try? open(bytes.bytes) else { continue }
      for number in 0..<index.count { _ = index.report(number) }
      if round % 20 == 0 { _ = try trace(index) }
    }
  }
}

private final class Collector {
  var bytes: [UInt8] = []
}
