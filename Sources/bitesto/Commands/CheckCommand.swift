import BitestoAlignment
import BitestoChecks
import BitestoCommandLayer
import BitestoFormats
import BitestoSuggestion
import BitestoText

/// One run of `bitesto check`.
struct CheckCommand {
  /// Texts that are checked together.
  private struct Group {
    var plan: CheckPlan
    var texts: [CheckedText]
    /// Where each text stands on the command line.
    var numbers: [Int]
    var baseline: Baseline?
    /// The rows of a bilingual table, of which the texts are the columns.
    var units: [Bitext.Unit]?
  }

  private let context: CommandContext
  private let least: CheckRule.Severity

  init(_ context: CommandContext) throws {
    self.context = context
    least =
      try context.arguments.choice(CheckParameters.severity, as: CheckRule.Severity.self) ?? .note
  }

  func run() throws -> CommandStatus {
    if context.arguments.isGiven(CheckParameters.listRules) { return try listRules() }
    let format =
      try context.arguments.choice(CheckParameters.format, as: ChecksFormat.self) ?? .text
    var groups = try groups()
    if context.arguments.isGiven(CheckParameters.writeBaseline) {
      return try writeBaselines(groups)
    }
    if context.arguments.isGiven(CheckParameters.dryRun) { return try showFixes(groups) }
    var fixed = 0
    if context.arguments.isGiven(CheckParameters.fix) { fixed = try fix(&groups) }
    let findings = try findings(in: groups)
    try write(findings, as: format)
    try summarize(findings, groups, format, fixed: fixed)
    return findings.isEmpty ? .done : .findings
  }

  // MARK: Input

  private func groups() throws -> [Group] {
    var projects = CheckProjects(context)
    var groups: [Group] = []
    var numbers: [String?: Int] = [:]
    let paths = try paths()
    if isPair, paths.count == 1 { return [try table(paths[0], &projects)] }
    if let memory = paths.first(where: BilingualMemory.isNamed), paths.count > 1 {
      throw CommandError("check one translation memory at a time", notes: [quoted(memory)])
    }
    for (number, path) in paths.enumerated() {
      let project = projects.project(of: path)
      let text = try text(path)
      if let index = numbers[project] {
        groups[index].texts.append(text)
        groups[index].numbers.append(number)
        continue
      }
      let plan = try projects.plan(project)
      numbers[project] = groups.count
      groups.append(
        Group(
          plan: plan, texts: [text], numbers: [number],
          baseline: try baseline(plan, projects)))
    }
    if isPair { try checkPair(groups.flatMap(\.texts), groups.count) }
    return groups
  }

  /// A translation memory is always one.
  private var isPair: Bool {
    context.arguments.isGiven(CheckParameters.pair)
      || context.arguments.texts(CheckParameters.files).contains(where: BilingualMemory.isNamed)
  }

  private func table(_ path: String, _ projects: inout CheckProjects) throws -> Group {
    for option in [CheckParameters.fix, CheckParameters.dryRun]
    where context.arguments.isGiven(option) {
      throw CommandError("'\(option.key)' cannot mend a bilingual table")
    }
    let contents = try context.read(path)
    let pair: PairChecker.Pair
    do throws(SettingsError) {
      pair =
        try BilingualMemory.isNamed(path)
        ? BilingualMemory(path: path, contents: contents).pair
        : BilingualTable(path: path, contents: contents).pair
    } catch {
      throw CommandError(error.description)
    }
    let plan = try projects.plan(projects.project(of: path))
    return Group(
      plan: plan, texts: [pair.italian, pair.english], numbers: [0, 1],
      baseline: try baseline(plan, projects), units: pair.units)
  }

