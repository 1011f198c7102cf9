import BitestoAlignment
import BitestoText

/// A stretch of a text to be shown as one unit's words.
struct Highlight {
  /// What the reader is told about the stretch; the raw value is the CSS class.
  enum State: String {
    case matched
    case unmatched
    case alternative
    /// An ordinary sentence and the words behind it; a quotation over it is shown instead.
    case sentence
  }

  var range: Range<Int>
  /// The number of the unit.
  var unit: Int
  var state: State
  /// The `id` that links to the stretch lead to; nil when another stretch has it.
  var anchor: String?
  /// What is said of the unit, if anything is.
  var notes: NoteSummary?
}

/// A part of a paragraph over which nothing changes.
struct HighlightedPiece {
  var range: Range<Int>
  /// The highlights over the piece, the shortest first.
  var over: [Highlight]
  var starting: [Highlight]
  var ending: [Highlight]
  /// The notes about the piece, and those whose words begin with it.
  var noted: [NotedWords]
  var notesStarting: [NotedWords]
  var isBoilerplate: Bool
}

/// Cuts a stretch at every bound of the highlights in it, so that highlights which overlap or
/// contain each other come out as a flat row.
///
/// - Complexity: O(n²) in the highlights that touch the stretch, of which there are few.
func highlightedPieces(
  of stretch: Range<Int>, highlights: [Highlight], noted: [NotedWords] = [],
  boilerplate: [Range<Int>] = []
) -> [HighlightedPiece] {
  let here = highlights.filter { !$0.range.clamped(to: stretch).isEmpty }
  let words = noted.filter { !$0.range.clamped(to: stretch).isEmpty }
  let dim = boilerplate.filter { !$0.clamped(to: stretch).isEmpty }
  var bounds = Set([stretch.lowerBound, stretch.upperBound])
  for range in here.map(\.range) + words.map(\.range) + dim {
    let cut = range.clamped(to: stretch)
    bounds.formUnion([cut.lowerBound, cut.upperBound])
  }
  let sorted = bounds.sorted()
  return zip(sorted, sorted.dropFirst()).map { start, end in
    func covers(_ range: Range<Int>) -> Bool {
      range.lowerBound <= start && range.upperBound >= end
    }
    func starts(_ range: Range<Int>) -> Bool {
      max(range.lowerBound, stretch.lowerBound) == start
    }
    let over = here.filter { covers($0.range) }
    let noted = words.filter { covers($0.range) }
    return HighlightedPiece(
      range: start..<end,
      over: over.sorted { $0.range.count < $1.range.count },
      starting: over.filter { starts($0.range) },
      ending: over.filter { $0.range.upperBound == end },
      noted: noted, notesStarting: noted.filter { starts($0.range) },
      isBoilerplate: dim.contains(where: covers))
  }
}

/// Writes one text as HTML: headings, paragraphs, highlights, and what is not part of the story
/// dimmed.
struct HighlightedText {
  let side: Bitext.Side
  let highlights: [Highlight]
  let noted: [NotedWords]
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
        of: paragraph, highlights: highlights, noted: noted,
        boilerplate: inside.filter { $0.role == .boilerplate }.map(\.range))
      for piece in pieces { write(piece, anchored: &anchored, to: &output) }
      output.raw("</\(element)>\n")
      try output.flushIfLarge()
    }
  }

  private func write(
    _ piece: HighlightedPiece, anchored: inout Set<String>, to output: inout ByteOutput
  ) {
    let anchors = piece.starting.compactMap(\.anchor) + piece.notesStarting.map(\.anchor)
    for anchor in anchors where anchored.insert(anchor).inserted {
      output.raw("<span class=\"anchor\" id=\"\(anchor)\"></span>")
    }
    if piece.isBoilerplate { output.raw("<span class=\"boilerplate\">") }
    output.mark(piece, of: side.document, isLinked: true)
    if piece.isBoilerplate { output.raw("</span>") }
    for highlight in piece.ending {
      let noted = highlight.notes.map { " noted \($0.worst.rawValue)" }
      let noun = highlight.state == .sentence ? "Sentence" : "Quotation"
      let facts = [highlight.state == .unmatched ? "no match" : nil, highlight.notes?.count]
      let name = (["\(noun) \(highlight.unit)"] + facts.compactMap(\.self)).joined(separator: ", ")
      output.raw(
        "<a class=\"n \(highlight.state.rawValue)\(noted ?? "")\" lang=\"en\" href=\"#q\(highlight.unit)\" "
          + "data-q=\"\(highlight.unit)\" aria-label=\"\(name)\">\(highlight.unit)</a>")
    }
  }
}

extension ByteOutput {
  /// The words of a piece, in a `mark` that says what they are, what is said of them, and, when it is
  /// linked to a card, whose.
  mutating func mark(_ piece: HighlightedPiece, of document: Document, isLinked: Bool) {
    var states = Set(piece.over.map(\.state))
    if states.count > 1 { states.remove(.sentence) }
    let classes = (states.map(\.rawValue) + piece.noted.map(\.severity.rawValue))
    guard !classes.isEmpty else {
      markup(document.bytes[piece.range])
      return
    }
    raw("<mark class=\"\(Set(classes).sorted().joined(separator: " "))\"")
    if isLinked {
      let over = piece.over.map(\.unit)
      let units = over + Set(piece.noted.map(\.unit)).subtracting(over).sorted()
      raw(" data-q=\"\(units.map(String.init).joined(separator: " "))\"")
    }
    if !piece.noted.isEmpty {
      raw(" data-note=\"\(piece.noted.map(\.name).joined(separator: " "))\" title=\"")
      markup(piece.noted.map(\.message).joined(separator: "\n"))
      raw("\"")
    }
    raw(">")
    markup(document.bytes[piece.range])
    raw("</mark>")
  }
}
