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

/// The sentence around a marked span, without the other quotations in it.
struct QuotationHost {
  var before: Range<Int>
  var after: Range<Int>
  /// The span opens its sentence, or follows the quotation before it in the same sentence.
  var opensSentence: Bool
  /// Another quotation follows in the same sentence.
  var isFollowed: Bool
  /// The quotation before ends in the same paragraph, and the bytes between are one sentence or less.
  var followsClosely: Bool
}

struct QuotationHosts {
  let document: Document
  let segments: [Segment]

  /// The host of a span; nil for one in boilerplate.
  func host(of span: MarkedSpan, previousEnd: Int, nextStart: Int) -> QuotationHost? {
    guard let first = segment(at: span.marked.lowerBound),
      let last = segment(at: span.marked.upperBound - 1), first.role != .boilerplate
    else { return nil }
    let start = first.range.lowerBound
    let before = min(max(start, previousEnd), span.marked.lowerBound)..<span.marked.lowerBound
    let sentenceEnd = max(last.range.upperBound, span.marked.upperBound)
    let after = span.marked.upperBound..<max(span.marked.upperBound, min(sentenceEnd, nextStart))
    let paragraph = document.paragraphs[span.paragraph]
    let between = segment(at: max(previousEnd - 1, 0))
    let gapStart = between?.range.upperBound ?? 0
    return QuotationHost(
      before: before, after: after, opensSentence: before.isEmpty && previousEnd <= start,
      isFollowed: nextStart < sentenceEnd,
      followsClosely: previousEnd > paragraph.lowerBound && gapStart >= start
        || (previousEnd > paragraph.lowerBound && isBlank(gapStart..<span.marked.lowerBound)))
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    document.bytes.trimmingSpace(range.lowerBound..<max(range.lowerBound, range.upperBound)).isEmpty
  }

  /// The last segment that starts at or before an offset. O(log n).
  private func segment(at offset: Int) -> Segment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? segments[low - 1] : nil
  }
}
