import BitestoCommandLayer
import BitestoSuggestion

/// Rules as options name them.
extension ParsedArguments {
  /// What the values of an option list, several in one value separated by commas, without spaces.
  func items(of option: OptionDescription) -> [String] {
    texts(option).flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " } }
  }

  /// The rule of a name that stands in the values of an option.
  ///
  /// - Parameter notes: where to find the names of the rules.
  /// - Throws: ``CommandError`` for a rule that is not known.
  func rule<Rule: RawRepresentable<String> & CaseIterable>(
    _ name: String, of option: OptionDescription, notes: [String]
  ) throws -> Rule {
    if let rule = Rule(rawValue: name) { return rule }
    throw CommandError(
      "unknown rule \(quoted(name)) for '\(option.key)'"
        + didYouMean(name, among: Rule.allCases.map(\.rawValue)),
      notes: notes)
  }

  /// The rules that an option lists; see ``rule(_:of:notes:)``.
  func rules<Rule: RawRepresentable<String> & CaseIterable & Hashable>(
    of option: OptionDescription, notes: [String]
  ) throws -> Set<Rule> {
    try Set(items(of: option).map { try rule($0, of: option, notes: notes) })
  }
}

extension CommandContext {
  /// Prints a line for each rule, as `--list-rules` does.
  func list(rules: [(name: String, severity: String, summary: String)]) throws {
    func column(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let width = rules.map(\.name.count).max() ?? 0
    for rule in rules {
      try output.writeLine(
        "\(column(rule.name, width))  \(column(rule.severity, 7))  \(rule.summary)")
    }
  }
}
