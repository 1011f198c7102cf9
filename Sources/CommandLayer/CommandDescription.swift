/// A command as one value: what it is called, what it takes, what it does.
///
/// Parsing, help and completions all read this declaration; nothing about an option is said twice.
public struct CommandDescription: Sendable {
  public typealias Run = @Sendable (CommandContext) async throws -> CommandStatus

  /// A command line worth copying, and what it does.
  public struct Example: Hashable, Sendable {
    public var command: String
    public var explanation: String

    public init(_ command: String, _ explanation: String) {
      self.command = command
      self.explanation = explanation
    }
  }

  public var name: String
  /// One line, without a full stop.
  public var summary: String
  /// Paragraphs, separated by an empty line; line breaks inside a paragraph are not kept.
  public var discussion: String
  public var arguments: [ArgumentDescription]
  public var options: [OptionDescription]
  public var examples: [Example]
  /// What each status means for this command.
  public var exitStatuses: KeyValuePairs<CommandStatus, String>
  public var subcommands: [CommandDescription]
  /// What the command does; nil for a command that only holds subcommands.
  public var run: Run?

  public init(
    name: String, summary: String, discussion: String = "",
    arguments: [ArgumentDescription] = [], options: [OptionDescription] = [],
    examples: [Example] = [],
    exitStatuses: KeyValuePairs<CommandStatus, String> = [
      .done: "The work is done", .failure: "The work could not be done",
    ],
    subcommands: [CommandDescription] = [], run: Run? = nil
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
    self.exitStatuses = exitStatuses
    self.subcommands = subcommands
    self.run = run
  }

  /// The options of the declaration and `--help`, which every command has.
  public var allOptions: [OptionDescription] { options + [.help] }

  /// The option with this long name, dashes excluded.
  func option(long: String) -> OptionDescription? {
    allOptions.first { $0.long == long }
  }

  /// The option with this short name.
  func option(short: Character) -> OptionDescription? {
    allOptions.first { $0.short == short }
  }

  func subcommand(named name: String) -> CommandDescription? {
    subcommands.first { $0.name == name }
  }
}
