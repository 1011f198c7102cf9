import BitestoChecks
import BitestoCommandLayer

/// The severities that `--rules`, `--disable` and `--only` ask for.
struct CheckSeverities {
  private static let notes = ["bitesto check --list-rules lists them"]
  let arguments: ParsedArguments

  /// Severities with the command line's changes.
  ///
  /// - Throws: ``CommandError`` for a rule or a level that there is not.
  func applied(
    to severities: [CheckRule: CheckRule.Severity?]
  ) throws -> [CheckRule: CheckRule.Severity?] {
    var severities = severities
    for assignment in arguments.items(of: CheckParameters.rules) {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CommandError(
          "invalid value \(quoted(assignment)) for '--rules': expected RULE=LEVEL",
          notes: ["for example: --rules off-style=error"])
      }
      let rule = try rule(String(parts[0]), CheckParameters.rules)
      severities[rule] = .some(try level(String(parts[1])))
    }
    for name in arguments.items(of: CheckParameters.disable) {
      severities[try rule(name, CheckParameters.disable)] = .some(nil)
    }
    let only: Set<CheckRule> = try arguments.rules(of: CheckParameters.only, notes: Self.notes)
    guard !only.isEmpty else { return severities }
    for rule in CheckRule.allCases where !only.contains(rule) { severities[rule] = .some(nil) }
    return severities
  }

  private func rule(_ name: String, _ option: OptionDescription) throws -> CheckRule {
    try arguments.rule(name, of: option, notes: Self.notes)
  }

  private func level(_ name: String) throws -> CheckRule.Severity? {
    if name == "off" { return nil }
    if let severity = CheckRule.Severity(rawValue: name) { return severity }
    throw CommandError(
      "unknown severity \(quoted(name)) for '--rules'",
      notes: ["expected error, warning, note or off"])
  }
}
