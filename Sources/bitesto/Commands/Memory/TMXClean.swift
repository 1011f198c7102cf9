import BitestoCommandLayer
import BitestoMemory

extension CommandDescription {
  static let tmxClean = CommandDescription(
    name: "clean",
    summary: "Drop bad units of a memory into a second file",
    discussion: """
      Rules, each by itself on or off with --only, --with and --disable:

      \(CleanParameters.ruleList)

      A unit with several translations stays as long as one of them is sound. Of several units that are \
      the same one stays; notes and properties don't make a difference, nor does the order of the \
      languages. Numbers and signs do, as in "5 %" and "6 %".

      What is dropped goes to a second file, each unit with a property x-dropped that says by which rule \
      and, for duplicates, the line in FILE of the unit that stays. 'bitesto tmx merge --restore' puts the \
      two files together again. Either both files are written or neither.
      """,
    arguments: [MemoryParameters.oneFile],
    options: [
      MemoryParameters.output, CleanParameters.dropped, CleanParameters.noDropped,
      CleanParameters.dryRun, CleanParameters.only, CleanParameters.with, CleanParameters.disable,
      CleanParameters.keep, CleanParameters.minConfidence, CleanParameters.lengthDeviation,
      CleanParameters.sameAny, MemoryParameters.sourceLanguage, MemoryParameters.readAs,
      MemoryParameters.writeAs, .quiet,
    ],
    examples: [
      Example(
        "bitesto tmx clean memory.tmx -o clean.tmx",
        "Write what is good to clean.tmx and the rest to clean.dropped.tmx"),
      Example(
        "bitesto tmx clean memory.tmx --dry-run", "Only count what each rule would drop"),
      Example(
        "bitesto tmx clean memory.tmx -o clean.tmx --only duplicate --keep newest",
        "Drop nothing but exact duplicates, and keep the newest of each"),
      Example(
        "bitesto tmx clean memory.tmx.gz -o memory.tmx.gz --min-confidence 0.5",
        "Clean a packed memory in place, and drop what an aligner was unsure of"),
    ],
    exitStatuses: [
      .done: "The memory was cleaned, or there was nothing to drop",
      .findings:
        "The same, but for units that could not be read or written and are in neither file",
      .failure: "The memory could not be read or written; no file was changed",
    ],
    run: { try TMXCleanCommand($0).run() })
}

/// One run of `bitesto tmx clean`.
private struct TMXCleanCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let input = try context.arguments.required(MemoryParameters.oneFile)
    var options = try CleanParameters.options(context)
    let destinations = try CleanDestinations(input: input, context)
    var progress = MemoryProgress(context)
    defer { progress.finish() }
    var file = try MemoryFile(input, context)
    if options.keeping == .newest, !file.canBeReadAgain {
      throw CommandError(
        "--keep newest reads the memory twice, which \(MemoryFile.name(input)) cannot be",
        notes: ["save it to a file first"])
    }
    options.source = options.source ?? file.header.sourceLanguage
    var cleaner = MemoryCleaner(options)
    if options.keeping == .newest {
      // What cannot be read is told when it is read for the second time.
      var first = try MemoryFile(input, context)
      while let unit = try first.nextUnit() {
        progress.advance("looking at", first)
        cleaner.study(unit)
      }
    }
    var tally = CleanTally()
    try MemoryOutput.write(to: destinations.plans(file.header), context) { outputs in
      while let unit = try file.next() {
        progress.advance("cleaning", file)
        let reason = cleaner.reason(toDrop: unit)
        tally.add(reason)
        if let reason {
          if outputs.count > 1 {
            try file.namingErrors { try outputs[1].write(unit.dropped(reason)) }
          }
        } else {
          try file.namingErrors { try outputs.first?.write(unit) }
        }
      }
      try file.checkReplacement(by: outputs.first)
      for output in outputs { tally.losses.add(output.losses) }
    }
    progress.finish()
    try tally.report(rules: options.rules, destinations, skipped: file.skipped, context)
    let isComplete = file.skipped == 0 && !file.isTruncated && tally.losses.units.isEmpty
    return isComplete ? .done : .findings
  }
}

/// The files that `clean` writes.
struct CleanDestinations {
  /// nil for a dry run.
  let kept: MemoryOutput.Destination?
  /// nil when what is dropped is not written.
  let dropped: MemoryOutput.Destination?

  init(input: String, _ context: CommandContext) throws {
    let arguments = context.arguments
    if arguments.isGiven(CleanParameters.dryRun) {
      (kept, dropped) = (nil, nil)
      return
    }
    let format = arguments.text(MemoryParameters.writeAs)
    let output = arguments.text(MemoryParameters.output) ?? "-"
    let kept = try MemoryOutput.Destination(output, format: format, context)
    self.kept = kept
    if arguments.isGiven(CleanParameters.noDropped) {
      if arguments.isGiven(CleanParameters.dropped) {
        throw CommandError("--dropped and --no-dropped exclude each other")
      }
      dropped = nil
      return
    }
    let path: String
    if let named = arguments.text(CleanParameters.dropped) {
      path = named
    } else {
      guard output != "-" else {
        throw CommandError(
          "no file for the units that are dropped",
          notes: ["name one with --dropped, or let them go with --no-dropped"])
      }
      path = Self.droppedName(for: output)
      if MemoryFileName.exists(path, context) {
        throw CommandError(
          "\(quoted(path)) is there already and may hold units that were dropped before",
          notes: ["move it away, or name a file with --dropped, which may be the same"])
      }
    }
    if path == output || InputFile.isSame(path, output, in: context.folder) {
      throw CommandError("\(quoted(path)) cannot take both what is kept and what is dropped")
    }
    if InputFile.isSame(path, input, in: context.folder) {
      throw CommandError(
        "what is dropped would overwrite the input \(quoted(input))",
        notes: ["choose another name for --dropped"])
    }
    dropped = try MemoryOutput.Destination(path, format: format, context)
  }

  func plans(_ header: MemoryHeader) -> [MemoryOutput.Plan] {
    [kept, dropped].compactMap { $0 }.map { MemoryOutput.Plan($0, header: header) }
  }

  /// "clean.dropped.tmx" for "clean.tmx".
  static func droppedName(for path: String) -> String {
    let (stem, end) = MemoryFileName.split(path)
    return "\(stem).dropped\(end)"
  }
}
