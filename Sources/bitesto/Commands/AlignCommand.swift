import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoText

/// One run of `bitesto align`.
struct AlignCommand {
  private let context: CommandContext
  private let plan: OutputPlan
  private let source: Document
  private let target: Document

  /// Reads the options and the two texts.
  ///
  /// - Throws: ``CommandError`` or ``DocumentError``.
  init(_ context: CommandContext) throws {
    let arguments = context.arguments
    let sourcePath = try arguments.required(AlignParameters.source)
    let targetPath = try arguments.required(AlignParameters.target)
    self.context = context
    plan = try OutputPlan(context, inputs: [sourcePath, targetPath])
    source = try Document(
      path: sourcePath, contents: context.read(sourcePath),
      language: Self.language(AlignParameters.sourceLanguage, context))
    target = try Document(
      path: targetPath, contents: context.read(targetPath),
      language: Self.language(AlignParameters.targetLanguage, context))
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let threads = try arguments.integer(OptionDescription.threads)
    let names = try GlossaryNames(context)
    let encoder =
      try arguments.text(OptionDescription.model).map {
        try Encoder(contentsOf: $0, threads: threads)
      } ?? Encoder.builtIn(threads: threads)
    let progress = context.progressLine(isQuiet: arguments.isGiven(OptionDescription.quiet))
    defer { progress.finish() }
    let bitext = SentenceAligner(encoder: encoder, names: names)
      .align(side(source), side(target)) { done, total in
        progress.update("aligning", done: done, total: total)
      }
    progress.finish()
    try plan.write(bitext, context)
    return .done
  }

  private func side(_ document: Document) -> Bitext.Side {
    let segments =
      context.arguments.isGiven(AlignParameters.lines)
      ? Segment.lines(of: document)
      : Segmenter(language: document.language).segments(of: document)
    return Bitext.Side(document: document, segments: segments)
  }

  private static func language(
    _ option: OptionDescription, _ context: CommandContext
  ) throws -> Language {
    let code = context.arguments.text(option) ?? ""
    guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else {
      throw CommandError(
        "invalid value \(quoted(code)) for '\(option.key)': expected a language code",
        notes: ["two or three letters, such as it or en"])
    }
    return Language(rawValue: code)
  }
}
