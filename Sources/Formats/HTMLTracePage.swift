import BitestoAlignment
import BitestoText

/// The page of a trace: the article, a card for each quotation, and the reports.
struct TracePage {
  let bitext: Bitext
  let options: WritingOptions

  func write(to output: inout ByteOutput) throws {
    output.raw("<main>\n")
    try writeArticle(to: &output)
    output.raw(
      "<section class=\"pane\" id=\"quotations\" tabindex=\"0\" "
        + "aria-labelledby=\"quotations-title\">\n"
        + "<h2 id=\"quotations-title\">Quotations</h2>\n<ol class=\"cards\">\n")
    for entry in bitext.entries {
      QuotationCard(entry: entry, of: bitext, options: options).write(to: &output)
      try output.flushIfLarge()
    }
    output.raw("</ol>\n</section>\n")
    try writeReports(to: &output)
    output.raw(
      "</main>\n<aside id=\"sheet\" hidden aria-label=\"Quotation\">"
        + "<button type=\"button\" id=\"close\">Close</button>"
        + "<div class=\"sheet-body\"></div></aside>\n")
  }

  private func writeArticle(to output: inout ByteOutput) throws {
    let highlights = bitext.entries.compactMap { entry in
      entry.source.map {
        Highlight(
          range: $0.range, unit: entry.number, state: entry.target == nil ? .unmatched : .matched,
          anchor: "a\(entry.number)")
      }
    }
    output.raw("<article class=\"pane\" id=\"article\" tabindex=\"0\" aria-label=\"Article\">\n")
    output.raw("<p class=\"label\">")
    output.origin(of: bitext.source)
    output.raw("</p>\n")
    try writeText(of: bitext.source, highlights, headings: ("h1", "h2"), to: &output)
    output.raw("</article>\n")
  }

  private func writeReports(to output: inout ByteOutput) throws {
    let highlights = reportHighlights()
    output.raw(
      "<section class=\"pane\" id=\"reports\" tabindex=\"0\" aria-labelledby=\"reports-title\">\n"
        + "<h2 id=\"reports-title\">Reports</h2>\n")
    for (index, side) in bitext.targets.enumerated() {
      guard let inside = highlights[index] else { continue }
      output.raw("<article class=\"report\" id=\"s\(index)\">\n<header><h3>")
      output.markup(side.outlet ?? side.document.path)
      output.raw("</h3><p class=\"soft\">")
      output.origin(of: Bitext.Side(document: side.document, segments: [], date: side.date))
      output.raw("</p></header>\n")
      try writeText(of: side, inside, headings: ("h4", "h4"), to: &output)
      output.raw("</article>\n")
    }
    let unused = bitext.targets.indices.filter { highlights[$0] == nil }
    if !unused.isEmpty {
      let noun = unused.count == 1 ? "report" : "reports"
      output.raw("<details class=\"unused\"><summary>\(unused.count) \(noun) without a match")
      output.raw("</summary>\n<ul class=\"plain\">\n")
      for index in unused {
        output.raw("<li class=\"soft\">")
        output.origin(of: bitext.targets[index])
        output.raw("</li>\n")
      }
      output.raw("</ul></details>\n")
    }
    output.raw("</section>\n")
  }

  /// The highlights of every report that has any, by its index.
  private func reportHighlights() -> [Int: [Highlight]] {
    var highlights: [Int: [Highlight]] = [:]
    for entry in bitext.entries {
      if let match = entry.target, let side = entry.targetSide {
        highlights[side, default: []].append(
          Highlight(
            range: match.range, unit: entry.number, state: .matched, anchor: "r\(entry.number)"))
      }
      for (index, alternative) in entry.alternatives.enumerated() {
        highlights[alternative.side, default: []].append(
          Highlight(
            range: alternative.excerpt.range, unit: entry.number, state: .alternative,
            anchor: "r\(entry.number)-\(index + 1)"))
      }
    }
    return highlights
  }

  private func writeText(
    of side: Bitext.Side, _ highlights: [Highlight], headings: (String, String),
    to output: inout ByteOutput
  ) throws {
    output.raw("<div class=\"text\" lang=\"")
    output.markup(options.tag(for: side.document.language))
    output.raw("\">\n")
    try HighlightedText(side: side, highlights: highlights, headings: headings)
      .write(to: &output)
    output.raw("</div>\n")
  }
}

/// One quotation: who says it, in which words, and where they come from.
private struct QuotationCard {
  let entry: Entry
  let bitext: Bitext
  let options: WritingOptions

  init(entry: Entry, of bitext: Bitext, options: WritingOptions) {
    self.entry = entry
    self.bitext = bitext
    self.options = options
  }

  func write(to output: inout ByteOutput) {
    let number = entry.number
    let level = entry.target == nil ? "missing" : ConfidenceLevel(entry.confidence).rawValue
    let speaker = entry.quotation?.speaker ?? "Speaker not named"
    let result = entry.target.map { "\(percent($0.confidence)) % sure" } ?? "no match"
    output.raw("<li class=\"item card \(level)\" id=\"q\(number)\" data-say=\"")
    output.markup("Quotation \(number), \(speaker), \(result)")
    output.raw("\">\n<header><span class=\"number\">\(number)</span><h3>")
    output.markup(speaker)
    output.raw("</h3>")
    if entry.target != nil { output.confidenceBar(entry.confidence) }
    output.raw("</header>\n")
    writeCredit(to: &output)
    if let source = entry.source { writeWords(of: source, class: "", to: &output) }
    if let match = entry.target {
      writeWords(of: match, class: "found", to: &output)
      output.raw("<p class=\"soft origin\">")
      output.origin(of: match.side)
      output.raw("</p>\n")
    } else {
      output.raw("<p class=\"nothing\"><b>No match.</b> None of the reports has these words")
      output.raw(" (\(percent(entry.confidence)) % sure).</p>\n")
    }
    writeAlternatives(to: &output)
    output.raw("<nav aria-label=\"Quotation \(number)\"><a href=\"#a\(number)\">In the article</a>")
    if entry.target != nil { output.raw("<a href=\"#r\(number)\">In the report</a>") }
    output.raw("</nav>\n</li>\n")
  }

  private func writeCredit(to output: inout ByteOutput) {
    let continued = entry.quotation?.continues
      .flatMap { bitext.units.indices.contains($0) ? "continues \($0 + 1)" : nil }
    let facts = [entry.quotation?.credit, entry.quotation?.kind.rawValue, continued]
    let line = facts.compactMap { $0 }.joined(separator: " · ")
    guard !line.isEmpty else { return }
    output.raw("<p class=\"soft\">")
    output.markup(line)
    output.raw("</p>\n")
  }

  private func writeWords(
    of excerpt: Excerpt, class names: String, to output: inout ByteOutput
  ) {
    output.element(
      "blockquote", class: names, language: options.tag(for: excerpt.language), excerpt.text)
  }

  private func writeAlternatives(to output: inout ByteOutput) {
    guard !entry.alternatives.isEmpty else { return }
    let count = entry.alternatives.count
    let noun = count == 1 ? "passage" : "passages"
    output.raw("<details><summary>\(count) other \(noun)</summary>\n<ul class=\"plain\">\n")
    for (index, alternative) in entry.alternatives.enumerated() {
      output.raw("<li>")
      output.confidenceBar(alternative.excerpt.confidence)
      output.raw(" <a href=\"#r\(entry.number)-\(index + 1)\">")
      output.markup(alternative.excerpt.side.outlet ?? alternative.excerpt.path)
      output.raw("</a>\n")
      writeWords(of: alternative.excerpt, class: "", to: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul></details>\n")
  }
}
