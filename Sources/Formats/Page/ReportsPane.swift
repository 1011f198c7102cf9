import BitestoAlignment
import BitestoText

/// The reports of a trace that have a passage, with their highlights; the others by name.
struct ReportsPane {
  let bitext: Bitext
  let options: WritingOptions
  let groups: ReportGroups
  private var highlights: [Int: [Highlight]] = [:]
  private var noted: [Int: [NotedWords]] = [:]

  /// As many reports without a match are named; of a pool of thousands the rest is counted.
  private static let mostNames = 100

  init(of bitext: Bitext, options: WritingOptions) {
    self.bitext = bitext
    self.options = options
    for entry in bitext.entries {
      let passages = UnitPassages(of: entry, in: bitext)
      let isSentence = entry.quotation == nil
      for (index, passage) in passages.all.enumerated() {
        let isFound = index < passages.found.count
        highlights[passage.side, default: []].append(
          Highlight(
            range: passage.excerpt.range, unit: entry.number,
            state: isSentence ? .sentence : isFound ? .matched : .alternative,
            anchor: passage.anchor, notes: isFound ? entry.notes : nil))
      }
      if let side = entry.targetSide {
        noted[side, default: []] += entry.notedTargetWords(in: bitext)
      }
    }
    groups = ReportGroups(bitext.targets, linked: Set(highlights.keys))
  }

  func write(to output: inout ByteOutput) throws {
    output.raw(
      "<section class=\"pane\" id=\"reports\" tabindex=\"0\" aria-labelledby=\"reports-title\">\n"
        + "<h2 id=\"reports-title\">Reports</h2>\n")
    for group in groups.groups {
      try writeReport(group.leader, copies: group, to: &output)
    }
    let unlisted = bitext.comparedReports - bitext.targets.count
    let unused = groups.unused.count + unlisted
    if unused > 0 {
      output.raw("<details class=\"unused\"><summary>")
      output.raw("\(unused) \(unused == 1 ? "report" : "reports") without a match</summary>\n")
      writeNames(of: groups.unused, unlisted: unlisted, to: &output)
      output.raw("</details>\n")
    }
    output.raw("</section>\n")
  }

  private func writeReport(
    _ index: Int, copies group: ReportGroup? = nil, to output: inout ByteOutput
  ) throws {
    let side = bitext.targets[index]
    output.raw("<article class=\"report\" id=\"s\(index)\">\n<header><h3>")
    output.markup(side.name)
    output.raw("</h3><p class=\"soft\">")
    output.origin(of: Bitext.Side(document: side.document, segments: [], date: side.date))
    output.raw("</p></header>\n")
    output.raw("<div class=\"text\" lang=\"")
    output.markup(options.tag(for: side.document.language))
    output.raw("\">\n")
    try HighlightedText(
      side: side, highlights: highlights[index] ?? [], noted: noted[index] ?? [],
      headings: ("h4", "h4")
    ).write(to: &output)
    output.raw("</div>\n")
    if let group { try writeCopies(of: group, to: &output) }
    output.raw("</article>\n")
  }

  private func writeCopies(of group: ReportGroup, to output: inout ByteOutput) throws {
    let count = group.copies.count + group.silentCopies.count
    guard count > 0 else { return }
    let noun = count == 1 ? "near copy" : "near copies"
    output.raw("<details class=\"copies\"><summary>\(count) \(noun) of this report</summary>\n")
    for index in group.copies { try writeReport(index, to: &output) }
    if !group.silentCopies.isEmpty { writeNames(of: group.silentCopies, to: &output) }
    output.raw("</details>\n")
  }

  private func writeNames(
    of reports: [Int], unlisted: Int = 0, to output: inout ByteOutput
  ) {
    output.raw("<ul class=\"plain\">\n")
    for index in reports.prefix(Self.mostNames) {
      output.raw("<li class=\"soft\">")
      output.origin(of: bitext.targets[index])
      output.raw("</li>\n")
    }
    let rest = max(0, reports.count - Self.mostNames) + unlisted
    if rest > 0 {
      let text = reports.isEmpty ? "not listed" : "and \(rest) more"
      output.raw("<li class=\"soft\">\(text)</li>\n")
    }
    output.raw("</ul>\n")
  }
}
