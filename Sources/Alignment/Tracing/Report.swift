import BitestoText

/// A text that an article may have been written from: its sentences, quotations, and who published it.
public struct Report: Sendable {
  public var side: Bitext.Side
  public var quotations: [Quotation]

  public init(side: Bitext.Side, quotations: [Quotation]) {
    self.side = side
    self.quotations = quotations
  }

  public var document: Document { side.document }
  public var segments: [Segment] { side.segments }
}
