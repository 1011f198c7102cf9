/// Finds the quotations of a news text, who said them, and which outlet is credited.
///
/// Italian and English cues are known; in other languages quotations come without speakers.
public struct QuotationFinder: Sendable {
  public let language: Language
  /// Which quotations inside quotations are listed too (after the one they stand in).
  public enum Nesting: Sendable {
    case none
    /// Those between marks of their own.
    case marked
    /// Reported clauses, too.
    case all
  }

  public var nesting = Nesting.none
  /// Whether reported clauses ("ha detto che ...", "secondo Rossi, ...") are listed, too.
  public var includesIndirect = true
  /// Whether marked words with an attribution between dashes inside them («Se piove – ha detto Rossi
  /// – restiamo») are two linked quotations. When not, they are one, attribution included.
  public var splitsAtAttributions = true
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
    let context = AttributionContext(document: document, language: language, outlets: outlets)
    var spans = MarkedSpan.spans(in: document)
    if let context {
      spans = DialogueDashes(context: context)
        .adding(to: spans, splitting: splitsAtAttributions)
    }
    if nesting == .none { spans.removeAll(where: \.isNested) }
    let segments = segments ?? Segmenter(language: language).segments(of: document)
    let hosts = QuotationHosts(document: document, segments: segments, spans: spans)
    var attributor = Attributor(document: document, context: context)
    var quotations: [Quotation] = []
    var index = 0
    var quotedEnd = 0
    for (number, segment) in segments.enumerated() where segment.role != .boilerplate {
      let isQuoting = quotedEnd > segment.range.lowerBound
      var isSpoken = isQuoting
      while index < spans.count, spans[index].marked.lowerBound < segment.range.upperBound {
        quotedEnd = max(quotedEnd, spans[index].marked.upperBound)
        if let host = hosts.host(at: index) {
          let quotation = attributor.quotation(of: spans[index], in: host, after: quotations)
          quotations.append(quotation)
          isSpoken = isSpoken || quotation.isSpeech
          if nesting == .all, includesIndirect {
            for inner in segments[number...] {
              guard inner.range.lowerBound < quotation.content.upperBound else { break }
              quotations += attributor.reportedSpeech(
                inside: quotation, inner.range.clamped(to: quotation.content))
            }
          }
        }
        index += 1
      }
      guard !isSpoken else { continue }
      let reported = attributor.reportedSpeech(in: segment.range, after: quotations.count)
      if includesIndirect { quotations += reported }
    }
    return Attributor.sharingSpeakers(quotations)
  }
}
