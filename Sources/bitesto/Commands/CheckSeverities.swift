import BitestoChecks
import BitestoCommandLayer
import BitestoSuggestion

/// The severities that `--rules`, `--disable` and `--only` ask for.
struct CheckSeverities {
  let arguments: ParsedArguments

  /// Severities with the command line's changes.
  ///
  /// - Throws: ``CommandError`` for a rule or a level that there is not.
  func applied(
    to severities: [CheckRule: CheckRule.Severity?]
  ) throws -> [CheckRule: CheckRule.Severity?] {
    var severities = severities
    for assignment in list(CheckParameters.rules) {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CommandError(
          "invalid value \(quoted(assignment)) for '--rules': expected RULE=LEVEL",
          notes: ["for example: --rules off-style=error"])
      }
      let rule = try rule(String(parts[0]), CheckParameters.rules)
      severities[rule] = .some(try level(String(parts[1])))
    }
    for name in list(CheckParameters.disable) {
      severities[try rule(name, CheckParameters.disable)] = .some(nil)
    }
    let only = try Set(list(CheckParameters.only).map { try rule($0, CheckParameters.only) })
    guard !only.isEmpty else { return severities }
    for rule in CheckRule.allCases where !only.contains(rule) { severities[rule] = .some(nil) }
    return severities
  }

  private func list(_ option: OptionDescription) -> [String] {
    arguments.texts(option).flatMap { $0.split(separator: ",") }
      .map { $0.filter { $0 != " " } }
  }

  private func rule(_ name: String, _ option: OptionDescription) throws -> CheckRule {
    if let rule = CheckRule(rawValue: name) { return rule }
    throw CommandError(
      "unknown rule \(quoted(name)) for '\(option.key)'"
        + didYouMean(name, among: CheckRule.allCases.map(\.rawValue)),
      notes: ["bitesto check --list-rules lists them"])
  }

  private func level(_ name: String) throws -> CheckRule.Severity? {
    if name == "off" { return nil }
    if let severity = CheckRule.Severity(rawValue: name) { return severity }
    throw CommandError(
      "unknown severity \(quoted(name)) for '--rules'",
      notes: ["expected error, warning, note or off"])
  }
}
