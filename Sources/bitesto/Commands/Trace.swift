import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoGlossary
import BitestoText

extension CommandDescription {
  static let trace = CommandDescription(
    name: "trace",
    summary: "Link every quotation of an article to its source",
    discussion: """
      Finds the quotations and reported passages of an Italian article and, for each, the passage of \
      the English reports it was translated from, with a confidence from 0 to 1. A quotation \
      without a source says so.

      Reports are text files, HTML pages or folders of them. A file named sources.tsv in a folder \
      says who published each file; otherwise the file's name stands for it. In a file ending in \
      .jsonl, every line is a report: an object with a member "text" and, if known, "outlet", \
      "date", "language" and "id".
      """,
    arguments: [TraceParameters.article],
    options: [
      TraceParameters.sources, .output(.trace), .bitextFormat(.trace), .glossary, .model,
      TraceParameters.minimumConfidence, .threads, .color, .quiet,
    ],
    examples: [
      Example(
        "bitesto trace article.it.txt --sources reports/",
        "Show the source of every quotation"),
      Example(
        "bitesto trace article.it.txt --sources reports/ -o review.html -o memory.tmx",
        "Write a page to review and a translation memory"),
      Example(
        "bitesto trace - --sources reuters.txt ap.txt --format json < article.it.txt",
        "Read the article from standard input and print JSON"),
    ],
    exitStatuses: [
      .done: "The article was traced, whether or not every quotation has a source",
      .failure: "The article could not be traced",
    ],
    run: { try TraceCommand($0).run() })
}

private struct TraceCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let path = try context.arguments.required(TraceParameters.article)
    let paths = context.arguments.texts(TraceParameters.sources)
    let progress = context.progressLine(isQuiet: context.isQuiet)
    defer { progress.finish() }
    let article = try TextInput(context).document(
      path, language: .italian, role: "ARTICLE",
      hint: "the English texts are named with --sources")
    let reports = try ReportReader(context).reports(paths, except: path, progress: progress)
    let inputs =
      [path] + paths + reports.map(\.document.path) + paths.map(ReportFolder.tablePath)
    let plan = try OutputPlan(context, inputs: inputs, kind: .trace)
    let resources = Resources(context)
    let names = NameIndex(try resources.glossary())
    let encoder = try resources.encoder()
    progress.update("Comparing texts")
    let segments = Segmenter(language: .italian).segments(of: article)
    var finder = QuotationFinder(
      language: .italian, knownOutlets: Set(reports.compactMap(\.side.outlet)))
    finder.nesting = .marked
    finder.splitsAtAttributions = false
    let quotations = finder.quotations(in: article, segments: segments)
    let words = WordLikeness(table: try WordTable.builtIn(), encoder: encoder)
    let pool = ReportPool(
      reports, encoder: encoder, words: WordVectors(encoder: encoder), names: names)
    var tracer = try QuoteTracer(pool: pool)
    if let minimum = try context.arguments.number(TraceParameters.minimumConfidence) {
      tracer.minimumConfidence = minimum
    }
    let bitext = tracer.trace(
      Bitext.Side(document: article, segments: segments), quotations: quotations
    ).checked(
      by: FidelityChecker(names: names, words: words), quotations: reports.map(\.quotations))
    progress.finish()
    try plan.write(bitext, signature: resources.signature(), context)
    return .done
  }
}

enum TraceParameters {
  static let article = ArgumentDescription(
    "ARTICLE", type: .path, help: "The Italian text or HTML page; - is standard input")

  static let sources = OptionDescription.value(
    "sources", short: "s", "PATH", type: .path, kind: .values, isRequired: true,
    help: "The English reports: files or folders")

  static let minimumConfidence = OptionDescription.value(
    "min-confidence", "X", type: .number(0...1),
    help: "Leave out links less sure than X, from 0 to 1")
}