  /// - Throws: ``CommandError`` unless there are an Italian and an English text of one project.
  private func checkPair(_ texts: [CheckedText], _ projects: Int) throws {
    guard texts.count == 2, Set(texts.map(\.language)) == [.italian, .english] else {
      let languages = texts.map { "\(quoted($0.document.path)) is \($0.language)" }
      throw CommandError(
        "'--pair' takes an Italian and an English text, or one bilingual table",
        notes: languages
          + ["a name such as report.en.txt says which language a text is in"])
    }
    if projects > 1 {
      throw CommandError(
        "the texts of a pair belong to two projects", notes: ["give --project or --no-project"])
    }
  }

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
    let language = try context.language(CheckParameters.language)
    let text: CheckedText
    do throws(DocumentError) {
      text = try CheckedText(path: path, contents: contents, language: language)
    } catch {
      throw TextInput.commandError(error, path)
    }
    for unknown in text.suppressions.unknownRules {
      try context.warn(
        "\(path):\(unknown.line): unknown rule \(quoted(unknown.name))"
          + didYouMean(unknown.name, among: CheckRule.allCases.map(\.rawValue)))
    }
    return text
  }

  // MARK: Findings

  private func findings(in groups: [Group]) throws -> [CheckFinding] {
    try groups.flatMap { group in
      var findings = group.plan.checker.findings(in: group.texts)
      if isPair, findings.count == 2 {
        let found = try CheckPair(context: context).findings(
          in: group.texts, units: group.units, checker: group.plan.checker)
        for index in found.indices {
          findings[index] = (findings[index] + found[index])
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
      }
      return zip(group.numbers, findings).map { ($0, reported($1, group)) }
    }.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }

  /// Those that are neither known nor too light.
  private func reported(_ findings: [CheckFinding], _ group: Group) -> [CheckFinding] {
    let grave = findings.filter { $0.severity >= least }
    return group.baseline?.new(in: grave) ?? grave
  }

  // MARK: Known findings

  private func baseline(_ plan: CheckPlan, _ projects: CheckProjects) throws -> Baseline? {
    guard let path = plan.baselinePath else { return nil }
    let naming = projects.naming(ofBaselineAt: path)
    if context.arguments.isGiven(CheckParameters.writeBaseline) {
      return Baseline([], naming: naming)
    }
    let bytes = try context.read(path)
    do throws(SettingsError) {
      return try Baseline(path: path, bytes: bytes, naming: naming)
    } catch {
      throw CommandError(error.description)
    }
  }

  private func writeBaselines(_ groups: [Group]) throws -> CommandStatus {
    var found: [String: [CheckFinding]] = [:]
    for group in groups {
      guard let path = group.plan.baselinePath else {
        throw CommandError(
          "'--write-baseline' needs to know where",
          notes: ["give --baseline FILE, or a project file with a baseline"])
      }
      if let text = groups.flatMap(\.texts).map(\.document.path)
        .first(where: { InputFile.isSame($0, path, in: context.folder) })
      {
        throw CommandError("baseline \(quoted(path)) would overwrite the text \(quoted(text))")
      }
      found[path, default: []] += try findings(in: [group])
    }
    for (path, findings) in found.sorted(by: { $0.key < $1.key }) {
      let naming = CheckProjects(context).naming(ofBaselineAt: path)
      try context.write(to: path) { try $0.write(Baseline(findings, naming: naming).json[...]) }
      guard !context.isQuiet else { continue }
      try context.errorOutput.writeLine("\(path): \(Self.count(findings.count, "finding"))")
    }
    return .done
  }

  // MARK: Fixes

  /// The texts of a group as they are after mending.
  private func fixed(_ group: Group) -> [(text: CheckedText, count: Int)] {
    group.plan.checker.fixed(group.texts) { reported($0, group) }
  }

  private func fix(_ groups: inout [Group]) throws -> Int {
    var total = 0
    for index in groups.indices {
      for (number, (text, count)) in fixed(groups[index]).enumerated() {
        let path = text.document.path
        if path == "-" {
          throw CommandError(
            "standard input cannot be mended", notes: ["--dry-run prints a diff of it"])
        }
        if !text.isWritable {
          try context.warn("\(quoted(path)) is not UTF-8 and stays as it is")
        }
        guard count > 0 else { continue }
        try context.write(to: path) { writer in
          try writer.write((text.byteOrderMark + text.document.bytes)[...])
        }
        groups[index].texts[number] = text
        total += count
      }
    }
    return total
  }

  private func showFixes(_ groups: [Group]) throws -> CommandStatus {
    var changes: [(number: Int, diff: UnifiedDiff)] = []
    for group in groups {
      for (index, (text, _)) in fixed(group).enumerated() {
        let old = group.texts[index]
        let diff = UnifiedDiff(
          path: text.document.path, old: old.document.bytes, new: text.document.bytes)
        changes.append((group.numbers[index], diff))
      }
    }
    try context.show(changes.sorted { $0.number < $1.number }.map(\.diff))
    return try findings(in: groups).isEmpty ? .done : .findings
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
    _ findings: [CheckFinding], _ groups: [Group], _ format: ChecksFormat, fixed: Int
  ) throws {
    guard format == .text, !context.isQuiet else { return }
    let files = Self.count(Set(groups.flatMap(\.texts).map(\.document.path)).count, "file")
    let counts = CheckRule.Severity.allCases.reversed().compactMap { severity in
      let number = findings.count { $0.severity == severity }
      return number == 0 ? nil : Self.count(number, severity.rawValue)
    }
    let mended = fixed == 0 ? "" : Self.count(fixed, "place") + " mended, "
    let summary = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    try context.errorOutput.writeLine("\(files): \(mended)\(summary)")
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private func listRules() throws -> CommandStatus {
    try context.list(
      rules: CheckRule.allCases.map { ($0.rawValue, $0.severity.rawValue, $0.summary) })
    return .done
  }
}
