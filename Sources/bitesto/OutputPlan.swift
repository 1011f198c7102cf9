import BitestoCommandLayer

/// Where a command's results go, and as what: the files of `-o`, or standard output.
struct OutputPlan: Sendable {
  /// One file to write; "-" is standard output.
  struct Destination: Hashable, Sendable {
    var path: String
    var format: OutputFormat
  }

  let destinations: [Destination]

  /// Reads `-o` and `--format`.
  ///
  /// - Parameter inputs: The paths the command reads, which it must not overwrite.
  /// - Throws: ``CommandError`` for an extension that names no format, for a file named twice, and
  ///   for a file that is one of the inputs.
  init(_ context: CommandContext, inputs: [String]) throws {
    let format =
      try context.arguments.choice(
        OptionDescription.bitextFormat, as: OutputFormat.self) ?? .table
    let paths = context.arguments.texts(OptionDescription.output)
    var destinations: [Destination] = []
    for path in paths {
      if destinations.contains(where: { $0.path == path }) {
        throw CommandError("\(quoted(path)) is given twice as output")
      }
      if let input = inputs.first(where: { InputFile.isSame($0, path, in: context.folder) }) {
        throw CommandError(
          "output \(quoted(path)) would overwrite the input \(quoted(input))",
          notes: ["choose another name for -o"])
      }
      destinations.append(
        Destination(path: path, format: path == "-" ? format : try Self.format(of: path)))
    }
    self.destinations =
      destinations.isEmpty ? [Destination(path: "-", format: format)] : destinations
  }

  private static func format(of path: String) throws -> OutputFormat {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    if parts.count > 1, let format = OutputFormat(fileExtension: String(parts[parts.count - 1])) {
      return format
    }
    let known = OutputFormat.allCases.map { ".\($0.fileExtension)" }.joined(separator: ", ")
    throw CommandError(
      "cannot tell the format of \(quoted(path)) from its extension",
      notes: ["known extensions: \(known)"])
  }
}
