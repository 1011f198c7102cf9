import BitestoSuggestion

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program made of commands.
public struct CommandLineTool: Sendable {
  /// Commands that belong together in the overview.
  public struct Group: Sendable {
    public var title: String
    public var commands: [CommandDescription]

    public init(_ title: String, _ commands: [CommandDescription]) {
      self.title = title
      self.commands = commands
    }
  }

  public var name: String
  public var version: String
  /// One line: what the program is for.
  public var summary: String
  public var groups: [Group]
  /// The command lines a newcomer tries first.
  public var firstSteps: [CommandDescription.Example]

  public init(
    name: String, version: String, summary: String, groups: [Group],
    firstSteps: [CommandDescription.Example]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.groups = groups
    self.firstSteps = firstSteps
  }

  private static let helpTopic = ArgumentDescription(
    "COMMAND", count: .zeroOrMore, help: "The command to explain")

  /// The groups as the overview shows them: `help` stands at the end of the last one.
  var shownGroups: [Group] {
    var groups = groups
    let help = CommandDescription(
      name: "help", summary: "Explain a command", arguments: [Self.helpTopic])
    if let last = groups.indices.last { groups[last].commands.append(help) }
    return groups
  }

  /// The program as one command, with the commands as its subcommands.
  public var root: CommandDescription {
    CommandDescription(
      name: name, summary: summary, options: [.version],
      subcommands: shownGroups.flatMap(\.commands))
  }

  /// Runs this process: reads its arguments, handles its signals, gives its exit status.
  public func main() async -> Int32 {
    Interruption.install()
    keepStandardStreamsOpen()
    return await run(Array(CommandLine.arguments.dropFirst()), in: .ofProcess())
  }

  /// Runs one command line (the program's own name excluded) and gives the exit status.
  public func run(_ words: [String], in context: CommandContext) async -> Int32 {
    do {
      let status = try await perform(words, in: context)
      try context.output.flush()
      try? context.errorOutput.flush()
      return status.rawValue
    } catch let error as OutputError where error.isClosedPipe {
      try? context.errorOutput.flush()
      return CommandStatus.done.rawValue
    } catch {
      if !(error is OutputError) { try? context.output.flush() }
      report(error, in: context)
      return CommandStatus.failure.rawValue
    }
  }

  private func perform(_ words: [String], in context: CommandContext) async throws -> CommandStatus
  {
    switch try CommandParser(root: root).parse(words) {
    case .version:
      try context.output.writeLine("\(name) \(version)")
    case .help(let path):
      try showHelp(path, in: context)
    case .run(let command, let path, let arguments):
      guard let run = command.run else {
        try showHelp(path == ["help"] ? arguments.texts(Self.helpTopic) : path, in: context)
        break
      }
      var context = context
      context.arguments = arguments
      return try await run(context)
    }
    return .done
  }

  private func showHelp(_ path: [String], in context: CommandContext) throws {
    let page = HelpPage(
      columns: min(context.terminal.width, HelpPage.widest), style: context.outputStyler())
    if path.isEmpty {
      try context.output.write(page.overview(of: self))
      return
    }
    var command = root
    for name in path {
      guard let next = command.subcommand(named: name) else {
        throw CommandError(
          "unknown command \(quoted(path.joined(separator: " ")))"
            + didYouMean(name, among: command.subcommands.map(\.name)),
          notes: ["see '\(self.name) help'"])
      }
      command = next
    }
    try context.output.write(page.page(of: command, named: ([name] + path).joined(separator: " ")))
  }

  private func report(_ error: any Error, in context: CommandContext) {
    let style = context.errorStyler()
    var lines: [String]
    if let error = error as? CommandError {
      lines = [error.message] + error.notes
    } else {
      lines = ["\(error)"]
    }
    lines[0] = style("error:", .bold + .red) + " " + lines[0]
    // Nothing is left to tell a failure to, but the status.
    try? context.errorOutput.write(lines.map { $0 + "\n" }.joined())
    try? context.errorOutput.flush()
  }

  /// Opens `/dev/null` for each standard stream the parent closed, so that no file that is opened
  /// later takes its number.
  private func keepStandardStreamsOpen() {
    for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
