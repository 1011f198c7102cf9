import BitestoCommandLayer
import BitestoMemory

/// One run of `bitesto tmx convert`.
struct TMXConvertCommand {
  private let context: CommandContext
  private let languages: UnitReadingOptions
  private let options: UnitWritingOptions
  private let output: String

  init(_ context: CommandContext) throws {
    self.context = context
    languages = UnitReadingOptions(
      source: try ConvertParameters.language(ConvertParameters.from, context),
      target: try ConvertParameters.language(ConvertParameters.to, context))
    options = UnitWritingOptions(
      source: languages.source, target: languages.target,
      keepsCodes: context.arguments.text(ConvertParameters.level) != "1",
      tags: try ConvertParameters.tags(context), toolVersion: CommandLineTool.bitesto.version)
    output = try context.arguments.required(ConvertParameters.output)
  }

  func run() throws -> CommandStatus {
    let inputs = try ConversionInput.all(
      of: context.arguments.texts(ConvertParameters.files), languages: languages, context)
    var units = try UnitStream(inputs, languages: languages, context)
    defer { units.finish() }
    let format = context.arguments.text(ConvertParameters.writeAs)
    let named = format == nil || format == MosesPair.formatName ? MosesPair.prefix(of: output) : nil
    let losses: UnitLosses
    var names = [output]
    var formatName = MosesPair.formatName
    if let pair = named ?? (format == MosesPair.formatName ? (output, false) : nil) {
      let files = try mosesPair(prefix: pair.prefix, isPacked: pair.isPacked, &units)
      names = [files.source, files.target]
      try check(names, against: inputs)
      losses = try write(files, &units)
    } else {
      let destination = try MemoryOutput.Destination(output, format: format, context)
      try check(names, against: inputs)
      formatName = destination.format.name
      losses = try write(destination, &units)
    }
    units.finish()
    try report(units, losses, names, formatName)
    let isComplete = units.skipped == 0 && !units.isTruncated && losses.units.isEmpty
    return isComplete ? .done : .findings
  }

  private func check(_ outputs: [String], against inputs: [ConversionInput]) throws {
    for output in outputs where output != "-" {
      let input = inputs.flatMap(\.paths).first {
        $0 != "-" && InputFile.isSame($0, output, in: context.folder)
      }
      if let input {
        throw CommandError(
          "output \(quoted(output)) would overwrite the input \(quoted(input))",
          notes: ["choose another name for -o"])
      }
    }
  }

  // MARK: Writing

  private func write(
    _ destination: MemoryOutput.Destination, _ units: inout UnitStream
  ) throws -> UnitLosses {
    var plan = MemoryOutput.Plan(destination, header: units.header)
    plan.options = options
    var losses = UnitLosses()
    try MemoryOutput.write(to: [plan], context) { outputs in
      guard let output = outputs.first else { return }
      while let unit = try units.next() {
        try units.namingErrors { try output.write(unit) }
      }
      losses = output.losses
    }
    return losses
  }

  /// The files of a pair, named after the languages that will be written.
  private func mosesPair(
    prefix: String, isPacked: Bool, _ units: inout UnitStream
  ) throws -> MosesPair {
    guard !prefix.isEmpty, prefix != "-" else {
      throw CommandError("cannot write a Moses pair to standard output: it is two files")
    }
    let first = try units.peek()
    let settled = try units.namingErrors {
      try options.settledLanguages(header: units.header, first: first)
    }
    guard let source = settled.source, let target = settled.target else {
      throw CommandError(
        "cannot tell the languages of the Moses pair \(quoted(output)) from its first unit",
        notes: ["give both, as in --from it --to en"])
    }
    func name(_ language: LanguageTag, _ asked: LanguageTag?) -> LanguageTag {
      if let tag = options.tags[language] { return LanguageTag(tag) }
      if asked != nil || source.isSameLanguage(as: target) { return language }
      return LanguageTag(String(language.primary))
    }
    return MosesPair(
      prefix: prefix, isPacked: isPacked,
      languages: (name(source, options.source), name(target, options.target)))
  }

  private func write(_ pair: MosesPair, _ units: inout UnitStream) throws -> UnitLosses {
    var losses = UnitLosses()
    try PackedFile.write(to: pair.source, context) { source in
      try PackedFile.write(to: pair.target, context) { target in
        var writer = MosesUnitWriter(units.header, options: options, sinks: (source, target))
        while let unit = try units.next() {
          _ = try units.namingErrors { try writer.write(unit) }
        }
        try writer.finish()
        losses = writer.losses
      }
    }
    return losses
  }

  // MARK: Telling

  private func report(
    _ units: UnitStream, _ losses: UnitLosses, _ names: [String], _ formatName: String
  ) throws {
    guard !context.isQuiet else { return }
    let lines = context.errorOutput
    let written = units.given - losses.unitsLeftOut
    for name in names where name != "-" {
      try lines.writeLine("wrote \(name) (\(formatName), \(count(written, "unit")))")
    }
    if units.skipped > 0 {
      try lines.writeLine("left out \(count(units.skipped, "unit")) that cannot be read")
    }
    for line in losses.lines { try lines.writeLine(line) }
  }
}
