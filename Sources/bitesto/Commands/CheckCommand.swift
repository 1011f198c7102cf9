import Foundation
import BitestoChecks
import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoText

/// One run of `bitesto check`.
struct CheckCommand {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    if context.arguments.isGiven(CheckParameters.listRules) { return try listRules() }
    let paths = try paths()
    let format =
      try context.arguments.choice(CheckParameters.format, as: ChecksFormat.self) ?? .text
    let texts = try paths.map(text)
    let checker = try checker()
    let least =
      try context.arguments.choice(CheckParameters.severity, as: CheckRule.Severity.self) ?? .note
    let findings = checker.findings(in: texts).joined().filter { $0.severity >= least }
    try write(Array(findings), as: format)
    try summarize(Array(findings), of: texts, format)
    return findings.isEmpty ? .done : .findings
  }

  // MARK: Input

  private func paths() throws -> [String] {
    var paths: [String] = []
    for path in context.arguments.texts(CheckParameters.files)
    where !paths.contains(where: { InputFile.isSame($0, path, in: context.folder) }) {
      paths.append(path)
    }
    guard paths.isEmpty else { return paths }
    throw CommandError("missing FILE", notes: ["usage: bitesto check FILE..."])
  }

  private func text(_ path: String) throws -> CheckedText {
    let contents = try context.read(path)
    let language = try language()
    let text: CheckedText
    do throws(DocumentError) {
      text = try CheckedText(path: path, contents: contents, language: language)
    } catch {
      throw TextInput.commandError(error, path)
    }
    try warn(of: text)
    return text
  }

  private func warn(of text: CheckedText) throws {
    for unknown in text.suppressions.unknownRules {
      let near = nearest(to: unknown.name, among: CheckRule.allCases.map(\.rawValue))
      try context.warn(
        "\(text.document.path):\(unknown.line): unknown rule \(quoted(unknown.name))"
          + (near.map { "; did you mean \(quoted($0))?" } ?? ""))
    }
  }

  private func language() throws -> Language? {
    guard let tag = context.arguments.text(CheckParameters.language) else { return nil }
    if let language = Language(tag: tag) { return language }
    throw CommandError(
      "invalid value \(quoted(tag)) for '--language': expected a language code",
      notes: ["two or three letters, such as it or en"])
  }

  // MARK: Settings

  private func checker() throws -> TextChecker {
    let glossary = try Resources(context).glossary()
    var settings = CheckSettings()
    settings.style = try style(glossary)
    settings.quotationMarks = try context.arguments.choice(
      CheckParameters.quotationMarks, as: QuotationStyle.self)
    settings.severities = try CheckSeverities(arguments: context.arguments)
      .applied(to: settings.severities)
    return TextChecker(glossary, settings: settings)
  }

  /// The style asked for, which some form must have.
  private func style(_ glossary: Glossary) throws -> Style? {
    guard let name = context.arguments.text(CheckParameters.style) else { return nil }
    let style = Style(rawValue: name)
    let known = Set(glossary.entries.flatMap { $0.forms.map(\.style) }).subtracting([.any])
    if known.contains(style) { return style }
    let names = known.map(\.rawValue).sorted()
    throw CommandError(
      "no glossary has the style \(quoted(name))"
        + (nearest(to: name, among: names).map { "; did you mean \(quoted($0))?" } ?? ""),
      notes: ["the glossaries have: \(names.joined(separator: ", "))"])
  }

  // MARK: Output

  private func write(_ findings: [CheckFinding], as format: ChecksFormat) throws {
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    try format.write(
      findings, toolVersion: CommandLineTool.bitesto.version,
      style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain
    ) { try context.output.write($0) }
    try context.output.flush()
  }

  private func summarize(
    _ findings: [CheckFinding], of texts: [CheckedText], _ format: ChecksFormat
  ) throws {
    guard format == .text, !context.isQuiet else { return }
    let files = count(texts.count, "file")
    let counts = CheckRule.Severity.allCases.reversed().compactMap { severity in
      let number = findings.count { $0.severity == severity }
      return number == 0 ? nil : count(number, severity.rawValue)
    }
    let summary = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    try context.errorOutput.writeLine("\(files): \(summary)")
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private func listRules() throws -> CommandStatus {
    let width = CheckRule.allCases.map(\.rawValue.count).max() ?? 0
    for rule in CheckRule.allCases {
      let name = rule.rawValue.padding(toLength: width, withPad: " ", startingAt: 0)
      let severity = rule.severity.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)
      try context.output.writeLine("\(name)  \(severity)  \(rule.summary)")
    }
    return .done
  }
}
