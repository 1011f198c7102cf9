import BitestoCommandLayer
import BitestoMemory

extension CommandDescription {
  static let tmxMerge = CommandDescription(
    name: "merge",
    summary: "Make one translation memory of several",
    discussion: """
      Writes the units of all FILEs in their order. A unit with the same segments, codes and languages \
      as one before is left out, whatever its notes and properties: the first stays. Other translations \
      of the same source stay, and are told.

      The header is that of the first FILE, with the notes and properties of all. Where the source \
      languages differ it becomes *all*, and each unit says its own. Language tags get one spelling.

      A FILE that cannot be read ends the work, and nothing is written.
      """,
    arguments: [MemoryParameters.files],
    options: [
      MemoryParameters.output, MergeParameters.keepDuplicates, MergeParameters.restore,
      MergeParameters.origin, MemoryParameters.readAs, MemoryParameters.writeAs, .quiet,
    ],
    examples: [
      Example(
        "bitesto tmx merge one.tmx two.tmx.gz -o all.tmx", "Put two memories together"),
      Example(
        "bitesto tmx merge projects/*.tmx --origin -o all.tmx.gz",
        "Remember where each unit comes from, and pack the result"),
      Example(
        "bitesto tmx merge --restore clean.tmx clean.dropped.tmx -o memory.tmx",
        "Take back what 'bitesto tmx clean' has dropped"),
    ],
    exitStatuses: [
      .done: "The memory was written",
      .findings: "The same, but for units that could not be read or written",
      .failure: "A memory could not be read or written",
    ],
    run: { try TMXMergeCommand($0).run() })
}

enum MergeParameters {
  static let keepDuplicates = OptionDescription.flag(
    "keep-duplicates", help: "Write units that are the same as one before, too")

  static let restore = OptionDescription.flag(
    "restore",
    help: "Put back what 'clean' has dropped: keeps duplicates and takes properties x-dropped off")

  static let origin = OptionDescription.flag(
    "origin", help: "Give each unit a property x-file with the name of its file")
}

/// One run of `bitesto tmx merge`.
private struct TMXMergeCommand {
  /// Other translations that are told one by one; of the others, how many there are.
  private static let mostConflicts = 20
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let paths = arguments.texts(MemoryParameters.files)
    let destination = try MemoryOutput.Destination(
      arguments.text(MemoryParameters.output) ?? "-",
      format: arguments.text(MemoryParameters.writeAs), context)
    var options = MemoryMerger.Options()
    options.restoresDropped = arguments.isGiven(MergeParameters.restore)
    options.keepsDuplicates =
      arguments.isGiven(MergeParameters.keepDuplicates) || options.restoresDropped
    options.marksOrigin = arguments.isGiven(MergeParameters.origin)

    // The header needs all files, but all need not be open at once: only what is no regular file cannot be
    // opened again.
    var open: [Int: MemoryFile] = [:]
    var memories: [(header: MemoryHeader, name: String)] = []
    for (index, path) in paths.enumerated() {
      let file = try MemoryFile(path, context)
      if !file.canBeReadAgain { open[index] = file }
      memories.append((file.header, path == "-" ? "-" : MemoryFileName.last(path)))
    }
    var merger = MemoryMerger(memories, options: options)
    var progress = MemoryProgress(context)
    defer { progress.finish() }
    var (units, duplicates, conflicts) = (0, 0, 0)
    var losses = UnitLosses()
    var isComplete = true
    let plan = MemoryOutput.Plan(destination, header: merger.header)
    try MemoryOutput.write(to: [plan], context) { outputs in
      for (index, path) in paths.enumerated() {
        var file = try open.removeValue(forKey: index) ?? MemoryFile(path, context)
        while let unit = try file.next() {
          progress.advance("merging", file)
          units += 1
          switch merger.merge(unit, from: index) {
          case .duplicate: duplicates += 1
          case .unit(let merged, let isConflict):
            try file.namingErrors { try outputs.first?.write(merged) }
            guard isConflict else { continue }
            conflicts += 1
            if conflicts <= Self.mostConflicts {
              progress.clear()
              try tell(unit, path, file.header.sourceLanguage)
            }
          }
        }
        try file.checkReplacement(by: outputs.first)
        if file.skipped > 0 || file.isTruncated { isComplete = false }
      }
      losses = outputs.first?.losses ?? losses
    }
    progress.finish()
    let status: CommandStatus = isComplete && losses.units.isEmpty ? .done : .findings
    guard !context.isQuiet else { return status }
    if conflicts > Self.mostConflicts {
      try context.errorOutput.writeLine(
        "and \(conflicts - Self.mostConflicts) more with another translation")
    }
    let parts = [
      duplicates > 0 ? "\(count(duplicates, "duplicate")) left out" : nil,
      conflicts > 0 ? "\(count(conflicts, "unit")) with another translation" : nil,
    ].compactMap { $0 }
    let name = destination.path == "-" ? "" : "wrote \(destination.path): "
    let written = units - duplicates - losses.unitsLeftOut
    try context.errorOutput.writeLine(
      "\(name)\(count(written, "unit")) of \(count(paths.count, "file"))"
        + parts.map { ", \($0)" }.joined())
    for line in losses.lines { try context.errorOutput.writeLine(line) }
    return status
  }

  private func tell(_ unit: TranslationUnit, _ path: String, _ language: LanguageTag?) throws {
    guard !context.isQuiet, let index = unit.sourceIndex(language) else { return }
    let source = unit.variants[index].segment.plainText
    let shown = source.count > 60 ? source.prefix(59) + "…" : source[...]
    try context.errorOutput.writeLine(
      "\(path):\(unit.line): another translation of “\(shown)”")
  }
}
