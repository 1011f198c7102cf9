import BitestoAlignment
import BitestoCommandLayer
import BitestoFormats

extension OutputPlan {
  /// Writes a bitext to every destination: all files are complete, or none is there. Standard output
  /// comes last.
  func write(_ bitext: Bitext, _ context: CommandContext) throws {
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let files = destinations.filter { $0.path != "-" }
    try Self.write(bitext, to: files[...], context)
    for destination in destinations where destination.path == "-" {
      var options = Self.options
      options.terminalWidth = context.terminal.width
      if (color ?? .auto).isEnabled(
        isTerminal: context.terminal.outputIsTerminal, variables: context.variables)
      {
        options.terminalStyle = .color
      }
      try Self.write(bitext, as: destination.format, options, to: context.output)
    }
  }

  /// Each file is moved to its place only after those that follow it are written.
  private static func write(
    _ bitext: Bitext, to files: ArraySlice<Destination>, _ context: CommandContext
  ) throws {
    guard let file = files.first else { return }
    try context.write(to: file.path) { output in
      try write(bitext, as: file.format, options, to: output)
      try write(bitext, to: files.dropFirst(), context)
    }
  }

  private static func write(
    _ bitext: Bitext, as format: OutputFormat, _ options: WritingOptions, to output: OutputWriter
  ) throws {
    try format.bitextFormat.write(bitext, options: options) { try output.write($0) }
  }

  private static let options = WritingOptions(toolVersion: CommandLineTool.bitesto.version)
}

extension OutputFormat {
  var bitextFormat: BitextFormat {
    switch self {
    case .table: .table
    case .json: .json
    case .tsv: .tsv
    case .html: .html
    case .tmx: .tmx
    case .markdown: .markdown
    }
  }
}
