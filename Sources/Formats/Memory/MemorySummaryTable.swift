import BitestoMemory
import BitestoText

/// What a memory holds, for a terminal.
struct MemorySummaryTable {
  private static let labelWidth = 14
  private static let mostPairs = 10
  private static let mostNames = 5

  private(set) var text = ""
  private let style: TerminalStyle

  init(_ file: MemorySummaryFormat.File, style: TerminalStyle) {
    self.style = style
    let (header, summary) = (file.header, file.summary)
    let version = header.version.map { " \($0)" } ?? ""
    text += style.dressed(TerminalText.line(file.path), \.strong) + "\n"
    line("format", "\(file.format)\(version), \(file.encoding)")
    line("made by", [header.attributes["creationtool"], header.attributes["creationtoolversion"]])
    line("source", [header.attributes["srclang"] ?? "not said"])
    line("segments", [header.attributes["segtype"]])
    line("data", [header.attributes["datatype"]])
    line("units", Self.units(summary))
    if let first = summary.firstDate, let last = summary.lastDate {
      line("dates", first == last ? Self.day(first) : "\(Self.day(first)) to \(Self.day(last))")
    }
    line("people", Self.names(summary.people))
    line("projects", Self.names(summary.projects))
    line("properties", Self.names(summary.properties))
    for (index, entry) in summary.sortedPairs.prefix(Self.mostPairs).enumerated() {
      let (pair, count) = entry
      line(index == 0 ? "pairs" : "", "\(pair.source) → \(pair.target)  \(Self.grouped(count))")
    }
    if summary.pairs.count > Self.mostPairs {
      line("", "and \(summary.pairs.count - Self.mostPairs) more")
    }
    addLanguages(summary)
    addProblems(summary)
  }

  private mutating func line(_ label: String, _ value: String) {
    guard !value.isEmpty else { return }
    let label = TerminalText.padded(label, Self.labelWidth)
    text += "  " + style.dressed(label, \.faint) + TerminalText.line(value) + "\n"
  }

  private mutating func line(_ label: String, _ parts: [String?]) {
    line(label, parts.compactMap { $0 }.joined(separator: " "))
  }

  private mutating func addLanguages(_ summary: MemorySummary) {
    let titles = ["language", "variants", "words", "characters", "empty"]
    let rows = summary.sortedLanguages.map { language, figures in
      [TerminalText.line(language.canonical)]
        + [figures.variants, figures.words, figures.characters, figures.empty].map(Self.grouped)
    }
    guard !rows.isEmpty else { return }
    let widths = titles.indices.map { column in
      ([titles] + rows).map { TerminalText.width($0[column]) }.max() ?? 0
    }
    func row(_ cells: [String]) -> String {
      cells.enumerated().map { column, cell in
        let space = String(
          repeating: " ", count: max(0, widths[column] - TerminalText.width(cell)))
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
    text += "\n  " + style.dressed(row(titles), \.faint) + "\n"
    for cells in rows { text += "  " + row(cells) + "\n" }
  }

  private mutating func addProblems(_ summary: MemorySummary) {
    let problems = summary.sortedProblems
    guard !problems.isEmpty else { return }
    text += "\n  " + style.dressed("problems", \.faint) + " ('bitesto tmx validate' tells where)\n"
    for (rule, count) in problems {
      let severity =
        rule.severity == .error ? style.dressed("error", \.poor) : rule.severity.rawValue
      text += "  \(Self.grouped(count)) × \(severity) \(rule.rawValue): \(rule.summary)\n"
    }
  }

  private static func units(_ summary: MemorySummary) -> String {
    let duplicates = grouped(summary.duplicates)
    var notes = [
      summary.unitsWithCodes == 0
        ? "no inline codes" : "\(grouped(summary.unitsWithCodes)) with inline codes"
    ]
    if summary.duplicates > 0 {
      notes.append("\(summary.hasMoreDuplicates ? "at least " : "")\(duplicates) of them again")
    }
    return "\(grouped(summary.units)) (\(notes.joined(separator: ", ")))"
  }

  private static func names(_ tally: BoundedTally) -> String {
    let sorted = tally.sorted
    var parts = sorted.prefix(mostNames).map { "\($0.name.prefix(60)) \(grouped($0.count))" }
    if sorted.count > mostNames { parts.append("and \(sorted.count - mostNames) more") }
    return parts.joined(separator: ", ")
  }

  /// "2024-01-31" of "20240131T093000Z".
  private static func day(_ date: String) -> String {
    let digits = date.prefix(8)
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))"
  }

  /// "12,345".
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
