import BitestoEmbedding

/// The passages of a pool's reports, a row each, report after report: where they stand, and their vectors.
///
/// Within a report they come segment by segment, of each the sentence first. A row takes 0.9 kB.
struct PassageRows: Sendable {
  /// Numbers a passage takes in `places`.
  static let placeWidth = 3
  private static let shapes: [Candidate.Shape] = [.sentence, .quoted, .clause, .sentences]
  /// The bits of a segment's number; the shape stands above them.
  private static let segmentBits: UInt32 = 30
  private static let segmentMask: UInt32 = (1 << segmentBits) - 1

  /// For every row: start, end, segment and shape.
  let places: MappedArray<UInt32>
  /// For every report its first row; at the end the number of rows.
  let starts: MappedArray<UInt32>
  /// Sentence vectors, unit length.
  let whole: QuantizedVectors
  /// Sums of word vectors, unit length.
  let words: QuantizedVectors
  let sketches: QuantizedVectors

  var count: Int { places.count / Self.placeWidth }

  /// The rows of a report.
  func rows(of report: Int) -> Range<Int> {
    let first = Int(starts[report])
    return first..<Swift.max(first, Int(starts[report + 1]))
  }

  /// The report that a row belongs to. Logarithmic.
  func report(of row: Int) -> Int {
    (0..<(starts.count - 1)).partitioningIndex { Int(starts[$0 + 1]) > row }
  }

  func isSentence(_ row: Int) -> Bool {
    places[row * Self.placeWidth + 2] >> Self.segmentBits == 0
  }

  /// The number of the segment that a row begins in.
  func segment(of row: Int) -> Int {
    Int(places[row * Self.placeWidth + 2] & Self.segmentMask)
  }

  /// The row of the sentence that a passage begins in; its own for a sentence.
  func sentenceRow(of row: Int) -> Int {
    var row = row
    while row > 0, !isSentence(row) { row -= 1 }
    return row
  }

  /// The row of a segment's sentence; nil for boilerplate and what is not there. Logarithmic.
  func sentenceRow(_ report: Int, segment: Int) -> Int? {
    let rows = rows(of: report)
    let row = rows.lowerBound + rows.partitioningOffset { self.segment(of: $0) >= segment }
    return row < rows.upperBound && self.segment(of: row) == segment && isSentence(row) ? row : nil
  }

  /// What a passage takes in `places`.
  static func place(_ candidate: Candidate) -> [UInt32] {
    let shape = UInt32(shapes.firstIndex(of: candidate.shape) ?? 0)
    return [
      UInt32(clamping: candidate.range.lowerBound), UInt32(clamping: candidate.range.upperBound),
      UInt32(clamping: candidate.segment) & segmentMask | shape << segmentBits,
    ]
  }
}

extension PassageRows: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(row: Int) -> Candidate {
    let first = row * Self.placeWidth
    let start = Int(places[first])
    return Candidate(
      report: report(of: row), range: start..<Swift.max(start, Int(places[first + 1])),
      segment: segment(of: row), shape: Self.shapes[Int(places[first + 2] >> Self.segmentBits)])
  }
}

extension Range<Int> {
  /// How many numbers of the range come before the first for which `isLater` is true; it must be so for all
  /// after it.
  fileprivate func partitioningOffset(_ isLater: (Int) -> Bool) -> Int {
    partitioningIndex(where: isLater) - lowerBound
  }
}
