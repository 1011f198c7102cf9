import BitestoSuggestion

/// What a command line asks for.
enum ParsedCommand {
  /// The help of the command at this path (the tool's name excluded).
  case help([String])
  case version
  case run(CommandDescription, path: [String], ParsedArguments)
}

/// Reads the words of a command line against the declarations of one tool.
struct CommandParser {
  let root: CommandDescription

  /// Parses the words after the tool's own name.
  ///
  /// - Throws: ``CommandError`` that names the mistake and the help page to look at.
  func parse(_ words: [String]) throws -> ParsedCommand {
    var command = root
    var path: [String] = []
    var rest = words[...]
    while !command.subcommands.isEmpty {
      guard let word = rest.first else { return try missingSubcommand(of: command, at: path) }
      if word == "--help" || word == "-h" { return .help(path) }
      if path.isEmpty, word == "--version" || word == "-V" { return .version }
      if word.hasPrefix("-") {
        throw unknownOption(word, of: command).adding(note: seeHelp(path))
      }
      guard let next = command.subcommand(named: word) else {
        throw CommandError(
          "unknown command \(quoted(word))"
            + didYouMean(word, among: command.subcommands.map(\.name)),
          notes: [seeHelp(path)])
      }
      command = next
      path.append(word)
      rest = rest.dropFirst()
    }
    do {
      var scan = WordScan(command: command, words: rest)
      guard try scan.scan() else { return .help(path) }
      return .run(command, path: path, try scan.finish())
    } catch let error as CommandError {
      throw error.adding(note: seeHelp(path))
    }
  }

  private func missingSubcommand(
    of command: CommandDescription, at path: [String]
  ) throws -> ParsedCommand {
    if path.isEmpty { return .help([]) }
    let names = command.subcommands.map(\.name).joined(separator: ", ")
    throw CommandError("'\(root.name) \(path.joined(separator: " "))' needs a subcommand: \(names)")
      .adding(note: seeHelp(path))
  }

  private func unknownOption(_ word: String, of command: CommandDescription) -> CommandError {
    let known = command.allOptions.map(\.key) + (command.name == root.name ? ["--version"] : [])
    return CommandError("unknown option \(quoted(word))" + didYouMean(word, among: known))
  }

  private func seeHelp(_ path: [String]) -> String {
    path.isEmpty
      ? "see '\(root.name) --help'"
      : "see '\(root.name) help \(path.joined(separator: " "))'"
  }
}

/// One pass over the words that follow a command's name.
private struct WordScan {
  let command: CommandDescription
  var words: ArraySlice<String>
  var parsed = ParsedArguments()
  var positionals: [String] = []
  /// The option whose values were read last up to the end or the next option, and how many of them
  /// could be arguments as well.
  var lastList: (option: OptionDescription, spare: Int)?

  init(command: CommandDescription, words: ArraySlice<String>) {
    self.command = command
    self.words = words
  }

  /// False when the words ask for help.
  mutating func scan() throws -> Bool {
    while let word = words.popFirst() {
      if word == "--" {
        positionals += words
        words = []
      } else if word.hasPrefix("--") {
        guard try scanLong(word) else { return false }
      } else if word.hasPrefix("-"), word != "-" {
        guard try scanShort(word) else { return false }
      } else {
        positionals.append(word)
      }
    }
    return true
  }

  private mutating func scanLong(_ word: String) throws -> Bool {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let option = command.option(long: name) else {
      throw unknownOption("--\(name)")
    }
    if option.long == OptionDescription.help.long { return false }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    try take(option, named: option.key, attached: attached)
    return true
  }

  private mutating func scanShort(_ word: String) throws -> Bool {
    // "-format" is far more often a slip than "-f" with the value "ormat".
    if word.count > 2, command.option(long: longName(word)) != nil { throw unknownOption(word) }
    var rest = word.dropFirst()
    while let name = rest.popFirst() {
      guard let option = command.option(short: name) else { throw unknownOption("-\(name)") }
      if option.long == OptionDescription.help.long { return false }
      if option.kind == .flag {
        if rest.first == "=" { throw CommandError("option '-\(name)' takes no value") }
        try take(option, named: "-\(name)", attached: nil)
        continue
      }
      let attached = rest.first == "=" ? rest.dropFirst() : rest
      try take(
        option, named: "-\(name)", attached: rest.isEmpty ? nil : String(attached))
      return true
    }
    return true
  }

