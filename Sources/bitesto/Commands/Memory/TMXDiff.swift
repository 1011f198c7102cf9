import BitestoCommandLayer
import BitestoFormats
import BitestoMemory

extension CommandDescription {
  static let tmxDiff = CommandDescription(
    name: "diff",
    summary: "Compare two translation memories by unit",
    discussion: """
      Units are the same when their segments, codes and languages are, wherever they stand in the files \
      and whatever their notes, dates and properties. Of the others, one of each file with the same \
      source is a change (~); what is left was removed (-) or added (+).

      Both memories are read several times, so neither can be standard input.
      """,
    arguments: [DiffParameters.old, DiffParameters.new],
    options: [
      DiffParameters.stat, DiffParameters.format, MemoryParameters.sourceLanguage,
      MemoryParameters.readAs, .color, .quiet,
    ],
    examples: [
      Example("bitesto tmx diff old.tmx new.tmx", "Show the units that differ, word by word"),
      Example("bitesto tmx diff old.tmx new.tmx --stat", "Only count them"),
      Example(
        "bitesto tmx diff old.tmx.gz new.tmx --format json", "Give them to another program"),
    ],
    exitStatuses: [
      .done: "The memories have the same units",
      .findings: "They differ, or units could not be read",
      .failure: "A memory could not be read",
    ],
    run: { try TMXDiffCommand($0).run() })
}

enum DiffParameters {
  static let old = ArgumentDescription(
    "OLD", type: .path, help: "The memory as it was, plain or packed with gzip")
  static let new = ArgumentDescription("NEW", type: .path, help: "The memory as it is")

  static let stat = OptionDescription.flag("stat", help: "Print the numbers of units only")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice("text", "Each unit that differs, with its words"),
      ValueType.Choice("json", "The same as JSON"),
    ]), default: "text", help: "What to print")
}

/// One run of `bitesto tmx diff`.
private struct TMXDiffCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let paths = try [DiffParameters.old, DiffParameters.new].map { try arguments.required($0) }
    let progress = SharedProgress(MemoryProgress(context))
    defer { progress.value.finish() }
    let source = try context.memorySource()
    let headers = try paths.map { path in
      let file = try MemoryFile(path, context)
      guard file.canBeReadAgain else {
        throw CommandError(
          "the memories are read several times, which \(MemoryFile.name(path)) cannot be",
          notes: ["save it to a file first"])
      }
      return file.header.sourceLanguage
    }
    // Where one file doesn't say what was translated, the other one does.
    let sources = [
      source ?? headers[0] ?? headers[1], source ?? headers[1] ?? headers[0],
    ]
    func open(_ index: Int) -> MemoryComparison.Open {
      // What cannot be read is told once.
      var isFirst = true
      return { [context] in
        var file = try MemoryFile(paths[index], context)
        let tells = isFirst
        isFirst = false
        return MemoryComparison.Memory(source: sources[index]) {
          let unit = tells ? try file.next() : try file.nextUnit()
          if file.skipped > 0 || file.isTruncated { progress.isComplete = false }
          progress.value.advance("comparing", file)
          return unit
        }
      }
    }
    let comparison = try MemoryComparison(old: open(0), new: open(1))
    progress.value.clear()
    let counts = comparison.counts
    let status: CommandStatus = counts.isEmpty && progress.isComplete ? .done : .findings
    if arguments.isGiven(DiffParameters.stat) {
      try context.output.writeLine(Self.summary(counts))
      return status
    }
    let format = try arguments.choice(DiffParameters.format, as: UnitChangesFormat.self) ?? .text
    let color = try arguments.choice(OptionDescription.color, as: ColorChoice.self) ?? .auto
    try format.write(
      comparison, names: UnitChangesFormat.Names(old: paths[0], new: paths[1]),
      style: context.outputStyler(color).isEnabled ? .color : .plain
    ) { [output = context.output] in try output.write($0) }
    progress.value.finish()
    try context.output.flush()
    if !context.isQuiet { try context.errorOutput.writeLine(Self.summary(counts)) }
    return status
  }

  private static func summary(_ counts: ChangeCounts) -> String {
    "\(counts.changed) changed, \(counts.removed) removed, \(counts.added) added, "
      + "\(counts.same) the same"
  }
}

/// What closures share about the reading of both files.
private final class SharedProgress {
  var value: MemoryProgress
  /// Whether all units so far could be read.
  var isComplete = true

  init(_ value: MemoryProgress) {
    self.value = value
  }
}
