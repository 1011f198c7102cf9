/// Finds the quotations of a news text, who said them, and which outlet is credited.
///
/// Italian and English cues are known; in other languages quotations come without speakers.
public struct QuotationFinder: Sendable {
  public let language: Language
  /// Whether quotations inside quotations are listed too (after the one they stand in).
  public var includesNested = false
  private let outlets: OutletNames

  /// - Parameter knownOutlets: names of outlets at hand (those of the reports an article is traced
  ///   to), recognized beside the built-in ones.
  public init(language: Language, knownOutlets: Set<String> = []) {
    self.language = language
    outlets = OutletNames(extra: knownOutlets)
  }

  /// The quotations of a document in the order of the text. Linear in its length.
  ///
  /// Quotations in boilerplate are left out. A quotation without an outlet of its own has none,
  /// unless it ``Quotation/continues`` one that has.
  ///
  /// - Parameter segments: the segments of the same document, found anew when not given.
  public func quotations(in document: Document, segments: [Segment]? = nil) -> [Quotation] {
    let spans = MarkedSpan.spans(in: document).filter { includesNested || !$0.isNested }
    let segments = segments ?? Segmenter(language: language).segments(of: document)
    guard !spans.isEmpty, !segments.isEmpty else { return [] }
    let hosts = QuotationHosts(document: document, segments: segments)
    var attributor = Attributor(document: document, language: language, outlets: outlets)
    var quotations: [Quotation] = []
    for (index, span) in spans.enumerated() {
      let previous = index > 0 ? spans[index - 1].marked.upperBound : 0
      let next =
        index + 1 < spans.count ? spans[index + 1].marked.lowerBound : document.bytes.count
      guard let host = hosts.host(of: span, previousEnd: previous, nextStart: next) else {
        continue
      }
      quotations.append(attributor.quotation(of: span, in: host, after: quotations))
    }
    return Attributor.sharingSpeakers(quotations)
  }
}
