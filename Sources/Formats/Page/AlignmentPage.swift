import BitestoAlignment
import BitestoText

/// The page of an alignment: a row for each unit, source and target side by side.
struct AlignmentPage {
  let bitext: Bitext
  let options: WritingOptions

  func write(to output: inout ByteOutput) throws {
    output.raw("<main class=\"pair\">\n<header><h1")
    output.raw(" lang=\"")
    output.markup(options.tag(for: bitext.source.document.language))
    output.raw("\" dir=\"auto\">")
    output.markup(bitext.title ?? Array(bitext.source.document.path.utf8)[...])
    output.raw("</h1></header>\n")
    AlignmentPlot(bitext: bitext).write(to: &output)
    output.raw("<div class=\"heads\"><span></span>")
    for side in [bitext.source] + bitext.targets.prefix(1) {
      output.raw("<h2>")
      output.markup("\(options.tag(for: side.document.language)) · \(side.document.path)")
      output.raw("</h2>")
    }
    output.raw("</div>\n")
    output.nothingShown()
    output.raw("<ol class=\"rows\" id=\"units\">\n")
    for entry in bitext.entries {
      write(entry, to: &output)
      try output.flushIfLarge()
    }
    output.raw("</ol>\n</main>\n")
  }

  private func write(_ entry: Entry, to output: inout ByteOutput) {
    let level = ConfidenceLevel(entry.confidence).rawValue
    let first = segment(entry.unit.sourceSegments.lowerBound, of: bitext.source)
    let before = segment(entry.unit.sourceSegments.lowerBound - 1, of: bitext.source)
    let opens = entry.source != nil && first?.paragraph != before?.paragraph
    let element = first?.role == .heading && entry.source != nil ? "h3" : "p"
    output.raw("<li class=\"item row \(level)\(opens ? " opens" : "")\" id=\"q\(entry.number)\"")
    let kinds = entry.reviewKinds(in: bitext.kind).map(\.rawValue).joined(separator: " ")
    output.raw(" tabindex=\"-1\" data-kinds=\"\(kinds)\"")
    output.raw(" data-say=\"Unit \(entry.number), \(percent(entry.confidence)) % sure\">")
    output.raw("<a class=\"number\" href=\"#q\(entry.number)\" aria-label=\"Unit ")
    output.raw("\(entry.number)\">\(entry.number)</a>\n")
    let cells = [
      (entry.source, entry.unit.sourceSegments), (entry.target, entry.unit.targetSegments),
    ]
    for (excerpt, segments) in cells {
      if let excerpt {
        let role = isBoilerplate(segments, of: excerpt.side) ? "boilerplate" : ""
        output.element(
          element, class: role, language: options.tag(for: excerpt.language), excerpt.text)
      } else {
        output.raw("<p class=\"none\">no counterpart</p>\n")
      }
    }
    output.confidenceBar(entry.confidence)
    NoteList(entry: entry, bitext: bitext).write(to: &output)
    output.raw("</li>\n")
  }

  private func segment(_ index: Int, of side: Bitext.Side) -> Segment? {
    side.segments.indices.contains(index) ? side.segments[index] : nil
  }

  private func isBoilerplate(_ segments: Range<Int>, of side: Bitext.Side) -> Bool {
    segments.contains { segment($0, of: side)?.role == .boilerplate }
  }
}
