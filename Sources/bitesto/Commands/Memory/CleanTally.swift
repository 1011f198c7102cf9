import BitestoCommandLayer
import BitestoMemory

/// How many units each rule has dropped.
struct CleanTally {
  private var units = 0
  private var dropped: [CleaningRule: Int] = [:]
  /// What the formats of the outputs could not hold.
  var losses = UnitLosses()

  mutating func add(_ reason: DropReason?) {
    units += 1
    if let reason { dropped[reason.rule, default: 0] += 1 }
  }

  /// Says on standard error what went where, or on standard output for a dry run.
  func report(
    rules: Set<CleaningRule>, _ destinations: CleanDestinations, skipped: Int,
    _ context: CommandContext
  ) throws {
    let isDryRun = destinations.kept == nil
    if context.isQuiet, !isDryRun { return }
    let output = isDryRun ? context.output : context.errorOutput
    let total = dropped.values.reduce(0, +)
    let rows = CleaningRule.allCases.filter(rules.contains).map { ($0.rawValue, dropped[$0] ?? 0) }
    let width = "\(units)".utf8.count
    func line(_ label: String, _ number: Int) -> String {
      let gap = String(repeating: " ", count: max(0, 16 - label.utf8.count))
      return label + gap + String(repeating: " ", count: max(0, width - "\(number)".utf8.count))
        + "\(number)"
    }
    for (label, number) in rows { try output.writeLine(line(label, number)) }
    try output.writeLine(line("dropped", total) + Self.destination(destinations.dropped))
    try output.writeLine(line("kept", units - total) + Self.destination(destinations.kept))
    if skipped > 0 { try output.writeLine(line("unreadable", skipped)) }
    for line in losses.lines { try output.writeLine(line) }
    try output.flush()
  }

  private static func destination(_ destination: MemoryOutput.Destination?) -> String {
    guard let destination else { return "" }
    return "  → " + (destination.path == "-" ? "standard output" : destination.path)
  }
}
