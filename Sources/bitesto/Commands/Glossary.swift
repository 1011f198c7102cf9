import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary

extension CommandDescription {
  static let glossary = CommandDescription(
    name: "glossary",
    summary: "Look into glossaries, grow, check and exchange them",
    subcommands: [
      .glossaryList, .glossaryShow, .glossaryValidate, .glossaryExtract, .glossaryAdd,
      .glossaryRemove, .glossaryExport, .glossaryImport,
    ])

  private static let glossaryList = CommandDescription(
    name: "list",
    summary: "List the entries of glossaries",
    discussion: """
      The table shows the Italian and English forms of every entry, the preferred ones first. \
      Formats tsv and json have everything.
      """,
    arguments: [GlossaryParameters.filesToList],
    options: [GlossaryParameters.format, .color],
    examples: [
      Example("bitesto glossary list", "List the built-in entries"),
      Example("bitesto glossary list people.tsv", "List the entries of a glossary"),
    ],
    exitStatuses: [
      .done: "The entries were listed", .failure: "A glossary could not be read",
    ],
    run: { try GlossaryListCommand($0).run() })

  private static let glossaryValidate = CommandDescription(
    name: "validate",
    summary: "Look for mistakes in glossaries",
    discussion: """
      Reports every mistake with its file and line: malformed lines, duplicates, contradictions, \
      relations that lead nowhere. Relations may lead to an entry of another FILE and to the \
      built-in entries.
      """,
    arguments: [GlossaryParameters.filesToValidate],
    options: [.color, .quiet],
    examples: [
      Example(
        "bitesto glossary validate people.tsv places.tsv",
        "Report the mistakes of two glossaries that belong together")
    ],
    exitStatuses: [
      .done: "The glossaries have no mistakes", .findings: "Mistakes were found",
      .failure: "A glossary could not be read",
    ],
    run: { try GlossaryValidateCommand($0).run() })
}

private struct GlossaryListCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let paths = context.arguments.texts(GlossaryParameters.filesToList)
    let format = try context.arguments.choice(GlossaryParameters.format, as: GlossaryFormat.self)
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let files: [GlossaryFile]
    do {
      files =
        try paths.isEmpty
        ? Glossary.builtInFiles()
        : paths.map { try GlossaryFile(path: $0, bytes: context.read($0)) }
    } catch let error as GlossaryError {
      throw CommandError(error)
    }
    try (format ?? .table).write(
      files, style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain,
      width: context.terminal.width
    ) { try context.output.write($0) }
    return .done
  }
}

private struct GlossaryValidateCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    var paths: [String] = []
    for path in context.arguments.texts(GlossaryParameters.filesToValidate)
    where !paths.contains(where: { InputFile.isSame($0, path, in: context.folder) }) {
      paths.append(path)
    }
    let contents = try paths.map { ($0, try context.read($0)) }
    var files: [GlossaryFile] = []
    var issues: [GlossaryIssue] = []
    for (path, bytes) in contents {
      do {
        files.append(try GlossaryFile(path: path, bytes: bytes))
      } catch {
        issues += error.issues
      }
    }
    // With a file missing, relations to its entries would seem to lead nowhere.
    if issues.isEmpty {
      do {
        _ = try Glossary(addingToBuiltIn: files)
      } catch {
        issues = error.issues
      }
    }
    try report(issues)
    try summarize(files, issues: issues, of: paths)
    return issues.isEmpty ? .done : .findings
  }

  private func report(_ issues: [GlossaryIssue]) throws {
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let style = context.outputStyler(color ?? .auto)
    for issue in issues {
      try context.output.writeLine(
        style("\(issue.path):\(issue.line):", .bold) + " \(issue.message)")
    }
    try context.output.flush()
  }

  private func summarize(
    _ files: [GlossaryFile], issues: [GlossaryIssue], of paths: [String]
  ) throws {
    guard !context.isQuiet else { return }
    let summary: String
    if issues.isEmpty {
      let entries = files.reduce(0) { $0 + $1.entries.count }
      summary = "\(count(paths.count, "file")), \(count(entries, "entry", "entries")), no mistakes"
    } else {
      let bad = Set(issues.map(\.path)).count
      let whole = paths.count == 1 ? "" : " of \(paths.count)"
      summary =
        "\(count(issues.count, "mistake")) in \(bad)\(whole) \(paths.count == 1 ? "file" : "files")"
    }
    try context.errorOutput.writeLine(summary)
  }
}

extension CommandError {
  /// Everything wrong in glossaries that a command needs.
  init(_ error: GlossaryError) {
    let lines = error.issues.map(\.description)
    self.init(lines.first ?? "\(error)", notes: Array(lines.dropFirst()))
  }
}

enum GlossaryParameters {
  static let filesToList = ArgumentDescription(
    "FILE", type: .path, count: .zeroOrMore,
    help: "A glossary; without one, the built-in entries")

  static let filesToValidate = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore, help: "A glossary; - is standard input")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(GlossaryFormat.table.rawValue, "A table to read"),
      ValueType.Choice(GlossaryFormat.tsv.rawValue, "A glossary file with everything"),
      ValueType.Choice(GlossaryFormat.json.rawValue, "JSON with everything"),
    ]),
    default: GlossaryFormat.table.rawValue, help: "What to print")
}
