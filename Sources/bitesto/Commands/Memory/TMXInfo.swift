import BitestoCommandLayer
import BitestoMemory

extension CommandDescription {
  static let tmxInfo = CommandDescription(
    name: "info",
    summary: "Tell what translation memories hold",
    arguments: [MemoryParameters.files],
    options: [.quiet],
    examples: [Example("bitesto tmx info memory.tmx", "Languages, units, makers and dates")],
    run: { try TMXInfoCommand($0).run() })
}

/// One run of `bitesto tmx info`.
private struct TMXInfoCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    for path in context.arguments.texts(MemoryParameters.files) {
      var file = try MemoryFile(path, context)
      var units = 0
      while try file.next() != nil { units += 1 }
      try context.output.writeLine("\(path): \(count(units, "unit"))")
    }
    return .done
  }
}
