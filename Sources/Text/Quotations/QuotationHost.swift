/// The sentence around a marked span, without the other quotations in it.
struct QuotationHost {
  var before: Range<Int>
  var after: Range<Int>
  /// The sentence after it in the same paragraph, up to the next quotation.
  var following: Range<Int>
  /// The span opens its sentence, or follows the quotation before it in the same sentence.
  var opensSentence: Bool
  /// Another quotation follows in the same sentence.
  var isFollowed: Bool
  /// The quotation before ends in the same paragraph, and the bytes between are one sentence or less.
  var followsClosely: Bool
}

/// Finds the hosts of spans among the segments of a document.
struct QuotationHosts {
  let document: Document
  let segments: [Segment]
  let spans: [MarkedSpan]

  /// The host of a span; nil for one in boilerplate.
  func host(at index: Int) -> QuotationHost? {
    let span = spans[index]
    if span.isNested { return nestedHost(at: index) }
    let previousEnd = spans[..<index].last { !$0.isNested }?.marked.upperBound ?? 0
    let nextStart =
      spans[(index + 1)...].first { !$0.isNested }?.marked.lowerBound ?? document.bytes.count
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
      before: before, after: after,
      following: following(after: after.upperBound, paragraph: paragraph, nextStart: nextStart),
      opensSentence: before.isEmpty && previousEnd <= start,
      isFollowed: nextStart < sentenceEnd,
      followsClosely: previousEnd > paragraph.lowerBound && gapStart >= start
        || (previousEnd > paragraph.lowerBound && isBlank(gapStart..<span.marked.lowerBound)))
  }

  /// The words of the quotation around a nested one.
  private func nestedHost(at index: Int) -> QuotationHost? {
    let span = spans[index]
    guard let outer = spans[..<index].last(where: { !$0.isNested }),
      outer.content.upperBound >= span.marked.upperBound
    else { return nil }
    let previous = max(
      outer.content.lowerBound,
      index > 0 && spans[index - 1].isNested ? spans[index - 1].marked.upperBound : 0)
    let start = min(previous, span.marked.lowerBound)
    let end = outer.content.upperBound
    return QuotationHost(
      before: start..<span.marked.lowerBound, after: span.marked.upperBound..<end,
      following: end..<end,
      opensSentence: false, isFollowed: false, followsClosely: false)
  }

  private func following(
    after end: Int, paragraph: Range<Int>, nextStart: Int
  ) -> Range<Int> {
    let limit = min(paragraph.upperBound, nextStart)
    let start = document.bytes.trimmingSpace(min(end, limit)..<limit).lowerBound
    guard let next = segment(at: start), next.range.lowerBound == start, start < limit else {
      return end..<end
    }
    return start..<min(next.range.upperBound, limit)
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    document.bytes.trimmingSpace(range.lowerBound..<max(range.lowerBound, range.upperBound)).isEmpty
  }

  /// The last segment that starts at or before an offset. O(log n).
  private func segment(at offset: Int) -> Segment? {
    let next = segments.partitioningIndex { $0.range.lowerBound > offset }
    return next > 0 ? segments[next - 1] : nil
  }
}
