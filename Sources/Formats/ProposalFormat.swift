import BitestoExtraction
import BitestoGlossary
import BitestoText

/// Proposed glossary entries, as `glossary extract` prints them.
public enum ProposalFormat: String, CaseIterable, Sendable {
  /// What a person reads in a terminal: frequency, kind, Italian forms, English forms.
  case table
  /// A glossary file with frequencies and contexts in its comments.
  case tsv
  case json

  /// The format that a file's extension picks.
  public init?(fileNamed path: String) {
    guard let dot = path.lastIndex(of: "."),
      let format = Self(rawValue: path[path.index(after: dot)...].lowercased()), format != .table
    else { return nil }
    self = format
  }

  /// Writes proposals, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal, for the table.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the proposals, but for the order of the glossary file.
  public func write(
    _ proposals: [Proposal], style: TerminalStyle = .plain, width: Int = 80,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .table:
      let table = ProposalTable(proposals, style: style, width: width)
      for proposal in proposals {
        for line in table.lines(of: proposal) { output.raw(line + "\n") }
        try output.flushIfLarge()
      }
    case .tsv:
      output.raw(GlossaryFile(path: "", proposals: proposals).text())
    case .json:
      var json = JSONOutput(output)
      try write(proposals, to: &json)
      output = json.finished()
    }
    try output.finish()
  }

  private func write(_ proposals: [Proposal], to json: inout JSONOutput) throws {
    try json.object(.lines) { json in
      json.key("proposals")
      try json.array(.lines) { json in
        for proposal in proposals {
          json.object { json in
            json.members(of: proposal.entry)
            json.member("frequency", proposal.frequency)
            json.member("known", proposal.isKnown)
            json.key("contexts")
            json.array { json in
              for context in proposal.contexts {
                json.object { json in
                  json.member("path", context.path)
                  if let line = context.line { json.member("line", line) }
                  if !context.text.isEmpty { json.member("text", context.text) }
                }
              }
            }
          }
          try json.flushIfLarge()
        }
      }
    }
  }
}

/// Proposals in columns, as wide as the terminal lets them be.
private struct ProposalTable {
  private static let gap = "  "
  private static let languages: [Language] = [.italian, .english]

  let style: TerminalStyle
  let countWidth: Int
  let kindWidth: Int
  let formWidth: Int

  init(_ proposals: [Proposal], style: TerminalStyle, width: Int) {
    self.style = style
    countWidth = proposals.map { String($0.frequency).utf8.count }.max() ?? 0
    kindWidth = proposals.map(\.entry.kind.rawValue.utf8.count).max() ?? 0
    formWidth = max(16, (width - countWidth - kindWidth - 3 * Self.gap.count) / 2)
  }

  func lines(of proposal: Proposal) -> [String] {
    let others = proposal.entry.forms.filter { !Self.languages.contains($0.language) }
    let columns = Self.languages.enumerated().map { position, language in
      var texts = forms(of: proposal.entry, in: language)
      if texts.isEmpty, position == 0 { texts = others.map(\.text) }
      return TerminalText.wrap(
        TerminalText.line(texts.joined(separator: ", ")), width: formWidth)
    }
    return (0..<max(columns[0].count, columns[1].count)).map { row in
      let count = String(proposal.frequency)
      let head =
        row == 0
        ? String(repeating: " ", count: countWidth - count.utf8.count)
          + style.dressed(count, \.strong) + Self.gap
          + style.dressed(TerminalText.padded(proposal.entry.kind.rawValue, kindWidth), \.faint)
        : String(repeating: " ", count: countWidth + Self.gap.count + kindWidth)
      let cells = columns.map { row < $0.count ? $0[row] : "" }
      let start = head + Self.gap + TerminalText.padded(cells[0], formWidth)
      let line = cells[1].isEmpty ? start : start + Self.gap + cells[1]
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Those to become preferred first, each form once.
  private func forms(of entry: BitestoGlossary.Entry, in language: Language) -> [String] {
    let own = entry.forms.filter { $0.language == language }
    let ordered = Form.Status.allCases.flatMap { status in own.filter { $0.status == status } }
    var texts: [String] = []
    for form in ordered where !texts.contains(form.text) { texts.append(form.text) }
    return texts
  }
}
