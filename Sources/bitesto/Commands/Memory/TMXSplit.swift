import BitestoCommandLayer
import BitestoMemory

extension CommandDescription {
  static let tmxSplit = CommandDescription(
    name: "split",
    summary: "Divide a translation memory into several files",
    discussion: """
      Divides by number of units (--units), by size (--megabytes), by what units have in common (--by), \
      or into a sample and the rest (--share). The sample holds the same units in every run, and all \
      units of one source are on the same side, so that it can test what was trained on the rest.

      Files are named by the pattern of -o, where %d (or %s) stands for the number, the languages, the \
      value or "sample" and "rest", and %03d for the number with leading zeros; characters that names \
      of files should not have become _. Every file has the header of the memory. Of --by and --share, \
      either all files are written or none.
      """,
    arguments: [MemoryParameters.oneFile],
    options: [
      SplitParameters.units, SplitParameters.megabytes, SplitParameters.by, SplitParameters.share,
      SplitParameters.pattern, SplitParameters.folder, MemoryParameters.sourceLanguage,
      MemoryParameters.readAs, MemoryParameters.writeAs, .quiet,
    ],
    examples: [
      Example(
        "bitesto tmx split memory.tmx --units 10000 -o 'part-%d.tmx'",
        "Write part-1.tmx, part-2.tmx and so on"),
      Example(
        "bitesto tmx split memory.tmx --by languages --folder pairs",
        "Write pairs/memory-it_en.tmx and one file for each other pair"),
      Example(
        "bitesto tmx split memory.tmx --by property:x-project -o '%d.tmx.gz'",
        "Write a packed file for each project"),
      Example(
        "bitesto tmx split memory.tmx --share 0.1 -o 'memory.%d.tmx'",
        "Write a tenth to memory.sample.tmx, what is left to memory.rest.tmx"),
    ],
    exitStatuses: [
      .done: "The files were written",
      .findings: "The same, but for units that could not be read or written",
      .failure: "A file could not be read or written",
    ],
    run: { try TMXSplitCommand($0).run() })
}

enum SplitParameters {
  /// Files written at once; each keeps some memory and a temporary file.
  static let mostGroups = 100

  static let units = OptionDescription.value(
    "units", "N", type: .integer(1...1_000_000_000), help: "Begin a new file after N units")

  static let megabytes = OptionDescription.value(
    "megabytes", "N", type: .integer(1...1_000_000),
    help: "Begin a new file when one has reached N MB, before packing")

  static let by = OptionDescription.value(
    "by", "WHAT", type: .text,
    help: """
      A file for each: languages, or the value of a property, as in property:x-project; \
      \(mostGroups) at most
      """)

  static let share = OptionDescription.value(
    "share", "X", type: .number(0...1), help: "A sample of this share of the sources, and the rest")

  static let pattern = OptionDescription.value(
    "output", short: "o", "PATTERN", type: .path, help: "Name the files so, as in 'part-%d.tmx'")

  static let folder = OptionDescription.value(
    "folder", "DIR", type: .path,
    help: "Write the files into this folder; without -o under the name of the FILE, - and the rest")
}

/// One run of `bitesto tmx split`.
private struct TMXSplitCommand {
  private enum Division {
    case units(Int)
    case bytes(Int)
    case groups(UnitGrouping)
  }

  private typealias Written = [(path: String, units: Int, losses: UnitLosses)]

  let context: CommandContext
  private let input: String
  private let division: Division
  private let pattern: FileNamePattern

  init(_ context: CommandContext) throws {
    self.context = context
    let arguments = context.arguments
    input = try arguments.required(MemoryParameters.oneFile)
    division = try Self.division(arguments)
    let folder = arguments.text(SplitParameters.folder)
    if let folder, !FolderListing.isFolder(folder, in: context.folder) {
      throw CommandError("there is no folder \(quoted(folder))", notes: ["make it first"])
    }
    guard folder != nil || arguments.isGiven(SplitParameters.pattern) else {
      throw CommandError("no names for the files", notes: ["give -o 'part-%d.tmx', or --folder"])
    }
    let (stem, end) = MemoryFileName.split(input == "-" ? "part.tmx" : MemoryFileName.last(input))
    // Signs of a pattern in a name are itself.
    let usual = "\(stem.replacing("%", with: "%%"))-%d\(end)"
    let name = arguments.text(SplitParameters.pattern) ?? usual
    pattern = try FileNamePattern(folder.map { "\($0.replacing("%", with: "%%"))/\(name)" } ?? name)
  }

