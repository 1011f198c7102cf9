import BitestoAlignment
import BitestoText

/// The page of a trace: the article, a card for each quotation, and the reports.
struct TracePage {
  let bitext: Bitext
  let outlets: OutletList
  let options: WritingOptions

  func write(to output: inout ByteOutput) throws {
    let reports = ReportsPane(of: bitext, options: options)
    output.raw("<main>\n")
    try writeArticle(to: &output)
    output.raw(
      "<section class=\"pane\" id=\"quotations\" tabindex=\"0\" "
        + "aria-labelledby=\"quotations-title\">\n"
        + "<h2 id=\"quotations-title\">Quotations</h2>\n")
    output.nothingShown()
    output.raw("<ol class=\"cards\">\n")
    for entry in bitext.entries {
      QuotationCard(
        entry: entry, passages: UnitPassages(of: entry, in: bitext), bitext: bitext,
        outlets: outlets, groups: reports.groups, options: options
      ).write(to: &output)
      try output.flushIfLarge()
    }
    output.raw("</ol>\n</section>\n")
    try reports.write(to: &output)
    output.raw(
      "</main>\n<aside id=\"sheet\" hidden aria-label=\"Quotation\">"
        + "<button type=\"button\" id=\"close\">Close</button>"
        + "<div class=\"sheet-body\"></div></aside>\n")
  }

  private func writeArticle(to output: inout ByteOutput) throws {
    var highlights: [Highlight] = []
    var noted: [NotedWords] = []
    for entry in bitext.entries {
      guard let source = entry.source else { continue }
      // An ordinary sentence without a counterpart is the article's own: nothing to point out.
      if entry.quotation == nil, entry.target == nil { continue }
      let state: Highlight.State =
        entry.quotation == nil ? .sentence : entry.target == nil ? .unmatched : .matched
      highlights.append(
        Highlight(
          range: source.range, unit: entry.number, state: state, anchor: "a\(entry.number)",
          notes: entry.notes))
      noted += entry.notedSourceWords(in: bitext)
    }
    output.raw("<article class=\"pane\" id=\"article\" tabindex=\"0\" aria-label=\"Article\">\n")
    output.raw("<p class=\"label\">")
    output.origin(of: bitext.source)
    output.raw("</p>\n<div class=\"text\" lang=\"")
    output.markup(options.tag(for: bitext.source.document.language))
    output.raw("\">\n")
    try HighlightedText(
      side: bitext.source, highlights: highlights, noted: noted, headings: ("h1", "h2")
    ).write(to: &output)
    output.raw("</div>\n</article>\n")
  }
}

extension ByteOutput {
  /// What stands in the place of units when filters leave none.
  mutating func nothingShown() {
    raw(
      "<p class=\"nothing-shown\" id=\"nothing-shown\" hidden>Nothing meets these filters. "
        + "<button type=\"button\" id=\"show-all\">Show all</button></p>\n")
  }
}
