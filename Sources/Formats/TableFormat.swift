import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// What a person reads in a terminal: the quotations with the words behind them, or the aligned
  /// segments in two columns.
  public static let table = BitextFormat(
    name: "table", summary: "a view for the terminal", extensions: ["txt"]
  ) { bitext, options, output in
    let view = TerminalView(
      style: options.terminalStyle, width: min(max(options.terminalWidth, 40), 120))
    for entry in bitext.entries {
      let lines = bitext.kind == .trace ? view.quotation(entry) : view.pair(entry)
      for line in lines { output.raw(line + "\n") }
      if bitext.kind == .trace { output.raw("\n") }
      try output.flushIfLarge()
    }
    output.raw(view.style.dressed(bitext.tally, \.strong) + "\n")
    return 0
  }
}

private struct TerminalView {
  let style: TerminalStyle
  let width: Int

  /// ```
  ///  3  Mykhailo Podolyak, published by Twitter                          96 %
  ///     «strani desideri»
  ///     "Weird desires"
  ///     Twitter, reports/podolyak.txt, 2023-04-10
  /// ```
  func quotation(_ entry: Entry) -> [String] {
    let indent = "    "
    let figure = entry.target == nil ? "no match" : "\(percent(entry.confidence)) %"
    var who = TerminalText.line(entry.speaker)
    if let credit = entry.quotation?.credit { who += ", " + TerminalText.line(credit) }
    let heads = TerminalText.wrap(who, width: width - 4 - 10)
    var lines: [String] = []
    for (index, head) in heads.enumerated() {
      let number = index == 0 ? rightAligned("\(entry.number)", 2) + "  " : indent
      let name = style.dressed(head, \.strong)
      guard index == 0 else {
        lines.append(indent + name)
        continue
      }
      let gap = width - 4 - TerminalText.width(head) - figure.count
      let space = String(repeating: " ", count: max(1, gap))
      let shown =
        entry.target == nil
        ? style.dressed(figure, \.poor) : style.dressed(figure, entry.confidence)
      lines.append(number + name + space + shown)
    }
    lines += block(entry.source, indent: indent)
    guard let match = entry.wholeTarget else { return lines }
    lines += block(match, indent: indent + "→ ")
    lines += origin(of: match, prefix: "")
    for joined in entry.joined { lines += origin(of: joined.excerpt, prefix: "and ") }
    for note in entry.unit.notes {
      let text = "\(note.rule.severity.rawValue): \(TerminalText.line(note.message))"
      lines += TerminalText.wrap(text, width: width - 6)
        .map { "      " + style.dressed($0, note.rule.severity == .error ? \.poor : \.fair) }
    }
    for alternative in entry.alternatives {
      lines += origin(of: alternative.excerpt, prefix: "also ")
    }
    return lines
  }

  /// Two columns, the number in front and the confidence behind.
  func pair(_ entry: Entry) -> [String] {
    let numberWidth = 4
    let column = (width - numberWidth - 3 - 6) / 2
    let left = TerminalText.wrap(TerminalText.line(entry.source?.text ?? []), width: column)
    let right = TerminalText.wrap(TerminalText.line(entry.target?.text ?? []), width: column)
    let figure = rightAligned("\(percent(entry.confidence)) %", 6)
    return (0..<max(left.count, right.count)).map { row in
      let number = row == 0 ? rightAligned("\(entry.number)", numberWidth - 1) + " " : "    "
      let ends = row == 0 ? style.dressed(figure, entry.confidence) : ""
      let cells = [left, right].map { $0.indices.contains(row) ? $0[row] : "" }
      let line =
        style.dressed(number, \.faint) + TerminalText.padded(cells[0], column)
        + style.dressed(cells[1].isEmpty && row > 0 ? " │" : " │ ", \.faint)
        + (row == 0 ? TerminalText.padded(cells[1], column) : cells[1])
      return line + ends
    }
  }

  private func block(_ excerpt: Excerpt?, indent: String) -> [String] {
    let text = TerminalText.line(excerpt?.text ?? [])
    let blank = String(repeating: " ", count: indent.count)
    return TerminalText.wrap(text, width: width - indent.count).enumerated()
      .map { ($0 == 0 ? indent : blank) + $1 }
  }

  private func origin(of excerpt: Excerpt, prefix: String) -> [String] {
    let facts = [excerpt.side.outlet, excerpt.path, excerpt.side.date].compactMap { $0 }
    let text = prefix + TerminalText.line(facts.joined(separator: ", "))
    return TerminalText.wrap(text, width: width - 6).map { "      " + style.dressed($0, \.faint) }
  }

  private func rightAligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
