/// A script for zsh: one function a command, each an `_arguments` call.
func zshCompletions(for tool: CommandLineTool, nodes: [CommandNode]) -> String {
  let functions = nodes.map { zshFunction($0, tool: tool) }.joined(separator: "\n")
  let name = zshFunctionName(tool.name, [])
  return """
    #compdef \(tool.name)
    # Completions of \(tool.name) for zsh: \(tool.name) completions zsh > "${fpath[1]}/_\(tool.name)"

    \(functions)
    if [[ $funcstack[1] == \(name) ]]; then
      \(name) "$@"
    else
      compdef \(name) \(tool.name)
    fi

    """
}

private func zshFunctionName(_ tool: String, _ path: [String]) -> String {
  (["_" + tool] + path).joined(separator: "_")
}

private func zshFunction(_ node: CommandNode, tool: CommandLineTool) -> String {
  let name = zshFunctionName(tool.name, node.path)
  var specifications = node.command.allOptions.map(zshSpecification)
  if !node.command.subcommands.isEmpty {
    return zshParent(node, tool: tool, name: name, options: specifications)
  }
  if node.path == ["help"] {
    let names = tool.groups.flatMap { $0.commands.map(\.name) }.joined(separator: " ")
    specifications.append(shellQuoted("*:command:(\(names))"))
  } else {
    specifications += node.command.arguments.map(zshSpecification)
  }
  return """
    \(name)() {
      _arguments -s -S : \\
    \(specifications.map { "    \($0)" }.joined(separator: " \\\n"))
    }

    """
}

private func zshParent(
  _ node: CommandNode, tool: CommandLineTool, name: String, options: [String]
) -> String {
  let commands = node.command.subcommands.map {
    "    " + shellQuoted("\($0.name):\(zshEscaped($0.summary))")
  }
  let cases = node.command.subcommands.map { subcommand in
    let function = zshFunctionName(tool.name, node.path + [subcommand.name])
    return "        \(subcommand.name)) \(function) ;;"
  }
  return """
    \(name)() {
      local context state state_descr line
      typeset -A opt_args
      local -a commands=(
    \(commands.joined(separator: "\n"))
      )
      _arguments -s -S -C : \\
    \((options + ["'1: :->command'", "'*:: :->arguments'"])
        .map { "    \($0)" }.joined(separator: " \\\n"))
      case $state in
        command) _describe -t commands command commands ;;
        arguments)
          case $line[1] in
    \(cases.map { "    " + $0 }.joined(separator: "\n"))
          esac
          ;;
      esac
    }

    """
}

private func zshSpecification(_ option: OptionDescription) -> String {
  let explanation = "[\(zshEscaped(option.help))]"
  let value = option.kind == .flag ? "" : ":\(option.valueName):\(zshAction(option.type))"
  let repeated = option.kind.isRepeated
  guard let short = option.short else {
    let name = option.key + (option.kind == .flag ? "" : "=")
    return shellQuoted("\(repeated ? "*" : "")\(name)\(explanation)\(value)")
  }
  let names =
    "{-\(short)\(option.kind == .flag ? "" : "+"),\(option.key)"
    + "\(option.kind == .flag ? "" : "=")}"
  let exclusion = repeated ? "*" : "(-\(short) \(option.key))"
  return shellQuoted(exclusion) + names + shellQuoted(explanation + value)
}

private func zshSpecification(_ argument: ArgumentDescription) -> String {
  let action = zshAction(argument.type)
  let count = argument.count.isRepeated ? "*" : (argument.count.isRequired ? "" : ":")
  let separator = argument.count.isRepeated || argument.count.isRequired ? ":" : ""
  return shellQuoted("\(count)\(separator)\(argument.name):\(action)")
}

private func zshAction(_ type: ValueType) -> String {
  switch type {
  case .path: "_files"
  case .choice(let choices): "(\(choices.map(\.name).joined(separator: " ")))"
  case .text, .integer, .number: ""
  }
}

/// `_arguments` and `_describe` read colons and brackets.
private func zshEscaped(_ text: String) -> String {
  var result = ""
  for character in text {
    if "\\:[]".contains(character) { result += "\\" }
    result.append(character)
  }
  return result
}