  func run() throws -> CommandStatus {
    var progress = MemoryProgress(context)
    defer { progress.finish() }
    var file = try MemoryFile(input, context)
    let written: Written
    var missing: [String] = []
    switch division {
    case .groups(let grouping):
      let source = try context.memorySource() ?? file.header.sourceLanguage
      var outputs: [String: MemoryOutput] = [:]
      var names: [String] = []
      try distribute(&file, grouping, source, &outputs, &names, &progress)
      written = names.compactMap { outputs[$0] }.map { ($0.path, $0.written, $0.losses) }
      if case .share = grouping {
        missing = [UnitGrouping.sample, UnitGrouping.rest].filter { outputs[$0] == nil }
      }
    case .units(let limit):
      written = try cut(&file, &progress) { $0.written >= limit }
    case .bytes(let limit):
      written = try cut(&file, &progress) { $0.bytes >= limit }
    }
    progress.finish()
    var losses = UnitLosses()
    for output in written { losses.add(output.losses) }
    let isComplete = file.skipped == 0 && !file.isTruncated && losses.units.isEmpty
    let status: CommandStatus = isComplete ? .done : .findings
    guard !context.isQuiet else { return status }
    for (path, units, _) in written {
      try context.errorOutput.writeLine("wrote \(path): \(count(units, "unit"))")
    }
    for name in missing {
      let path = pattern.path(name: name, taken: [])
      try context.errorOutput.writeLine("did not write \(path): no units belong there")
    }
    if written.isEmpty, missing.isEmpty {
      try context.errorOutput.writeLine("wrote no file: \(MemoryFile.name(input)) has no units")
    }
    for line in losses.lines { try context.errorOutput.writeLine(line) }
    return status
  }

  private static func division(_ arguments: ParsedArguments) throws -> Division {
    var found: [Division] = []
    if let limit = try arguments.integer(SplitParameters.units) { found.append(.units(limit)) }
    if let limit = try arguments.integer(SplitParameters.megabytes) {
      found.append(.bytes(limit << 20))
    }
    if let share = try arguments.number(SplitParameters.share) {
      found.append(.groups(.share(share)))
    }
    if let what = arguments.text(SplitParameters.by) {
      if what == "languages" {
        found.append(.groups(.languages))
      } else if what.hasPrefix("property:"), what.utf8.count > 9 {
        found.append(.groups(.property(String(what.dropFirst(9)))))
      } else {
        throw CommandError(
          "invalid value \(quoted(what)) for '--by'",
          notes: ["expected languages, or property: and a type, as in property:x-project"])
      }
    }
    guard let first = found.first, found.count == 1 else {
      throw CommandError(
        found.isEmpty ? "nothing says how to divide" : "divide in one way only",
        notes: ["give one of --units, --megabytes, --by, --share"])
    }
    return first
  }

  /// Writes one file after the other, each until it is full.
  private func cut(
    _ file: inout MemoryFile, _ progress: inout MemoryProgress,
    _ isFull: (MemoryOutput) -> Bool
  ) throws -> Written {
    var written: Written = []
    var next = try file.next()
    repeat {
      let path = pattern.path(number: written.count + 1)
      try MemoryOutput.write(to: [plan(path, file.header)], context) { outputs in
        guard let output = outputs.first else { return }
        while let unit = next, !isFull(output) {
          progress.advance("splitting", file)
          try file.namingErrors { try output.write(unit) }
          next = try file.next()
        }
        try output.finish()
        written.append((path, output.written, output.losses))
      }
    } while next != nil
    return written
  }

  /// Writes a file for each group, all of them at once: each new group opens its file around the rest of
  /// the work, so that none takes its name before all are whole.
  private func distribute(
    _ file: inout MemoryFile, _ grouping: UnitGrouping, _ source: LanguageTag?,
    _ outputs: inout [String: MemoryOutput], _ names: inout [String],
    _ progress: inout MemoryProgress
  ) throws {
    while let unit = try file.next() {
      progress.advance("splitting", file)
      let group = grouping.group(of: unit, source: source)
      if let output = outputs[group] {
        try file.namingErrors { try output.write(unit) }
        continue
      }
      guard names.count < SplitParameters.mostGroups else {
        throw CommandError(
          "\(input):\(unit.line): more than \(SplitParameters.mostGroups) files would be written",
          notes: ["this unit belongs to \(quoted(group)); nothing was written"])
      }
      let path = pattern.path(name: group, taken: Set(outputs.values.map(\.path)))
      let plan = try plan(path, file.header)
      try MemoryOutput.write(to: [plan], context) { opened in
        guard let output = opened.first else { return }
        outputs[group] = output
        names.append(group)
        try file.namingErrors { try output.write(unit) }
        try distribute(&file, grouping, source, &outputs, &names, &progress)
        // What cannot be written tells before any file has its name.
        for output in outputs.values { try output.finish() }
      }
      return
    }
  }

  private func plan(_ path: String, _ header: MemoryHeader) throws -> MemoryOutput.Plan {
    if InputFile.isSame(path, input, in: context.folder) {
      throw CommandError(
        "output \(quoted(path)) would overwrite the input", notes: ["choose another name for -o"])
    }
    let format = context.arguments.text(MemoryParameters.writeAs)
    return MemoryOutput.Plan(
      try MemoryOutput.Destination(path, format: format, context), header: header)
  }
}
