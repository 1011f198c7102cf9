import BitestoText

/// Segments in the order of their text, by their places.
extension [Segment] {
  /// From the beginning of the first of some segments to the end of the last; nil for none.
  func range(of numbers: Range<Int>) -> Range<Int>? {
    guard let first = numbers.first, let last = numbers.last else { return nil }
    return self[first].range.lowerBound..<self[last].range.upperBound
  }

  /// The numbers of the segments that a range of the text overlaps. Logarithmic.
  func numbers(overlapping range: Range<Int>) -> Range<Int> {
    let first = partitioningIndex { $0.range.upperBound > range.lowerBound }
    let end = partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return first..<Swift.max(first, end)
  }
}
