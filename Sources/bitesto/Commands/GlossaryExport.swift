import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoText

extension CommandDescription {
  static let glossaryExport = CommandDescription(
    name: "export",
    summary: "Write glossaries in the formats of other programs",
    discussion: """
      Says on standard error what the format cannot hold, counted by kind. tsv, csv and every tbx hold \
      everything but comments (tbx those, too). omegat and utx have two columns: every form of the source \
      language stands with every one of the target language; omegat leaves out deprecated forms, which \
      it would offer as translations.
      """,
    arguments: [ExchangeParameters.filesToExport],
    options: [
      ExchangeParameters.exportOutput, ExchangeParameters.exportFormat,
      ExchangeParameters.sourceLanguage, ExchangeParameters.targetLanguage,
      ExchangeParameters.style,
      ExchangeParameters.onlyCurrent, .quiet,
    ],
    examples: [
      Example("bitesto glossary export -o names.tbx", "Write the built-in entries as TBX 3"),
      Example(
        "bitesto glossary export names.tsv --format tbx2 --only-current -o names.tbx",
        "Write TBX 2 for OmegaT, which takes deprecated forms for translations"),
      Example(
        "bitesto glossary export names.tsv --source-language en --target-language it --style press "
          + "-o glossary.txt",
        "Write an OmegaT glossary from English into Italian, in the forms of the press"),
    ],
    exitStatuses: [
      .done: "The entries were written", .failure: "A glossary could not be read or written",
    ],
    run: { try GlossaryExportCommand($0).run() })
}

private struct GlossaryExportCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let paths = context.arguments.texts(ExchangeParameters.filesToExport)
    let destinations = try destinations(inputs: paths)
    let options = ExchangeFormat.WritingOptions(
      source: try ExchangeParameters.language(ExchangeParameters.sourceLanguage, context),
      target: try ExchangeParameters.language(ExchangeParameters.targetLanguage, context),
      style: context.arguments.text(ExchangeParameters.style).map(Style.init(rawValue:)),
      omitsDeprecated: context.arguments.isGiven(ExchangeParameters.onlyCurrent),
      toolVersion: CommandLineTool.bitesto.version)
    let entries = try entries(of: paths)
    if entries.isEmpty { throw CommandError("there are no entries to export") }
    for (path, format) in destinations {
      var written = ExchangeFormat.Written()
      try context.write(to: path) { writer in
        written = try format.write(entries, options: options) { try writer.write($0) }
      }
      guard !context.isQuiet else { continue }
      let isFile = path != "-"
      if isFile {
        try context.errorOutput.writeLine(
          "wrote \(path) (\(format.name), \(count(written.entries, "entry", "entries")), "
            + "\(count(written.terms, format.isBilingual ? "pair" : "form")))")
      }
      if !written.lost.isEmpty {
        try context.errorOutput.writeLine(
          "not in \(isFile ? path : "the \(format.name) output"): \(written.lost)")
      }
    }
    return .done
  }

  private func entries(of paths: [String]) throws -> [Entry] {
    do {
      let files =
        try paths.isEmpty
        ? Glossary.builtInFiles()
        : paths.map { try GlossaryFile(path: $0, bytes: context.read($0)) }
      // Entries of one id in two files would be one entry to another program.
      if files.count > 1 { _ = try Glossary(addingToBuiltIn: files) }
      return files.flatMap(\.entries)
    } catch let error as GlossaryError {
      throw CommandError(error)
    }
  }

  private func destinations(
    inputs: [String]
  ) throws -> [(path: String, format: ExchangeFormat)] {
    let named = context.arguments.text(ExchangeParameters.exportFormat)
      .flatMap(ExchangeFormat.named)
    let paths = context.arguments.texts(ExchangeParameters.exportOutput)
    if paths.isEmpty {
      guard let named else {
        throw CommandError(
          "no format: name a file with -o, or a format with --format",
          notes: ["formats: \(ExchangeFormat.all.map(\.name).joined(separator: ", "))"])
      }
      return [("-", named)]
    }
    return try paths.map { path in
      guard let format = named ?? ExchangeFormat.forFile(named: path) else {
        throw ExchangeParameters.unknownExtension(path)
      }
      if let input = inputs.first(where: { InputFile.isSame($0, path, in: context.folder) }) {
        throw CommandError(
          "output \(quoted(path)) would overwrite the input \(quoted(input))",
          notes: ["choose another name for -o"])
      }
      if path != "-" { try AtomicFile.check(path, in: context.folder) }
      return (path, format)
    }
  }
}
