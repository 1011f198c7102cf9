extension RandomAccessCollection {
  /// The first index whose element satisfies the predicate, in a collection where all elements after one
  /// that satisfies it do so too; `endIndex` when none does. Logarithmic.
  @inlinable
  package func partitioningIndex(where belongsToSecondPart: (Element) -> Bool) -> Index {
    var count = self.count
    var start = startIndex
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if belongsToSecondPart(self[middle]) {
        count = half
      } else {
        start = index(after: middle)
        count -= half + 1
      }
    }
    return start
  }
}
