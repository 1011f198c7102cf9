import BitestoText

/// A text that an article may have been written from: its sentences, quotations, and who published it.
public struct Report: Sendable {
  public var side: Bitext.Side

  public init(side: Bitext.Side, quotations: [Quotation]) {
    self.side = side
    self.side.quotations = quotations
  }

  /// Finds the sentences and the quotations of a text.
  public init(document: Document, outlet: String? = nil, date: String? = nil) {
    let segments = Segmenter(language: document.language).segments(of: document)
    self.init(
      side: Bitext.Side(document: document, segments: segments, outlet: outlet, date: date),
      quotations: QuotationFinder(language: document.language)
        .quotations(in: document, segments: segments))
  }

  public var document: Document { side.document }
  public var segments: [Segment] { side.segments }
  public var quotations: [Quotation] { side.quotations }

  /// The first quotation whose words or marks stand in a range. Logarithmic.
  func quotation(overlapping range: Range<Int>) -> Quotation? {
    quotations.overlapping(range).first
  }

  /// From the first quoted word of a segment's paragraph to the last; empty without quotations.
  func quotedParts(inParagraphOf segment: Int) -> Range<Int> {
    let paragraph = document.paragraphs[segments[segment].paragraph]
    let first = quotations.partitioningIndex { $0.content.upperBound > paragraph.lowerBound }
    let end = quotations.partitioningIndex { $0.content.lowerBound >= paragraph.upperBound }
    guard first < end else { return 0..<0 }
    return quotations[first].content.lowerBound..<quotations[end - 1].content.upperBound
  }
}
