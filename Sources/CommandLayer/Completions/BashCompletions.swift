/// A script for bash 3.2 (macOS) and later.
///
/// One function finds the command the cursor stands in, then a table gives its words. Where it offers
/// nothing, `-o default` lets bash complete file names.
func bashCompletions(for tool: CommandLineTool, nodes: [CommandNode]) -> String {
  let function = "_\(tool.name)"
  let descents = nodes.filter { !$0.command.subcommands.isEmpty }.flatMap { node in
    node.command.subcommands.map { subcommand in
      let path = (node.path + [subcommand.name]).joined(separator: " ")
      return "      \(shellQuoted("\(node.joinedPath):\(subcommand.name)"))) "
        + "path=\(shellQuoted(path)) ;;"
    }
  }
  let tables = nodes.map { bashTable($0, tool: tool) }
  return """
    # Completions of \(tool.name) for bash: eval "$(\(tool.name) completions bash)"

    \(function)() {
      local current previous path='' words='' i
      current=${COMP_WORDS[COMP_CWORD]}
      previous=${COMP_WORDS[COMP_CWORD-1]}
      # "--format=json" reaches us as three words.
      if [[ $current == '=' ]]; then
        current=''
      elif [[ $previous == '=' && $COMP_CWORD -gt 1 ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        case "$path:${COMP_WORDS[i]}" in
    \(descents.joined(separator: "\n"))
          *) break ;;
        esac
      done
      COMPREPLY=()
      case "$path" in
    \(tables.joined(separator: "\n"))
      esac
      COMPREPLY=($(compgen -W "$words" -- "$current"))
    }

    complete -o bashdefault -o default -F \(function) \(tool.name)

    """
}

private func bashTable(_ node: CommandNode, tool: CommandLineTool) -> String {
  let command = node.command
  let valued = command.allOptions.filter { $0.kind != .flag }
  let cases = valued.map { option in
    let names = [option.short.map { "-\($0)" }, option.key].compactMap { $0 }
    let choices = option.type.choices.map(\.name).joined(separator: " ")
    return "        \(names.joined(separator: "|"))) words=\(shellQuoted(choices)) ;;"
  }
  let options = command.allOptions.flatMap { option in
    [option.short.map { "-\($0)" }, option.key].compactMap { $0 }
  }
  var words = command.subcommands.map(\.name)
  words += command.arguments.flatMap { $0.type.choices.map(\.name) }
  if node.path == ["help"] { words += tool.groups.flatMap { $0.commands.map(\.name) } }
  return """
        \(shellQuoted(node.joinedPath)))
          case "$previous" in
    \((cases.map { "    " + $0 }).joined(separator: "\n"))
            *)
              if [[ $current == -* ]]; then
                words=\(shellQuoted(options.joined(separator: " ")))
              else
                words=\(shellQuoted(words.joined(separator: " ")))
              fi
              ;;
          esac
          ;;
    """.split(separator: "\n").joined(separator: "\n")
}
