/// Lays out help from the declarations.
struct HelpPage {
  /// Lines longer than this are hard to read, however wide the window.
  static let widest = 100

  /// At least 40: narrower windows wrap by themselves.
  let columns: Int
  let style: Styler

  init(columns: Int, style: Styler) {
    self.columns = max(columns, 40)
    self.style = style
  }

  /// A term and its explanation.
  private struct Row {
    var term: String
    var text: String
  }

  func overview(of tool: CommandLineTool) -> String {
    var lines = wrapped(tool.summary, columns: columns)
    lines += ["", style("Usage:", .bold) + " \(tool.name) COMMAND [ARGUMENTS]"]
    lines += heading("Start here") + examples(tool.firstSteps)
    let groups = tool.shownGroups
    let width = groups.flatMap(\.commands).map { displayWidth($0.name) }.max() ?? 0
    for group in groups {
      lines += heading(group.title)
      lines += rows(
        group.commands.map { Row(term: $0.name, text: $0.summary) }, termColumns: width)
    }
    lines += heading("Options")
    lines += optionRows([.help, .version])
    lines.append("")
    lines += wrapped(
      "'\(tool.name) help COMMAND' explains a command, with examples.", columns: columns)
    return joined(lines)
  }

  func page(of command: CommandDescription, named fullName: String) -> String {
    var lines = wrapped(command.summary, columns: columns)
    lines += [""] + usage(of: command, named: fullName)
    if !command.discussion.isEmpty {
      lines += [""] + wrapped(command.discussion, columns: columns)
    }
    let sections: [(String, [String])] = [
      ("Commands", rows(command.subcommands.map { Row(term: $0.name, text: $0.summary) })),
      ("Arguments", rows(command.arguments.map { Row(term: $0.name, text: text(of: $0)) })),
      ("Options", optionRows(command.allOptions)),
      ("Examples", examples(command.examples)),
      (
        "Exit status",
        command.subcommands.isEmpty
          ? rows(command.exitStatuses.map { Row(term: "\($0.key.rawValue)", text: $0.value) }) : []
      ),
    ]
    for (title, body) in sections where !body.isEmpty { lines += heading(title) + body }
    if !command.subcommands.isEmpty {
      let tool = fullName.prefix { $0 != " " }
      let path = fullName.dropFirst(tool.count + 1)
      lines.append("")
      lines += wrapped("'\(tool) help \(path) COMMAND' explains one of them.", columns: columns)
    }
    return joined(lines)
  }

  private func joined(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ title: String) -> [String] {
    ["", style("\(title):", .bold)]
  }

  private func usage(of command: CommandDescription, named fullName: String) -> [String] {
    var parts = command.arguments.map(\.usage)
    parts += command.options.filter(\.isRequired).map(\.usage)
    if !command.subcommands.isEmpty { parts.append("COMMAND") }
    if command.options.contains(where: { !$0.isRequired }) { parts.append("[OPTIONS]") }
    let label = "Usage: "
    let indent = label.count + 4
    let lines = wrapped(
      ([fullName] + parts).joined(separator: " "), columns: columns - indent)
    return lines.enumerated().map { index, line in
      index == 0
        ? style("Usage:", .bold) + " " + line : String(repeating: " ", count: indent) + line
    }
  }

  private func examples(_ examples: [CommandDescription.Example]) -> [String] {
    examples.enumerated().flatMap { index, example in
      (index > 0 ? [""] : [])
        + wrapped(example.explanation, columns: columns - 2).map { "  " + $0 }
        + ["    " + style(example.command, .cyan)]
    }
  }

  private func optionRows(_ options: [OptionDescription]) -> [String] {
    rows(
      options.map { option in
        let short = option.short.map { "-\($0), " } ?? "    "
        return Row(term: short + option.usage, text: text(of: option))
      })
  }

  private func text(of option: OptionDescription) -> String {
    var text = option.help
    if option.kind.isRepeated { text += "; may be repeated" }
    return text + details(of: option)
  }

  private func text(of argument: ArgumentDescription) -> String {
    argument.help + details(of: argument)
  }

  /// The allowed values and the default.
  private func details(of parameter: some Parameter) -> String {
    var parts: [String] = []
    let choices = parameter.type.choices.map(\.name)
    if !choices.isEmpty { parts.append("one of: \(choices.joined(separator: ", "))") }
    if let value = parameter.defaultValue { parts.append("default: \(value)") }
    return parts.map { " [\($0)]" }.joined()
  }

  /// Terms on the left, explanations on the right; below the term where it is too long.
  private func rows(_ rows: [Row], termColumns: Int? = nil) -> [String] {
    let longest = min(columns / 3, 28)
    let widths = rows.map { displayWidth($0.term) }
    let width = min(termColumns ?? widths.max() ?? 0, longest)
    let indent = String(repeating: " ", count: width + 4)
    return rows.flatMap { row -> [String] in
      let text = wrapped(row.text, columns: columns - indent.count)
      let term = "  " + style(row.term, .green)
      guard displayWidth(row.term) <= width, let first = text.first else {
        return [term] + text.map { indent + $0 }
      }
      let gap = String(repeating: " ", count: width - displayWidth(row.term) + 2)
      return [term + gap + first] + text.dropFirst().map { indent + $0 }
    }
  }
}
