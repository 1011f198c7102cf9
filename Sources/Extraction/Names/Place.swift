/// Where a name or a term stands.
struct Place: Hashable {
  /// The number of the text.
  var text: Int
  /// UTF-8 bytes in it; empty when the name is only said of the text, as its outlet.
  var range: Range<Int>

  static func precedes(_ a: Place, _ b: Place) -> Bool {
    (a.text, a.range.lowerBound, a.range.upperBound) < (
      b.text, b.range.lowerBound, b.range.upperBound
    )
  }
}
