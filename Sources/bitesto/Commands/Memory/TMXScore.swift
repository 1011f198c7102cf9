import BitestoAlignment
import BitestoCommandLayer
import BitestoMemory
import BitestoText

extension CommandDescription {
  static let tmxScore = CommandDescription(
    name: "score",
    summary: "Say how surely the sides of each unit say the same",
    discussion: """
      Compares the meaning of the source with that of each translation, and gives every unit a property \
      x-confidence from 0 to 1, the least where there are several translations; one that it has is \
      replaced. 'bitesto tmx clean --min-confidence' drops the doubtful ones. Of pairs of sentences below \
      0.5 nearly all are no translations; short segments and free translations get less than they \
      deserve. Made for Italian and English.
      """,
    arguments: [MemoryParameters.oneFile],
    options: [
      MemoryParameters.output, MemoryParameters.sourceLanguage, MemoryParameters.readAs,
      MemoryParameters.writeAs, .model, .threads, .quiet,
    ],
    examples: [
      Example("bitesto tmx score memory.tmx -o scored.tmx", "Write the memory with confidences"),
      Example(
        "bitesto tmx score memory.tmx.gz -o -",
        "Print it, for 'bitesto tmx clean - --min-confidence 0.1 -o clean.tmx' to read"),
    ],
    exitStatuses: [
      .done: "The memory was written",
      .findings: "The same, but for units that could not be read or written",
      .failure: "The memory could not be read or written",
    ],
    run: { try TMXScoreCommand($0).run() })
}

/// One run of `bitesto tmx score`.
private struct TMXScoreCommand {
  /// Units that are compared at once, at most, and about how many bytes of words they have.
  private static let batchSize = (units: 1024, bytes: 1 << 20)
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let input = try arguments.required(MemoryParameters.oneFile)
    let destination = try MemoryOutput.Destination(
      arguments.text(MemoryParameters.output) ?? "-",
      format: arguments.text(MemoryParameters.writeAs), context)
    let confidence = PairConfidence(try Resources(context).encoder())
    var progress = MemoryProgress(context)
    defer { progress.finish() }
    var file = try MemoryFile(input, context)
    let source = try context.memorySource() ?? file.header.sourceLanguage
    var (scored, doubtful) = (0, 0)
    var losses = UnitLosses()
    let plan = MemoryOutput.Plan(destination, header: file.header)
    try MemoryOutput.write(to: [plan], context) { outputs in
      var batch: [TranslationUnit] = []
      var bytes = 0
      func flush() throws {
        for (unit, value) in Self.scored(batch, source, confidence) {
          if let value {
            scored += 1
            if value < 0.5 { doubtful += 1 }
          }
          try file.namingErrors { try outputs.first?.write(unit) }
        }
        batch.removeAll(keepingCapacity: true)
        bytes = 0
      }
      while let unit = try file.next() {
        progress.advance("comparing", file)
        batch.append(unit)
        bytes += unit.variants.reduce(0) { $0 + $1.segment.plainText.utf8.count }
        if batch.count == Self.batchSize.units || bytes >= Self.batchSize.bytes { try flush() }
      }
      try flush()
      try file.checkReplacement(by: outputs.first)
      losses = outputs.first?.losses ?? losses
    }
    progress.finish()
    if !context.isQuiet {
      try context.errorOutput.writeLine(
        "\(count(scored, "unit")) scored, \(doubtful) of them below 0.5")
      for line in losses.lines { try context.errorOutput.writeLine(line) }
    }
    let isComplete = !file.isIncomplete && losses.units.isEmpty
    return isComplete ? .done : .findings
  }

  /// The units with their confidences; nil for one without a translation, which stays as it is.
  private static func scored(
    _ units: [TranslationUnit], _ source: LanguageTag?, _ confidence: PairConfidence
  ) -> [(unit: TranslationUnit, confidence: Double?)] {
    var pairs: [(source: String, target: String)] = []
    var owners: [Int] = []
    for (index, unit) in units.enumerated() {
      for sides in unit.sides(source) {
        pairs.append((sides.source.segment.plainText, sides.target.segment.plainText))
        owners.append(index)
      }
    }
    var least = [Double?](repeating: nil, count: units.count)
    for (owner, value) in zip(owners, confidence.confidences(of: pairs)) {
      least[owner] = min(least[owner] ?? 1, value)
    }
    return zip(units, least).map { unit, value in
      guard let value else { return (unit, nil) }
      var unit = unit
      unit.properties.removeAll { $0.type == MemoryProperty.confidence }
      unit.properties.append(MemoryProperty(MemoryProperty.confidence, shortDecimal(value)))
      return (unit, value)
    }
  }
}
