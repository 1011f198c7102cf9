/// A script for fish 3 and later: one `complete` line for each command, option and argument.
func fishCompletions(for tool: CommandLineTool, nodes: [CommandNode]) -> String {
  let name = tool.name
  let function = "__\(name)_command"
  let descents = nodes.filter { !$0.path.isEmpty }.map { node in
    let parent = node.path.dropLast().joined(separator: " ")
    let last = node.path.last ?? ""
    return
      "      case \(fishQuoted("\(parent):\(last)"))\n        set path \(fishQuoted(node.joinedPath))"
  }
  let lines = nodes.flatMap { node -> [String] in
    let condition =
      "complete -c \(name) -n \(fishQuoted("test \"$(\(function))\" = \"\(node.joinedPath)\""))"
    return fishLines(node, tool: tool).map { "\(condition) \($0)" }
  }
  return """
    # Completions of \(name) for fish: \(name) completions fish | source

    function \(function)
      set -l path ''
      for word in (commandline -opc)[2..-1]
        switch "$path:$word"
    \(descents.joined(separator: "\n"))
          case '*'
            break
        end
      end
      echo $path
    end

    complete -c \(name) -f
    \(lines.joined(separator: "\n"))

    """
}

/// The part of the `complete` lines that follows the condition.
private func fishLines(_ node: CommandNode, tool: CommandLineTool) -> [String] {
  let command = node.command
  var lines = command.subcommands.map { "-a \($0.name) -d \(fishQuoted($0.summary))" }
  if node.path == ["help"] {
    lines += tool.groups.flatMap(\.commands).map { "-a \($0.name) -d \(fishQuoted($0.summary))" }
  }
  for argument in command.arguments {
    switch argument.type {
    case .path: lines.append("-F")
    case .choice(let choices):
      lines += choices.map { "-a \($0.name) -d \(fishQuoted($0.summary))" }
    case .text, .integer, .number: break
    }
  }
  lines += command.allOptions.map { option in
    var parts: [String] = []
    if let short = option.short { parts.append("-s \(short)") }
    parts.append("-l \(option.long)")
    switch option.type {
    case _ where option.kind == .flag: break
    case .path: parts.append("-r -F")
    case .choice(let choices):
      parts.append("-x -a \(fishQuoted(choices.map(\.name).joined(separator: " ")))")
    case .text, .integer, .number: parts.append("-x")
    }
    return (parts + ["-d \(fishQuoted(option.help))"]).joined(separator: " ")
  }
  return lines
}

/// fish reads `\'` and `\\` between single quotation marks.
private func fishQuoted(_ text: String) -> String {
  var result = "'"
  for character in text {
    if character == "'" || character == "\\" { result += "\\" }
    result.append(character)
  }
  return result + "'"
}
