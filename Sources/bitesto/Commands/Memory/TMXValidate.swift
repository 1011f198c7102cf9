import BitestoCommandLayer
import BitestoFormats
import BitestoMemory

extension CommandDescription {
  static let tmxValidate = CommandDescription(
    name: "validate",
    summary: "Say what is wrong with translation memories, and what to do",
    discussion: """
      Checks all that the DTD says, and what it cannot: languages, dates, units that come again, \
      empty segments, codes that are unpaired or differ between languages, characters that were \
      read in a wrong encoding, segments in another language than they are said to be in. \
      --list-rules explains every rule.

      Errors are against the standard, or cost words; with warnings some tools read something \
      else; notes are worth a look. Notes alone leave the status 0.

      FILEs of any size are read a unit at a time, plain or packed with gzip.
      """,
    arguments: [TMXValidateParameters.files],
    options: [
      TMXValidateParameters.ignore, TMXValidateParameters.severity, TMXValidateParameters.most,
      TMXValidateParameters.listRules, TMXValidateParameters.format, .color, .quiet,
    ],
    examples: [
      Example("bitesto tmx validate memory.tmx", "Why does a tool refuse this memory?"),
      Example(
        "bitesto tmx validate --severity error --max 0 memory.tmx",
        "List every error, however many there are"),
      Example(
        "bitesto tmx validate --ignore duplicate-unit --format sarif *.tmx > memories.sarif",
        "Write a report for code review, without the units that come twice"),
    ],
    exitStatuses: [
      .done: "No problem was found, or only notes",
      .findings: "There are problems of severity warning or error",
      .failure: "A file could not be read",
    ],
    run: { try TMXValidateCommand($0).run() })
}

enum TMXValidateParameters {
  static let files = ArgumentDescription(
    "FILE", type: .path, count: .zeroOrMore,
    help: "A TMX file, plain or packed with gzip; - is standard input")

  static let ignore = OptionDescription.value(
    "ignore", "RULE", type: .text, kind: .repeatedValue,
    help: "Don't report this rule; several are separated by commas")

  static let severity = OptionDescription.value(
    "severity", "LEAST",
    type: .choice([
      ValueType.Choice("note", "Everything"),
      ValueType.Choice("warning", "Warnings and errors"),
      ValueType.Choice("error", "Errors only"),
    ]), default: "note", help: "The least severity that is reported")

  static let most = OptionDescription.value(
    "max", "N", type: .integer(0...Int.max), default: "20",
    help: "Report N problems of a rule in a file, and how many more there are; 0 for all")

  static let listRules = OptionDescription.flag(
    "list-rules", help: "List the rules with their severities, and do nothing else")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(ProblemsFormat.text.rawValue, "A line for each problem"),
      ValueType.Choice(ProblemsFormat.json.rawValue, "JSON"),
      ValueType.Choice(ProblemsFormat.sarif.rawValue, "SARIF 2.1.0"),
    ]), default: ProblemsFormat.text.rawValue, help: "How to print the problems")
}

/// One run of `bitesto tmx validate`.
private struct TMXValidateCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    if arguments.isGiven(TMXValidateParameters.listRules) { return try listRules() }
    let paths = arguments.texts(TMXValidateParameters.files)
    if paths.isEmpty {
      throw CommandError("missing argument FILE", notes: ["see 'bitesto help tmx validate'"])
    }
    let stream = ProblemStream(
      paths, rules: try rules(),
      most: try arguments.integer(TMXValidateParameters.most) ?? 0, context)
    defer { stream.finish() }
    let format =
      try arguments.choice(TMXValidateParameters.format, as: ProblemsFormat.self) ?? .text
    let color = try arguments.choice(OptionDescription.color, as: ColorChoice.self)
    try format.write(
      stream, toolVersion: CommandLineTool.bitesto.version,
      style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain
    ) {
      stream.clearProgress()
      try context.output.write($0)
      try context.output.flush()
    }
    stream.finish()
    if let failure = stream.failure { throw failure }
    if !context.isQuiet { try context.errorOutput.writeLine(summary(of: stream, paths.count)) }
    return stream.counts.contains { $0.key.severity >= .warning } ? .findings : .done
  }

  /// Those that are looked for.
  private func rules() throws -> Set<MemoryRule> {
    let least =
      try context.arguments.choice(
        TMXValidateParameters.severity, as: MemoryRule.Severity.self) ?? .note
    let ignored: Set<MemoryRule> = try context.arguments.rules(
      of: TMXValidateParameters.ignore, notes: ["bitesto tmx validate --list-rules lists them"])
    return Set(MemoryRule.allCases.filter { $0.severity >= least }).subtracting(ignored)
  }

  private func summary(of stream: ProblemStream, _ files: Int) -> String {
    let problems = MemoryRule.Severity.allCases.reversed().compactMap { severity in
      let number = stream.counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
      return number == 0 ? nil : count(number, severity.rawValue)
    }
    let unreadable =
      stream.unreadableUnits == 0 ? "" : " and \(stream.unreadableUnits) that cannot be read"
    return "\(count(files, "file")), \(count(stream.units, "unit"))\(unreadable): "
      + (problems.isEmpty ? "no problems" : problems.joined(separator: ", "))
  }

  private func listRules() throws -> CommandStatus {
    try context.list(
      rules: MemoryRule.allCases.map { ($0.rawValue, $0.severity.rawValue, $0.summary) })
    return .done
  }
}
