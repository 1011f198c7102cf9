import BitestoEmbedding

/// How close spans of two texts are by their vectors, against the spans of the other text that have
/// nothing to do with them.
///
/// A raw cosine says little: a sentence full of common words is close to everything. Here every span
/// has its own background, the cosines with a sample of the other text, and a pair is as good as the
/// standard deviations it stands above the backgrounds of both.
struct SpanCosines {
  /// What unrelated sentences of one news text have on average, and how much they vary (NTREX-128).
  struct Prior {
    var mean: Float
    var deviation: Float

    static let words = Prior(mean: 0.22, deviation: 0.155)
    static let context = Prior(mean: 0.22, deviation: 0.134)
    /// The unrelated sentences that the prior stands for.
    static let strength: Float = 8
  }

  /// Sentences of the other text that make a background.
  private static let sampleSize = 48
  /// The closest of the sample are left out: the translation may be among them.
  private static let dropped = 3

  /// A span's length as a vector, and its background.
  struct Span {
    var norm: Float
    var mean: Float
    var deviation: Float
  }

  /// By the number of segments less one, then by the first segment.
  let source: [[Span]]
  let target: [[Span]]

  init(_ source: VectorTable, _ target: VectorTable, prior: Prior) {
    self.source = Self.spans(of: source, against: target, prior: prior)
    self.target = Self.spans(of: target, against: source, prior: prior)
  }

  private static func spans(
    of table: VectorTable, against other: VectorTable, prior: Prior
  ) -> [[Span]] {
    let sample = sampleRows(other)
    let cosines = (0..<table.count).map { row in
      sample.map { table.dot(row, $0.row, of: other) / $0.norm }
    }
    var result = [[Span]](repeating: [], count: BeadShape.longestSide)
    for first in 0..<table.count {
      var square: Float = 0
      var sums = [Float](repeating: 0, count: sample.count)
      for length in 1...min(BeadShape.longestSide, table.count - first) {
        let last = first + length - 1
        for row in first..<last { square += 2 * table.dot(row, last, of: table) }
        square += table.dot(last, last, of: table)
        for index in sums.indices { sums[index] += cosines[last][index] }
        let norm = max(square, 0).squareRoot()
        let scale = norm > 0 ? 1 / norm : 0
        var span = background(sums.map { $0 * scale }, prior: prior)
        span.norm = norm
        result[length - 1].append(span)
      }
    }
    return result
  }

  private static func sampleRows(_ table: VectorTable) -> [(row: Int, norm: Float)] {
    let size = min(table.count, sampleSize)
    return (0..<size).compactMap { index in
      let row = size < 2 ? 0 : (index * (table.count - 1) + (size - 1) / 2) / (size - 1)
      let norm = max(table.dot(row, row, of: table), 0).squareRoot()
      return norm > 0 ? (row, norm) : nil
    }
  }

  private static func background(_ cosines: [Float], prior: Prior) -> Span {
    let kept = cosines.sorted(by: >).dropFirst(dropped)
    let weight = Float(kept.count) + Prior.strength
    let mean = (kept.reduce(0, +) + Prior.strength * prior.mean) / weight
    let squares = kept.reduce(Prior.strength * prior.deviation * prior.deviation) {
      $0 + ($1 - mean) * ($1 - mean)
    }
    return Span(norm: 0, mean: mean, deviation: (squares / weight).squareRoot())
  }

  /// The cosine of two spans whose vectors have the dot product `dot`, and its distance from the
  /// backgrounds in standard deviations; nil when one of them has no vector.
  func similarity(
    dot: Float, source s: Range<Int>, target t: Range<Int>
  ) -> (cosine: Float, deviations: Float)? {
    let a = source[s.count - 1][s.lowerBound]
    let b = target[t.count - 1][t.lowerBound]
    guard a.norm > 0, b.norm > 0 else { return nil }
    let cosine = dot / (a.norm * b.norm)
    return (cosine, (2 * cosine - a.mean - b.mean) / (a.deviation + b.deviation))
  }
}
