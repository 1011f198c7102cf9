import BitestoCommandLayer
import BitestoFormats
import BitestoText

extension CommandDescription {
  static let segment = CommandDescription(
    name: "segment",
    summary: "Find the sentences and the quotations of a text",
    discussion: """
      Of an HTML page the story is read: its headings, paragraphs, list items and captions, without \
      menus, related links and comments. What may or may not belong to it has the role boilerplate. \
      Offsets count in that text.
      """,
    arguments: [SegmentParameters.file],
    options: [
      SegmentParameters.language, SegmentParameters.format, SegmentParameters.statistics,
      SegmentParameters.keepQuotations, SegmentParameters.breakAtColon,
      SegmentParameters.breakAtSemicolon, SegmentParameters.joinWrapped,
      SegmentParameters.abbreviations, SegmentParameters.rules, .color,
    ],
    examples: [
      Example(
        "bitesto segment article.it.txt",
        "Show sentences, quotations and speakers; into a file or a pipe, one sentence a line"),
      Example("bitesto segment --stats article.it.txt", "Count sentences, quotations, speakers"),
      Example(
        "bitesto segment --language en --format json report.en.txt",
        "Print the sentences of an English text as JSON, with quotations and offsets"),
      Example(
        "bitesto segment --format lines page.html", "Show what is read of a page saved from the web"
      ),
      Example(
        "bitesto segment --srx rules.srx article.it.txt",
        "Split by the rules of a file, as a translator's editor does"),
    ],
    exitStatuses: [
      .done: "The text was read and split", .failure: "The text could not be read",
    ],
    run: { try SegmentCommand($0).run() })
}

private struct SegmentCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let path = try context.arguments.required(SegmentParameters.file)
    let language = try language()
    let format = try context.arguments.choice(SegmentParameters.format, as: SegmentsFormat.self)
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let progress = context.progressLine()
    defer { progress.finish() }
    progress.update("Finding sentences")
    let document = try TextInput(context).document(
      path, contents: context.read(path), language: language)
    let segments = try segments(of: document)
    var finder = QuotationFinder(language: document.language)
    finder.nesting = .all
    let quotations = finder.quotations(in: document, segments: segments)
    progress.finish()
    if context.arguments.isGiven(SegmentParameters.statistics) {
      let statistics = SegmentStatistics(document, segments: segments, quotations: quotations)
      if format == .json {
        try statistics.json { try context.output.write($0) }
      } else {
        try context.output.write(Array(statistics.table().utf8)[...])
      }
      return .done
    }
    let usual: SegmentsFormat = context.terminal.outputIsTerminal ? .view : .lines
    try (format ?? usual).write(
      document, segments: segments, quotations: quotations,
      style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain,
      width: context.terminal.width
    ) { try context.output.write($0) }
    return .done
  }

  /// The language asked for: one that can be split without `--srx`, or with it any.
  private func language() throws -> Language {
    let tag = context.arguments.text(SegmentParameters.language) ?? ""
    let isAny = context.arguments.isGiven(SegmentParameters.rules)
    if let language = Language(tag: tag), isAny || SegmentParameters.languages.contains(language) {
      return language
    }
    let known = SegmentParameters.languages.map(\.rawValue).joined(separator: ", ")
    throw CommandError(
      "invalid value \(quoted(tag)) for '--language'",
      notes: [
        isAny
          ? "expected a language code, such as it or de-CH"
          : "expected one of \(known); --srx FILE splits other languages by rules of your own"
      ])
  }

  private func segments(of document: Document) throws -> [Segment] {
    guard let path = context.arguments.text(SegmentParameters.rules) else {
      return try segmenter(document.language).segments(of: document)
    }
    if let other = SegmentParameters.policies.first(where: { context.arguments.isGiven($0) }) {
      throw CommandError(
        "'--srx' and '\(other.key)' exclude each other",
        notes: ["the rules of \(quoted(path)) alone say where to split"])
    }
    let contents = try context.read(path)
    do throws(SRXError) {
      let rules = try SRXRules(path: path, contents: contents)
      let tag = context.arguments.text(SegmentParameters.language) ?? document.language.rawValue
      return try SRXSegmenter(rules, language: tag).segments(of: document)
    } catch {
      throw CommandError(error.description)
    }
  }

  private func segmenter(_ language: Language) throws -> Segmenter {
    let arguments = context.arguments
    return Segmenter(
      language: language,
      splitsInQuotations: !arguments.isGiven(SegmentParameters.keepQuotations),
      breaksAtColon: arguments.isGiven(SegmentParameters.breakAtColon),
      breaksAtSemicolon: arguments.isGiven(SegmentParameters.breakAtSemicolon),
      joinsWrappedLines: arguments.isGiven(SegmentParameters.joinWrapped),
      abbreviations: try abbreviations(language))
  }

  /// Those that come with the program and those of `--abbreviations`, which win.
  private func abbreviations(_ language: Language) throws -> Abbreviations {
    var all = Abbreviations.builtIn(language)
    for path in context.arguments.texts(SegmentParameters.abbreviations) {
      let contents = try context.read(path)
      do throws(AbbreviationError) {
        all = all.adding(try Abbreviations(parsing: contents, path: path).entries)
      } catch {
        throw CommandError(error.description)
      }
    }
    return all
  }
}

enum SegmentParameters {
  static let file = ArgumentDescription(
    "FILE", type: .path, help: "The text or HTML page; - is standard input")

  static let language = OptionDescription.value(
    "language", short: "l", "XX", type: .text, default: "it",
    help: """
      The language of FILE: it or en; ru, uk and be without speakers; with --srx any that its rules are for
      """)

  /// Those with abbreviations of their own.
  static let languages: [Language] = [.italian, .english, .russian, .ukrainian, .belarusian]

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(SegmentsFormat.lines.rawValue, "One sentence a line"),
      ValueType.Choice(
        SegmentsFormat.view.rawValue, "Numbered sentences with quotations and speakers set off"),
      ValueType.Choice(SegmentsFormat.json.rawValue, "JSON, offsets in Unicode code points"),
    ]),
    help: "What to print; without it, view on a terminal and lines elsewhere")

  static let statistics = OptionDescription.flag(
    "stats", help: "Print numbers only: sentences, words, quotations by kind, speakers, outlets")

  static let keepQuotations = OptionDescription.flag(
    "keep-quotations", help: "Don't end sentences inside a quotation")

  static let breakAtColon = OptionDescription.flag(
    "break-at-colon", help: "End sentences at a colon, too")

  static let breakAtSemicolon = OptionDescription.flag(
    "break-at-semicolon", help: "End sentences at a semicolon, too")

  static let joinWrapped = OptionDescription.flag(
    "join-wrapped", help: "Join lines that were wrapped in the middle of a sentence")

  static let abbreviations = OptionDescription.value(
    "abbreviations", "FILE", type: .path, kind: .values,
    help: """
      More abbreviations, one a line: the word without its last stop, a tab, and leading (sig., ends no \
      sentence), beforeNumber (art. 5), either (U.S.) or trailing (ecc., may end one)
      """)

  static let rules = OptionDescription.value(
    "srx", "FILE", type: .path,
    help: "Split by the rules of this SRX file instead of the built-in ones")

  /// What says where to split, and has no meaning beside `--srx`.
  static let policies = [
    keepQuotations, breakAtColon, breakAtSemicolon, joinWrapped, abbreviations,
  ]
}
