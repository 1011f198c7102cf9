import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoExtraction
import BitestoFormats
import BitestoGlossary
import BitestoText

extension CommandDescription {
  static let glossaryExtract = CommandDescription(
    name: "extract",
    summary: "Propose glossary entries from texts",
    discussion: """
      Finds the names of people, places and organizations in Italian and English texts, and the \
      terms that are far more frequent in them than in the language, and prints a glossary to edit. \
      Comments say how often and where each is named. Spellings of one name stand together. What \
      the built-in or given glossaries have is left out, unless the texts spell it in a new way.

      TEXT is a text, an HTML page or a folder with reports, as for 'bitesto trace'. With --sources, \
      TEXT is an Italian article, whose links to the reports join Italian and English forms; with \
      --pair the sentences of two parallel texts do.

      Every form is accepted, never preferred: the note "proposed as preferred", with the style in \
      its column, says which one to make so. Kinds and genders are guesses.
      """,
    arguments: [ExtractParameters.texts],
    options: [
      ExtractParameters.sources, ExtractParameters.pair, ExtractParameters.format,
      ExtractParameters.output, ExtractParameters.minimumFrequency, ExtractParameters.kind,
      ExtractParameters.terms, ExtractParameters.noTerms, ExtractParameters.all, .glossary, .model,
      .threads, .color, .quiet,
    ],
    examples: [
      Example(
        "bitesto glossary extract article.it.txt --sources reports/ -o new.tsv",
        "Propose what the article and its reports name, in both languages"),
      Example(
        "bitesto glossary extract --pair book.it.txt book.en.txt --min-frequency 3",
        "Take names and terms from parallel texts"),
      Example(
        "bitesto glossary extract reports/ --kind person --format json",
        "List the people in a folder of reports as JSON"),
    ],
    exitStatuses: [
      .done: "The texts were read, whether or not there was anything to propose",
      .failure: "The texts could not be read",
    ],
    run: { try ExtractCommand($0).run() })
}

private struct ExtractCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let paths = context.arguments.texts(ExtractParameters.texts)
    let pair = context.arguments.texts(ExtractParameters.pair)
    let sources = context.arguments.texts(ExtractParameters.sources)
    let options = try self.options()
    let destination = try destination(inputs: paths + pair + sources)
    let progress = context.progressLine(isQuiet: context.isQuiet)
    defer { progress.finish() }
    let glossary = try Resources(context).glossary()
    let encoder = try Resources(context).encoder()
    let reader = ExtractionReader(context, encoder: encoder, glossary: glossary, progress: progress)
    let texts: ExtractionReader.Texts
    switch (paths.count, pair.count, sources.count) {
    case (1, 0, 1...): texts = try reader.traced(paths[0], to: sources)
    case (1..., 0, 0): texts = try reader.plain(paths)
    case (0, 2, 0): texts = try reader.aligned(pair[0], pair[1])
    default: throw Self.usage(paths: paths.count, pair: pair.count, sources: sources.count)
    }
    progress.update("Looking for names and terms")
    let proposals: [Proposal]
    do {
      proposals = try GlossaryExtractor(encoder: encoder, glossary: glossary)
        .proposals(from: texts.sides, links: texts.links, options: options)
    } catch {
      throw CommandError(error.description)
    }
    progress.finish()
    try write(proposals, to: destination)
    return .done
  }

  private static func usage(paths: Int, pair: Int, sources: Int) -> CommandError {
    if pair > 0, paths + sources > 0 {
      return CommandError(
        "'--pair' cannot be given with other texts", notes: ["it takes all texts: --pair IT EN"])
    }
    if pair > 0 {
      return CommandError("'--pair' needs two texts, the Italian one and the English one")
    }
    if sources > 0 {
      return CommandError(
        "'--sources' needs one article",
        notes: ["usage: bitesto glossary extract ARTICLE --sources REPORTS"])
    }
    return CommandError(
      "missing TEXT", notes: ["name texts or a folder of reports, or two texts with --pair"])
  }

  private func options() throws -> GlossaryExtractor.Options {
    if context.arguments.isGiven(ExtractParameters.terms),
      context.arguments.isGiven(ExtractParameters.noTerms)
    {
      throw CommandError("'--terms' cannot be given with '--no-terms'")
    }
    var options = GlossaryExtractor.Options()
    options.minimumFrequency =
      try context.arguments.integer(ExtractParameters.minimumFrequency) ?? 1
    options.includesTerms = !context.arguments.isGiven(ExtractParameters.noTerms)
    options.includesKnown = context.arguments.isGiven(ExtractParameters.all)
    options.kinds = Set(
      context.arguments.texts(ExtractParameters.kind).compactMap(Entry.Kind.init))
    if context.arguments.isGiven(ExtractParameters.terms), !options.kinds.isEmpty {
      options.kinds.insert(.term)
    }
    return options
  }

  // MARK: Writing

  private func destination(inputs: [String]) throws -> (path: String, format: ProposalFormat) {
    let given = try context.arguments.choice(ExtractParameters.format, as: ProposalFormat.self)
    guard let path = context.arguments.text(ExtractParameters.output), path != "-" else {
      return ("-", given ?? .table)
    }
    let inputs = inputs + context.arguments.texts(OptionDescription.glossary)
    if let input = inputs.first(where: { InputFile.isSame($0, path, in: context.folder) }) {
      throw CommandError(
        "output \(quoted(path)) would overwrite the input \(quoted(input))",
        notes: ["choose another name for -o"])
    }
    try AtomicFile.check(path, in: context.folder)
    let isGiven = context.arguments.isGiven(ExtractParameters.format)
    return (path, isGiven ? given ?? .tsv : ProposalFormat(fileNamed: path) ?? .tsv)
  }

  private func write(
    _ proposals: [Proposal], to destination: (path: String, format: ProposalFormat)
  ) throws {
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self) ?? .auto
    let isColored = destination.path == "-" && context.outputStyler(color).isEnabled
    try context.write(to: destination.path) { writer in
      try destination.format.write(
        proposals, style: isColored ? .color : .plain, width: context.terminal.width
      ) { try writer.write($0) }
    }
    guard !context.isQuiet else { return }
    let count = "\(proposals.count) \(proposals.count == 1 ? "entry" : "entries")"
    try context.errorOutput.writeLine(
      destination.path == "-"
        ? "\(count) proposed"
        : "wrote \(destination.path) (\(destination.format.rawValue), \(count) proposed)")
  }
}

