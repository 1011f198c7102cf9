import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoExtraction
import BitestoGlossary
import BitestoText

/// Reads the texts that entries are extracted from, and finds what links them.
struct ExtractionReader {
  struct Texts {
    var sides: [Bitext.Side]
    var links: [PassageLink] = []
  }

  private let context: CommandContext
  private let encoder: Encoder
  private let glossary: Glossary
  private let progress: ProgressLine

  init(
    _ context: CommandContext, encoder: Encoder, glossary: Glossary, progress: ProgressLine
  ) {
    self.context = context
    self.encoder = encoder
    self.glossary = glossary
    self.progress = progress
  }

  /// Texts in any language, each for itself.
  func plain(_ paths: [String]) throws -> Texts {
    let reader = ReportReader(context)
    var reports: [Report] = []
    var findings = ReportReader.Findings()
    let sources = try reader.sources(paths, except: "")
    for (number, source) in sources.enumerated() {
      progress.update("Reading texts", done: number, total: sources.count)
      reports += try reader.reports(of: source, &findings)
    }
    progress.clear()
    try reader.check(findings)
    try reader.report(findings, italian: [])
    guard !reports.isEmpty else { throw CommandError("there is no text in the files") }
    return Texts(sides: reports.map(\.side).map(withoutFileName))
  }

  /// An article and its reports, linked by what was translated from where.
  func traced(_ path: String, to sources: [String]) throws -> Texts {
    let article = try TextInput(context).document(
      path, language: .italian, role: "TEXT", hint: "the English texts are named with --sources")
    let reports = try ReportReader(context).reports(sources, except: path, progress: progress)
    progress.update("Comparing texts")
    let pool = ReportPool(reports, encoder: encoder, names: NameIndex(glossary))
    let segments = Segmenter(language: .italian).segments(of: article)
    var side = Bitext.Side(document: article, segments: segments)
    side.quotations = pool.quotationFinder.quotations(in: article, segments: segments)
    let bitext = try tracer(pool).trace(
      side, quotations: side.quotations, includingSentences: true)
    if let failure = pool.failure { throw CommandError(failure.description) }
    let numbers = Dictionary(
      reports.enumerated().map { ($1.document.path, $0 + 1) }
    ) { first, _ in first }
    let links = PassageLink.links(
      of: bitext, source: 0, targets: bitext.targets.map { numbers[$0.document.path] ?? -1 })
    return Texts(sides: [side] + reports.map(\.side).map(withoutFileName), links: links)
  }

  /// Two texts aligned sentence by sentence.
  func aligned(_ sourcePath: String, _ targetPath: String) throws -> Texts {
    let sides = try [(sourcePath, Language.italian, "first"), (targetPath, .english, "second")]
      .map { path, language, place in
        let document = try TextInput(context).document(
          path, language: language, role: "the \(place) text of --pair")
        return Report(document: document).side
      }
    let aligner = SentenceAligner(encoder: encoder, names: NameIndex(glossary))
    let bitext = aligner.align(sides[0], sides[1]) { done, total in
      progress.update("Aligning segments", done: done, total: total)
    }
    return Texts(sides: sides, links: PassageLink.links(of: bitext, source: 0, targets: [1]))
  }

  private func tracer(_ pool: ReportPool) throws -> QuoteTracer {
    do {
      return try QuoteTracer(pool: pool)
    } catch {
      throw CommandError(error.description)
    }
  }

  /// A report that nothing says an outlet of is called by its file's name, which is none.
  private func withoutFileName(_ side: Bitext.Side) -> Bitext.Side {
    var side = side
    if side.outlet == FileName(side.document.path).stem { side.outlet = nil }
    return side
  }
}
