import BitestoAlignment
import BitestoText

/// A stretch of a text to be shown as one unit's words.
struct Highlight {
  /// What the reader is told about the stretch; the raw value is the CSS class.
  enum State: String {
    case matched
    case unmatched
    case alternative
  }

  var range: Range<Int>
  /// The number of the unit.
  var unit: Int
  var state: State
  /// The `id` that links to the stretch lead to; nil when another stretch has it.
  var anchor: String?
}

/// A part of a paragraph over which nothing changes.
struct HighlightedPiece {
  var range: Range<Int>
  /// The highlights over the piece, the shortest first.
  var over: [Highlight]
  var starting: [Highlight]
  var ending: [Highlight]
  var isBoilerplate: Bool
}

/// Cuts a stretch at every bound of the highlights in it, so that highlights which overlap or
/// contain each other come out as a flat row.
///
/// - Complexity: O(n²) in the highlights that touch the stretch, of which there are few.
func highlightedPieces(
  of stretch: Range<Int>, highlights: [Highlight], boilerplate: [Range<Int>]
) -> [HighlightedPiece] {
  let here = highlights.filter { !$0.range.clamped(to: stretch).isEmpty }
  let dim = boilerplate.filter { !$0.clamped(to: stretch).isEmpty }
  var bounds = Set([stretch.lowerBound, stretch.upperBound])
  for range in here.map(\.range) + dim {
    let cut = range.clamped(to: stretch)
    bounds.formUnion([cut.lowerBound, cut.upperBound])
  }
  let sorted = bounds.sorted()
  return zip(sorted, sorted.dropFirst()).map { start, end in
    let over = here.filter { $0.range.lowerBound <= start && $0.range.upperBound >= end }
    return HighlightedPiece(
      range: start..<end,
      over: over.sorted { $0.range.count < $1.range.count },
      starting: over.filter { max($0.range.lowerBound, stretch.lowerBound) == start },
      ending: over.filter { $0.range.upperBound == end },
      isBoilerplate: dim.contains { $0.lowerBound <= start && $0.upperBound >= end })
  }
}

/// Writes one text as HTML: headings, paragraphs, highlights, and what is not part of the story
/// dimmed.
struct HighlightedText {
  let side: Bitext.Side
  let highlights: [Highlight]
  /// The HTML elements of the first heading and of those after it.
  let headings: (first: String, other: String)

  func write(to output: inout ByteOutput) throws {
    var segments: [Int: [Segment]] = [:]
    for segment in side.segments { segments[segment.paragraph, default: []].append(segment) }
    var anchored: Set<String> = []
    var heading = headings.first
    for (index, paragraph) in side.document.paragraphs.enumerated() {
      let inside = segments[index] ?? []
      let isHeading = !inside.isEmpty && inside.allSatisfy { $0.role == .heading }
      let element = isHeading ? heading : "p"
      if isHeading { heading = headings.other }
      output.raw("<\(element) dir=\"auto\">")
      let pieces = highlightedPieces(
        of: paragraph, highlights: highlights,
        boilerplate: inside.filter { $0.role == .boilerplate }.map(\.range))
      for piece in pieces { write(piece, anchored: &anchored, to: &output) }
      output.raw("</\(element)>\n")
      try output.flushIfLarge()
    }
  }

  private func write(
    _ piece: HighlightedPiece, anchored: inout Set<String>, to output: inout ByteOutput
  ) {
    for anchor in piece.starting.compactMap(\.anchor) where anchored.insert(anchor).inserted {
      output.raw("<span class=\"anchor\" id=\"\(anchor)\"></span>")
    }
    if piece.isBoilerplate { output.raw("<span class=\"boilerplate\">") }
    if !piece.over.isEmpty {
      let states = Set(piece.over.map(\.state.rawValue)).sorted().joined(separator: " ")
      let numbers = piece.over.map { String($0.unit) }.joined(separator: " ")
      output.raw("<mark class=\"\(states)\" data-q=\"\(numbers)\">")
    }
    output.markup(side.document.bytes[piece.range])
    if !piece.over.isEmpty { output.raw("</mark>") }
    if piece.isBoilerplate { output.raw("</span>") }
    for highlight in piece.ending {
      let name = highlight.state == .unmatched ? ", no match" : ""
      output.raw(
        "<a class=\"n \(highlight.state.rawValue)\" lang=\"en\" href=\"#q\(highlight.unit)\" "
          + "data-q=\"\(highlight.unit)\" aria-label=\"Quotation \(highlight.unit)\(name)\">"
          + "\(highlight.unit)</a>")
    }
  }
}
