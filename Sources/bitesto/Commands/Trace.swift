import BitestoAlignment
import BitestoCommandLayer
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

      With --index the reports are made ready once and kept in a file, so that tracing an article \
      to thousands of them takes moments. The file follows the reports: those that are new or have \
      changed are read again, and only those. Without --sources the file alone is used.
      """,
    arguments: [TraceParameters.article],
    options: [
      TraceParameters.sources, TraceParameters.index, .output(.trace), .bitextFormat(.trace),
      .glossary, .model,
      TraceParameters.minimumConfidence, TraceParameters.all, .threads, .color, .quiet,
    ],
    examples: [
      Example(
        "bitesto trace article.it.txt --sources reports/",
        "Show the source of every quotation"),
      Example(
        "bitesto trace article.it.txt --sources reports/ -o review.html -o memory.tmx",
        "Write a page to review and a translation memory"),
      Example(
        "bitesto trace article.it.txt --sources archive/ --index archive.index",
        "Trace to a large archive, which is made ready the first time"),
      Example(
        "bitesto trace article.it.txt --sources reports/ --all -o article.tmx",
        "Take home the whole article, sentence by sentence, with what stands behind it"),
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
    let indexPath = context.arguments.text(TraceParameters.index)
    guard !paths.isEmpty || indexPath != nil else {
      throw CommandError(
        "missing option '--sources PATH...'",
        notes: ["name the reports with --sources, or an index of them with --index"])
    }
    let progress = context.progressLine(isQuiet: context.isQuiet)
    defer { progress.finish() }
    let article = try TextInput(context).document(
      path, language: .italian, role: "ARTICLE",
      hint: "the English texts are named with --sources")
    let resources = Resources(context)
    let encoder = try resources.encoder()
    let names = NameIndex(try resources.glossary())
    let pool: ReportPool
    let plan: OutputPlan
    if let indexPath {
      plan = try OutputPlan(
        context, inputs: [path, indexPath] + paths + paths.map(ReportFolder.tablePath),
        kind: .trace)
      try checkIndex(indexPath, plan)
      let indexed = IndexedReports(context: context, path: indexPath, encoder: encoder)
      let index =
        paths.isEmpty
        ? try indexed.open() : try indexed.update(from: paths, except: path, progress: progress)
      pool = ReportPool(index, encoder: encoder, names: names)
    } else {
      let reports = try ReportReader(context).reports(paths, except: path, progress: progress)
      let inputs =
        [path] + paths + reports.map(\.document.path) + paths.map(ReportFolder.tablePath)
      plan = try OutputPlan(context, inputs: inputs, kind: .trace)
      progress.update("Comparing texts")
      pool = ReportPool(reports, encoder: encoder, names: names)
    }
    progress.update("Comparing texts")
    let segments = Segmenter(language: .italian).segments(of: article)
    let quotations = pool.quotationFinder.quotations(in: article, segments: segments)
    var tracer = try QuoteTracer(pool: pool)
    if let minimum = try context.arguments.number(TraceParameters.minimumConfidence) {
      tracer.minimumConfidence = minimum
    }
    let traced = tracer.trace(
      Bitext.Side(document: article, segments: segments), quotations: quotations,
      includingSentences: context.arguments.isGiven(TraceParameters.all))
    let checker = FidelityChecker(
      names: names, words: WordLikeness(encoder: encoder))
    let bitext = traced.checked(by: checker)
    progress.finish()
    if let failure = pool.failure { throw CommandError(failure.description) }
    try plan.write(bitext, signature: resources.signature(), context)
    return .done
  }

  /// - Throws: ``CommandError`` when the index would be written over by a result.
  private func checkIndex(_ path: String, _ plan: OutputPlan) throws {
    guard plan.destinations.contains(where: { $0.path == path }) else { return }
    throw CommandError(
      "output \(quoted(path)) would overwrite the index", notes: ["choose another name for -o"])
  }
}

enum TraceParameters {
  static let article = ArgumentDescription(
    "ARTICLE", type: .path, help: "The Italian text or HTML page; - is standard input")

  static let sources = OptionDescription.value(
    "sources", short: "s", "PATH", type: .path, kind: .values,
    help: "The English reports: files or folders")

  static let index = OptionDescription.value(
    "index", "FILE", type: .path,
    help: """
      Keep the reports in this file, ready to trace to; used as it is without --sources, made or \
      brought up to date with them
      """)

  static let all = OptionDescription.flag(
    "all", help: "Trace the article's own sentences, too, not only what it quotes")

  static let minimumConfidence = OptionDescription.value(
    "min-confidence", "X", type: .number(0...1),
    help: "Leave out links less sure than X, from 0 to 1")
}
