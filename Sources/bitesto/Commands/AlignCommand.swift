import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoGlossary
import BitestoText

/// One run of `bitesto align`.
struct AlignCommand {
  private let context: CommandContext
  private let sourceLanguage: Language
  private let targetLanguage: Language

  init(_ context: CommandContext) throws {
    self.context = context
    sourceLanguage = try context.language(AlignParameters.sourceLanguage) ?? .italian
    targetLanguage = try context.language(AlignParameters.targetLanguage) ?? .english
  }

  func run() throws -> CommandStatus {
    if let list = context.arguments.text(AlignParameters.pairs) {
      return try AlignPairs(checked(context), list: list, command: self).run()
    }
    let sourcePath = try path(AlignParameters.source)
    let targetPath = try path(AlignParameters.target)
    let plan = try OutputPlan(context, inputs: [sourcePath, targetPath], kind: .alignment)
    let score = try context.arguments.text(AlignParameters.score).map {
      try AlignScore(context, path: $0)
    }
    let (source, target) = try sides(sourcePath, targetPath)
    let edits = AlignEdits(context: context)
    let pins = try edits.pins(
      sourceCount: source.segments.count, targetCount: target.segments.count)
    let progress = context.progressLine(isQuiet: context.isQuiet)
    defer { progress.finish() }
    let aligned = try aligner().align(source, target, pins: pins) { done, total in
      progress.update("Aligning segments", done: done, total: total)
    }
    progress.finish()
    let bitext = try edits.applied(to: aligned)
    if score == nil || context.arguments.isGiven(OptionDescription.output) {
      try plan.write(bitext, signature: signature(), context)
    }
    try score?.write(bitext, signature: signature(), context)
    return .done
  }

  /// - Throws: ``CommandError`` when there is something that `--pairs` replaces.
  private func checked(_ context: CommandContext) throws -> CommandContext {
    let replaced: [any Parameter] = [
      AlignParameters.source, AlignParameters.score, AlignParameters.pin, OptionDescription.output,
    ]
    for parameter in replaced where context.arguments.isGiven(parameter) {
      throw CommandError(
        "'\(parameter.key)' cannot be given with '--pairs'",
        notes: ["the list names all texts and outputs"])
    }
    return context
  }

  private func path(_ argument: ArgumentDescription) throws -> String {
    guard let path = context.arguments.text(argument) else {
      throw CommandError(
        "missing \(argument.name)",
        notes: ["usage: bitesto align SOURCE TARGET, or bitesto align --pairs LIST"])
    }
    return path
  }

  func aligner() throws -> SentenceAligner {
    let resources = Resources(context)
    let effort =
      try context.arguments.choice(AlignParameters.effort, as: AlignmentEffort.self) ?? .balanced
    return try SentenceAligner(
      encoder: resources.encoder(), names: NameIndex(resources.glossary()), effort: effort)
  }

  /// What reproduces a result, as one line.
  func signature() -> String {
    let effort = context.arguments.text(AlignParameters.effort) ?? ""
    let segments = context.arguments.isGiven(AlignParameters.lines) ? "lines" : "sentences"
    return "\(Resources(context).signature())|effort:\(effort)|segments:\(segments)"
  }

  /// Both texts; when each looks to be in the other's language, the error says so.
  private func sides(
    _ sourcePath: String, _ targetPath: String
  ) throws -> (source: Bitext.Side, target: Bitext.Side) {
    do {
      return (try source(sourcePath), try target(targetPath))
    } catch {
      let found = [sourcePath, targetPath].map { path -> Language? in
        path == "-" ? nil : (try? context.read(path)).flatMap { Language.detect(in: $0).language }
      }
      guard found[0] == targetLanguage, found[1] == sourceLanguage, found[0] != found[1] else {
        throw error
      }
      throw CommandError(
        "SOURCE and TARGET look swapped: each is in the other's language",
        notes: ["try: bitesto align \(targetPath) \(sourcePath)"])
    }
  }

  func source(_ path: String) throws -> Bitext.Side {
    try side(path, sourceLanguage, role: "SOURCE")
  }

  func target(_ path: String) throws -> Bitext.Side {
    try side(path, targetLanguage, role: "TARGET")
  }

  private func side(_ path: String, _ language: Language, role: String) throws -> Bitext.Side {
    let document = try TextInput(context).document(path, language: language, role: role)
    let segments =
      context.arguments.isGiven(AlignParameters.lines)
      ? Segment.lines(of: document)
      : Segmenter(language: language).segments(of: document)
    return Bitext.Side(document: document, segments: segments)
  }
}
