import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoText

extension CommandDescription {
  static let glossaryImport = CommandDescription(
    name: "import",
    summary: "Make a glossary of another program's file",
    discussion: """
      Reads TBX of every version and dialect, OmegaT glossaries, UTX and CSV: with the columns of a glossary \
      file, or with one column for each language (it, en), several forms of a cell separated by |. \
      Says what could not be read, with its line, and what a glossary has no place for. Without a \
      status the first form of a language is the preferred one. 'glossary add --from' puts the \
      entries into a glossary that is there.
      """,
    arguments: [ImportParameters.file],
    options: [
      ImportParameters.output, ImportParameters.format, ImportParameters.kind,
      ExchangeParameters.sourceLanguage, ExchangeParameters.targetLanguage, .quiet,
    ],
    examples: [
      Example("bitesto glossary import termbase.tbx -o terms.tsv", "Make a glossary of a termbase"),
      Example(
        "bitesto glossary import glossary.txt --source-language en --target-language it "
          + "--kind person -o people.tsv",
        "Make a glossary of OmegaT's from English into Italian"),
    ],
    exitStatuses: [
      .done: "Everything was read", .findings: "Something could not be read and was left out",
      .failure: "The file could not be read or the glossary not be written",
    ],
    run: { try GlossaryImportCommand($0).run() })
}

private struct GlossaryImportCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let path = try context.arguments.required(ImportParameters.file)
    let output = context.arguments.text(ImportParameters.output) ?? "-"
    if output != "-", InputFile.Identity(output, in: context.folder) != nil {
      throw CommandError(
        "\(quoted(output)) is there already",
        notes: ["to add to it: bitesto glossary add \(output) --from \(path)"])
    }
    let imported = try GlossaryImport(context).read(path)
    let file = GlossaryFile(path: output, entries: imported.entries.map(\.entry))
    try context.write(to: output) { try $0.write(file.text()) }
    try GlossaryImport(context).report(imported, path: path)
    if output != "-", !context.isQuiet {
      try context.errorOutput.writeLine(
        "wrote \(output) (\(count(imported.entries.count, "entry", "entries")))")
    }
    return imported.issues.isEmpty ? .done : .findings
  }
}

/// Reads the files of other programs for the commands that take them.
struct GlossaryImport {
  private static let mostIssues = 50
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func read(_ path: String) throws -> ImportedGlossary {
    let named = context.arguments.text(ImportParameters.format).flatMap(ExchangeFormat.named)
    guard let format = named ?? ExchangeFormat.forFile(named: path) else {
      throw ExchangeParameters.unknownExtension(path)
    }
    let kind = try context.arguments.choice(ImportParameters.kind, as: Entry.Kind.self)
    let options = ExchangeFormat.ReadingOptions(
      source: try language(ExchangeParameters.sourceLanguage),
      target: try language(ExchangeParameters.targetLanguage), kind: kind ?? .term)
    do {
      return try format.read(path: path, contents: context.read(path), options: options)
    } catch let error as GlossaryError {
      throw CommandError(error)
    }
  }

  /// Says what was not read, and what was read but has no place.
  func report(_ imported: ImportedGlossary, path: String) throws {
    for issue in imported.issues.prefix(Self.mostIssues) {
      try context.errorOutput.writeLine(issue.description)
    }
    if imported.issues.count > Self.mostIssues {
      try context.errorOutput.writeLine(
        "\(path): \(imported.issues.count - Self.mostIssues) more left out")
    }
    if !imported.lost.isEmpty, !context.isQuiet {
      try context.errorOutput.writeLine("not taken from \(path): \(imported.lost)")
    }
  }

  private func language(_ option: OptionDescription) throws -> Language {
    try ExchangeParameters.language(option, context)
  }
}

enum ImportParameters {
  static let file = ArgumentDescription(
    "FILE", type: .path, help: "The file to read; - is standard input and needs --format")

  static let output = OptionDescription.value(
    "output", short: "o", "FILE", type: .path,
    help: "Write the glossary to this new file instead of standard output")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice(ExchangeParameters.choices(of: ExchangeFormat.all.filter(\.canBeRead))),
    help: "What the file is, whatever its extension; any tbx stands for all of them")

  static let kind = OptionDescription.value(
    "kind", "KIND", type: .choice(Entry.Kind.allCases.map { ValueType.Choice($0.rawValue) }),
    help: "The kind of entries that don't say theirs; term without it")
}
