import BitestoAlignment
import BitestoCommandLayer
import BitestoFormats
import Foundation

/// Where a command's results go, and as what: the files of `-o`, or standard output.
struct OutputPlan: Sendable {
  /// One file to write; "-" is standard output.
  struct Destination: Sendable {
    var path: String
    var format: BitextFormat
  }

  let destinations: [Destination]

  /// Reads `-o` and `--format`.
  ///
  /// - Parameters:
  ///   - inputs: The paths the command reads, which it must not overwrite, beside those of options.
  ///   - kind: What will be written; a format that cannot hold it is refused before anything is.
  /// - Throws: ``CommandError`` for an extension that names no format, for a file named twice,
  ///   for a file that is one of the inputs, and for one that cannot be written.
  init(_ context: CommandContext, inputs: [String], kind: Bitext.Kind) throws {
    let format =
      context.arguments.text(OptionDescription.bitextFormat).flatMap(BitextFormat.named) ?? .table
    let inputs = inputs + Self.optionPaths.flatMap { context.arguments.texts($0) }
    var destinations: [Destination] = []
    for path in context.arguments.texts(OptionDescription.output) {
      if path != "-", FolderListing.isFolder(path, in: context.folder) {
        throw CommandError(
          "output \(quoted(path)) is a folder", notes: ["name a file in it"])
      }
      for destination in try Self.destinations(of: path, format, context) {
        let isTwice = destinations.contains {
          ($0.path as NSString).standardizingPath
            == (destination.path as NSString).standardizingPath
        }
        if isTwice {
          throw CommandError("\(quoted(destination.path)) is given twice as output")
        }
        if let input = inputs.first(where: {
          InputFile.isSame($0, destination.path, in: context.folder)
        }) {
          throw CommandError(
            "output \(quoted(destination.path)) would overwrite the input \(quoted(input))",
            notes: ["choose another name for -o"])
        }
        destinations.append(destination)
        if path != "-" { try AtomicFile.check(destination.path, in: context.folder) }
      }
    }
    self.destinations =
      destinations.isEmpty ? [Destination(path: "-", format: format)] : destinations
    if let refused = self.destinations.first(where: { !$0.format.kinds.contains(kind) }) {
      throw CommandError(
        FormatError.kindNotWritten(format: refused.format.name, kind: kind).description)
    }
  }

  /// Options whose files are read.
  static let optionPaths = [
    OptionDescription.glossary, OptionDescription.model, AlignParameters.pin, AlignParameters.score,
  ]

  /// One destination, or two for a Moses pair: NAME.moses stands for NAME.it and NAME.en.
  static func destinations(
    of path: String, _ format: BitextFormat, _ context: CommandContext
  ) throws -> [Destination] {
    if path == "-" { return [Destination(path: path, format: format)] }
    guard path.lowercased().hasSuffix(mosesExtension) else {
      guard let format = BitextFormat.forFile(named: path) else { throw unknownExtension(path) }
      return [Destination(path: path, format: format)]
    }
    let languages = [AlignParameters.sourceLanguage, AlignParameters.targetLanguage]
      .map { context.arguments.text($0) ?? "" }
    guard languages[0] != languages[1], !languages.contains("") else {
      throw CommandError(
        "cannot write \(quoted(path)): a Moses pair is for alignments of two languages")
    }
    return zip(languages, BitextFormat.mosesPair).map {
      Destination(path: path.dropLast(mosesExtension.count) + "." + $0, format: $1)
    }
  }

  private static let mosesExtension = ".moses"

  /// The error for a file whose extension names no format.
  static func unknownExtension(_ path: String) -> CommandError {
    let known = (BitextFormat.all.flatMap(\.extensions).map { ".\($0)" } + [mosesExtension])
      .joined(separator: ", ")
    return CommandError(
      "cannot tell the format of \(quoted(path)) from its extension",
      notes: ["known extensions: \(known)"])
  }

  /// Writes the bitext to every destination, each whole or not at all, and says on standard error what
  /// went where.
  func write(_ bitext: Bitext, signature: String, _ context: CommandContext) throws {
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self) ?? .auto
    for destination in destinations {
      var options = WritingOptions(
        toolVersion: CommandLineTool.bitesto.version,
        creationTime: Int(Date().timeIntervalSince1970), signature: signature,
        terminalWidth: context.terminal.width,
        keepsNulls: context.arguments.isGiven(AlignParameters.keepNulls))
      if destination.path == "-", context.outputStyler(color).isEnabled {
        options.terminalStyle = .color
      }
      var summary: WritingSummary?
      try context.write(to: destination.path) { writer in
        summary = try destination.format.write(bitext, options: options) { try writer.write($0) }
      }
      guard destination.path != "-", !context.isQuiet, let summary else { continue }
      let leftOut =
        summary.leftOut == 0 ? "" : ", \(summary.leftOut) without a counterpart left out"
      let units = "\(summary.written) \(summary.written == 1 ? "unit" : "units")"
      try context.errorOutput.writeLine(
        "wrote \(destination.path) (\(destination.format.name), \(units)\(leftOut))")
    }
  }
}
