import BitestoText

/// Quotations in the order of their text, by their places.
extension [Quotation] {
  /// The quotations whose words or marks stand in a range of the text. Logarithmic, and linear in those.
  func overlapping(_ range: Range<Int>) -> ArraySlice<Quotation> {
    let first = partitioningIndex { $0.marked.upperBound > range.lowerBound }
    return self[first...].prefix { $0.marked.lowerBound < range.upperBound }
  }
}