  private func longName(_ word: String) -> String {
    String(word.dropFirst().prefix { $0 != "=" })
  }

  /// Reads the value or values of an option that has just been named.
  private mutating func take(
    _ option: OptionDescription, named name: String, attached: String?
  ) throws {
    if option.kind == .flag {
      if attached != nil { throw CommandError("option '\(name)' takes no value") }
      parsed.append("", to: option)
      return
    }
    if let attached {
      try append(attached, to: option)
      return
    }
    guard let first = words.first, isValue(first, of: option) else {
      var notes: [String] = []
      if let first = words.first, first != "--", !isKnownOption(first) {
        notes = ["a value that begins with a dash is written '\(option.key)=\(first)'"]
      }
      throw CommandError(
        "missing value: '\(name)' needs \(article(option.valueName))", notes: notes)
    }
    words.removeFirst()
    try append(first, to: option)
    guard option.kind == .values else { return }
    var spare = 0
    while let next = words.first, isValue(next, of: option) {
      words.removeFirst()
      try append(next, to: option)
      spare += 1
    }
    lastList = (option, spare)
  }

  private func article(_ valueName: String) -> String {
    let isVowel = valueName.first.map { "AEIO".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(valueName)"
  }

  private func isKnownOption(_ word: String) -> Bool {
    let name = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    if word.hasPrefix("--") { return command.option(long: name) != nil }
    return name.first.map { command.option(short: $0) != nil } ?? false
  }

  /// Whether a word stands for a value rather than for an option.
  private func isValue(_ word: String, of option: OptionDescription) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return true }
    switch option.type {
    case .integer, .number: return Double(word) != nil
    case .text, .path, .choice: return false
    }
  }

  private mutating func append(_ value: String, to parameter: some Parameter) throws {
    if let error = ValueError.check(value, parameter) { throw error.commandError }
    parsed.append(value, to: parameter)
  }

  /// Hands the positional words to the arguments and checks that nothing is missing.
  mutating func finish() throws -> ParsedArguments {
    returnSpareValues()
    var rest = positionals[...]
    for (index, argument) in command.arguments.enumerated() {
      let later = command.arguments[(index + 1)...].filter(\.count.isRequired).count
      if argument.count.isRepeated {
        for _ in 0..<max(0, rest.count - later) { try append(rest.removeFirst(), to: argument) }
      } else if rest.count > (argument.count.isRequired ? 0 : later) {
        try append(rest.removeFirst(), to: argument)
      }
    }
    let missing = command.arguments.filter { $0.count.isRequired && !parsed.isGiven($0) }
    if !missing.isEmpty {
      let names = missing.map(\.name).joined(separator: " and ")
      throw CommandError("missing \(missing.count > 1 ? "arguments" : "argument") \(names)")
    }
    if let unexpected = rest.first {
      throw CommandError("unexpected argument \(quoted(unexpected))")
    }
    if let option = command.options.first(where: { $0.isRequired && !parsed.isGiven($0) }) {
      throw CommandError("missing option '\(option.usage)'")
    }
    return parsed
  }

  /// `--sources a.txt b.txt ARTICLE`: the last words are the arguments that would be missing.
  private mutating func returnSpareValues() {
    guard let (option, spare) = lastList else { return }
    let missing = command.arguments.filter(\.count.isRequired).count - positionals.count
    var returned: [String] = []
    for _ in 0..<max(0, min(missing, spare)) {
      if let value = parsed.removeLast(from: option) { returned.insert(value, at: 0) }
    }
    positionals += returned
  }

  private func unknownOption(_ word: String) -> CommandError {
    let bare = word.drop { $0 == "-" }
    let keys = command.allOptions.map(\.key)
    let looked = bare.count > 1 ? "--\(bare)" : word
    return CommandError("unknown option \(quoted(word))" + didYouMean(looked, among: keys))
  }
}
