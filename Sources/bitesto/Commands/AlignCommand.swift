import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoGlossary
import BitestoText

/// One run of `bitesto align`.
struct AlignCommand {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let sourcePath = try context.arguments.required(AlignParameters.source)
    let targetPath = try context.arguments.required(AlignParameters.target)
    let plan = try OutputPlan(context, inputs: [sourcePath, targetPath])
    let source = try side(sourcePath, AlignParameters.sourceLanguage, role: "SOURCE")
    let target = try side(targetPath, AlignParameters.targetLanguage, role: "TARGET")
    let resources = Resources(context)
    let names = NameIndex(try resources.glossary())
    let progress = context.progressLine(isQuiet: context.arguments.isGiven(OptionDescription.quiet))
    defer { progress.finish() }
    let aligner = SentenceAligner(encoder: try resources.encoder(), names: names)
    let bitext = aligner.align(source, target) { done, total in
      progress.update("Aligning segments", done: done, total: total)
    }
    progress.finish()
    try plan.write(bitext, signature: resources.signature(), context)
    return .done
  }

  private func side(
    _ path: String, _ option: OptionDescription, role: String
  ) throws -> Bitext.Side {
    let language = try language(option)
    let document = try TextInput(context).document(path, language: language, role: role)
    let segments =
      context.arguments.isGiven(AlignParameters.lines)
      ? Segment.lines(of: document)
      : Segmenter(language: language).segments(of: document)
    return Bitext.Side(document: document, segments: segments)
  }

  private func language(_ option: OptionDescription) throws -> Language {
    let code = context.arguments.text(option) ?? ""
    guard let language = Language(tag: code) else {
      throw CommandError(
        "invalid value \(quoted(code)) for '\(option.key)': expected a language code",
        notes: ["two or three letters, such as it or en"])
    }
    return language
  }
}
