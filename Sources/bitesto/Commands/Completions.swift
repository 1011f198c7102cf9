import BitestoCommandLayer

extension CommandDescription {
  static let completions = CommandDescription(
    name: "completions",
    summary: "Print a completion script for a shell",
    arguments: [shell],
    examples: [
      Example(
        "echo 'eval \"$(bitesto completions bash)\"' >> ~/.bashrc", "Complete in bash"),
      Example(
        "bitesto completions zsh > \"${fpath[1]}/_bitesto\"", "Complete in zsh"),
      Example(
        "bitesto completions fish > ~/.config/fish/completions/bitesto.fish",
        "Complete in fish"),
    ],
    run: { context in
      if let script = try context.arguments.choice(shell, as: CompletionScript.self) {
        try context.output.write(script.text(for: .bitesto))
      }
      return .done
    })

  private static let shell = ArgumentDescription(
    "SHELL", type: .choice(CompletionScript.allCases.map { ValueType.Choice($0.rawValue) }),
    help: "Which shell")
}