enum ExtractParameters {
  static let texts = ArgumentDescription(
    "TEXT", type: .path, count: .zeroOrMore,
    help: "A text, an HTML page or a folder of reports; - is standard input")

  static let sources = OptionDescription.value(
    "sources", short: "s", "PATH", type: .path, kind: .values,
    help: "The English reports that TEXT, an article, was written from: files or folders")

  static let pair = OptionDescription.value(
    "pair", "PATH", type: .path, kind: .values,
    help: "Two parallel texts, the Italian one and the English one")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(ProposalFormat.table.rawValue, "A table to read"),
      ValueType.Choice(ProposalFormat.tsv.rawValue, "A glossary file to edit"),
      ValueType.Choice(ProposalFormat.json.rawValue, "JSON with everything"),
    ]),
    default: ProposalFormat.table.rawValue,
    help: "What to write; for -o, the extension picks it, tsv without one")

  static let output = OptionDescription.value(
    "output", short: "o", "FILE", type: .path, help: "Write to this file (.tsv or .json)")

  static let minimumFrequency = OptionDescription.value(
    "min-frequency", "N", type: .integer(1...1_000_000), default: "1",
    help: "Leave out what the texts name less often; terms must stand in them more than once anyway"
  )

  static let kind = OptionDescription.value(
    "kind", short: "k", "KIND",
    type: .choice([
      ValueType.Choice(Entry.Kind.person.rawValue, "People"),
      ValueType.Choice(Entry.Kind.place.rawValue, "Places"),
      ValueType.Choice(Entry.Kind.organization.rawValue, "Organizations and outlets"),
      ValueType.Choice(Entry.Kind.term.rawValue, "Terms, treaties, events"),
    ]), kind: .repeatedValue, help: "Propose only this kind; may be given several times")

  static let terms = OptionDescription.flag(
    "terms", help: "Propose terms, too; so it is without --kind")

  static let noTerms = OptionDescription.flag("no-terms", help: "Propose names only")

  static let all = OptionDescription.flag(
    "all", help: "Give the entries that a glossary has already, too")
}
