/// Writes a shell's completion script from the declarations.
public enum CompletionScript: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script for one tool; the shell evaluates it.
  public func text(for tool: CommandLineTool) -> String {
    let nodes = CommandNode.all(of: tool)
    return switch self {
    case .bash: bashCompletions(for: tool, nodes: nodes)
    case .zsh: zshCompletions(for: tool, nodes: nodes)
    case .fish: fishCompletions(for: tool, nodes: nodes)
    }
  }
}

/// A command and where it stands among the commands.
struct CommandNode {
  /// The names on the way to it, the tool's own excluded.
  var path: [String]
  var command: CommandDescription

  var joinedPath: String { path.joined(separator: " ") }

  /// Every command of the tool, the root first.
  static func all(of tool: CommandLineTool) -> [CommandNode] {
    func below(_ node: CommandNode) -> [CommandNode] {
      [node]
        + node.command.subcommands.flatMap {
          below(CommandNode(path: node.path + [$0.name], command: $0))
        }
    }
    return below(CommandNode(path: [], command: tool.root))
  }
}

/// A text between single quotation marks, as POSIX shells read it.
func shellQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}
