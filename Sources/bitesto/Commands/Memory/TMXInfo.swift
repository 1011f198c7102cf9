import BitestoCommandLayer
import BitestoFormats
import BitestoMemory

extension CommandDescription {
  static let tmxInfo = CommandDescription(
    name: "info",
    summary: "Tell what translation memories hold",
    discussion: """
      Format and encoding, who made the file and when, units, language pairs, the segments of each \
      language with their words and characters, and problems met while reading, by kind. Words are what \
      stands between white space and has a letter or a digit. A unit counts as 'again' when one before \
      it had the same texts in the same languages.
      """,
    arguments: [MemoryParameters.files],
    options: [TMXInfoCommand.format, MemoryParameters.readAs, .color, .quiet],
    examples: [
      Example("bitesto tmx info memory.tmx", "Languages, units, makers and dates"),
      Example("bitesto tmx info *.tmx.gz --format json", "The same of many files, for a program"),
    ],
    exitStatuses: [
      .done: "The files were read", .findings: "The same, but for units that could not be read",
      .failure: "A file could not be read",
    ],
    run: { try TMXInfoCommand($0).run() })
}

/// One run of `bitesto tmx info`.
private struct TMXInfoCommand {
  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(MemorySummaryFormat.table.rawValue, "Figures to read"),
      ValueType.Choice(MemorySummaryFormat.json.rawValue, "JSON"),
    ]), default: MemorySummaryFormat.table.rawValue, help: "What to print")

  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let format =
      try context.arguments.choice(Self.format, as: MemorySummaryFormat.self) ?? .table
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    var rest = context.arguments.texts(MemoryParameters.files)[...]
    var progress = MemoryProgress(context)
    defer { progress.finish() }
    var unread: CommandError?
    var isComplete = true
    try format.write(style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain) {
      while let path = rest.popFirst() {
        do {
          defer { progress.clear() }
          let file = try summary(of: path, &progress)
          if file.summary.problems[.unreadableUnit] != nil
            || file.summary.problems[.truncated] != nil
          {
            isComplete = false
          }
          return file
        } catch let error as CommandError {
          unread = unread ?? error
        }
      }
      return nil
    } to: {
      try context.output.write($0)
    }
    if let unread {
      try context.output.flush()
      throw unread
    }
    return isComplete ? .done : .findings
  }

  private func summary(
    of path: String, _ progress: inout MemoryProgress
  ) throws -> MemorySummaryFormat.File {
    var file = try MemoryFile(path, context)
    var summary = MemorySummary(file.header)
    while let item = try file.nextItem() {
      summary.add(item)
      progress.advance("reading", file)
    }
    return MemorySummaryFormat.File(
      path: path, format: file.formatName, encoding: file.encodingName, header: file.header,
      summary: summary)
  }
}
