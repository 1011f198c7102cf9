/// Splits a document into segments: sentences, headings, lines that are not part of the story.
public struct Segmenter: Sendable {
  public let language: Language
  /// Whether a sentence may end inside a quotation. When not, quoted words stay in one segment
  /// with the sentence around them.
  public var splitsInQuotations: Bool

  public init(language: Language, splitsInQuotations: Bool = true) {
    self.language = language
    self.splitsInQuotations = splitsInQuotations
  }

  /// The segments in order; none crosses a paragraph, and all that is not white space stands in
  /// one. Linear in the length of the text.
  public func segments(of document: Document) -> [Segment] {
    let scanner = SentenceScanner(bytes: document.bytes, language: language)
    var quoted = splitsInQuotations ? [] : MarkedSpan.spans(in: document)[...]
    var segments: [Segment] = []
    for (number, paragraph) in document.paragraphs.enumerated() {
      var start = paragraph.lowerBound
      for end in scanner.ends(in: paragraph) + [paragraph.upperBound] {
        while let span = quoted.first, span.marked.upperBound <= end { quoted.removeFirst() }
        if let span = quoted.first, span.marked.lowerBound < end, end < paragraph.upperBound {
          continue
        }
        let range = document.bytes.trimmingSpace(start..<end)
        start = end
        guard !range.isEmpty else { continue }
        segments.append(Segment(range: range, paragraph: number, role: .body))
      }
    }
    return SegmentRoles(document: document, language: language).assigned(to: segments)
  }
}
