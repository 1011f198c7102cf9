import BitestoCommandLayer
import BitestoFormats
import BitestoText

extension CommandDescription {
  static let srx = CommandDescription(
    name: "srx",
    summary: "Validate and export segmentation rules",
    subcommands: [.srxExport, .srxValidate])

  private static let srxExport = CommandDescription(
    name: "export",
    summary: "Export the built-in abbreviations as SRX 2.0",
    discussion: """
      Writes the abbreviations and the commonest rules beside them for other tools that split text \
      by SRX rules. The rules are simpler than what 'bitesto segment' does by itself.
      """,
    options: [SRXParameters.languages, SRXParameters.output],
    examples: [
      Example("bitesto srx export -o rules.srx", "Write the rules of all languages"),
      Example("bitesto srx export --language it", "Print the rules for Italian"),
    ],
    exitStatuses: [
      .done: "The rules were written", .failure: "The rules could not be written",
    ],
    run: { try SRXExportCommand($0).run() })

  private static let srxValidate = CommandDescription(
    name: "validate",
    summary: "Look for mistakes in SRX files",
    discussion: """
      Compiles every pattern and reports every mistake with its file and line: the rule, counted from \
      1 in its languagerule, its pattern, and what is wrong with it; maps to rules that are not there.
      """,
    arguments: [SRXParameters.files],
    options: [.color, .quiet],
    examples: [Example("bitesto srx validate rules.srx", "Report the mistakes of a file of rules")],
    exitStatuses: [
      .done: "The files have no mistakes", .findings: "Mistakes were found",
      .failure: "A file could not be read",
    ],
    run: { try SRXValidateCommand($0).run() })
}

private struct SRXExportCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let names = context.arguments.texts(SRXParameters.languages)
    let rules = SRXRules.builtIn(
      names.isEmpty ? SRXRules.builtInLanguages : names.map(Language.init(rawValue:)))
    try context.write(to: context.arguments.text(SRXParameters.output) ?? "-") { output in
      try rules.write { try output.write($0) }
    }
    return .done
  }
}

private struct SRXValidateCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let style = context.outputStyler(color ?? .auto)
    let paths = context.arguments.texts(SRXParameters.files)
    var (rules, mistakes) = (0, 0)
    var unread: CommandError?
    for path in paths {
      let bytes: [UInt8]
      do {
        bytes = try context.read(path)
      } catch let error as CommandError {
        unread = unread ?? error
        continue
      }
      let faults: [SRXError]
      do throws(SRXError) {
        let file = try SRXRules(path: path, contents: bytes)
        rules += file.ruleSets.reduce(0) { $0 + $1.rules.count }
        faults = file.faults()
      } catch {
        faults = [error]
      }
      mistakes += faults.count
      for fault in faults {
        let place = fault.line > 0 ? "\(path):\(fault.line):" : "\(path):"
        try context.output.writeLine(style(place, .bold) + " \(fault.what)")
      }
    }
    try context.output.flush()
    if let unread { throw unread }
    if !context.isQuiet {
      try context.errorOutput.writeLine(
        mistakes == 0
          ? "\(count(paths.count, "file")), \(count(rules, "rule")), no mistakes"
          : "\(count(mistakes, "mistake")) in \(count(paths.count, "file"))")
    }
    return mistakes == 0 ? .done : .findings
  }
}

enum SRXParameters {
  static let files = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore, help: "An SRX file; - is standard input")

  static let languages = OptionDescription.value(
    "language", short: "l", "XX",
    type: .choice([
      ValueType.Choice("it", "Italian"), ValueType.Choice("en", "English"),
      ValueType.Choice("ru", "Russian, Ukrainian and Belarusian"),
      ValueType.Choice("uk", "The same"), ValueType.Choice("be", "The same"),
    ]), kind: .repeatedValue, help: "Export the rules of this language; of all without it")

  static let output = OptionDescription.value(
    "output", short: "o", "FILE", type: .path,
    help: "Write to this file instead of standard output")
}
