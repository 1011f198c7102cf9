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

    static let words = Prior(mean: 0.12, deviation: 0.13)
    static let context = Prior(mean: 0.22, deviation: 0.134)
    /// The unrelated sentences that the prior stands for.
    static let strength: Float = 8
  }

  /// Sentences of the other text that make a background.
  private static let sampleSize = 48
  /// The closest of the sample are left out: the translation may be among them.
  private static let dropped = 3

  /// A span's background and the length of its vector.
  private struct Span {
    var norm: Float = 0
    var mean: Float = 0
    var deviation: Float = 1
  }

  /// `BeadShape.longestSide` spans for each first segment, the shortest first.
  private let source: [Span]
  private let target: [Span]
  /// The segments that the first rows stand for.
  private let base: (source: Int, target: Int)

  /// - Parameters:
  ///   - source: the vectors of consecutive segments from `base` on, and so for the target.
  ///   - samples: vectors of the two texts to make backgrounds of.
  init(
    _ source: VectorTable, _ target: VectorTable,
    samples: (source: VectorTable, target: VectorTable), prior: Prior,
    base: (source: Int, target: Int) = (0, 0)
  ) {
    self.source = Self.spans(of: source, against: samples.target, prior: prior)
    self.target = Self.spans(of: target, against: samples.source, prior: prior)
    self.base = base
  }

  private static func spans(
    of table: VectorTable, against sample: VectorTable, prior: Prior
  ) -> [Span] {
    let longest = BeadShape.longestSide
    let sample = sampled(sample)
    var result = [Span](repeating: Span(), count: table.count * longest)
    // A bounded number of rows at a time; the last ones are the first of the next.
    let step = 1_024
    for first in stride(from: 0, to: table.count, by: step) {
      let last = min(table.count, first + step + longest - 1)
      let products = table.selecting(first..<last).products(with: sample)
      for row in first..<min(first + step, table.count) {
        var square: Float = 0
        var sums = [Float](repeating: 0, count: sample.count)
        for length in 1...min(longest, table.count - row) {
          let end = row + length - 1
          for part in row..<end { square += 2 * table.dot(part, end, of: table) }
          square += table.dot(end, end, of: table)
          for index in sums.indices {
            sums[index] += products[(end - first) * sample.count + index]
          }
          let norm = max(square, 0).squareRoot()
          var span = background(sums, scale: norm > 0 ? 1 / norm : 0, prior: prior)
          span.norm = norm
          result[row * longest + length - 1] = span
        }
      }
    }
    return result
  }

  /// Unit vectors, evenly spaced in the table.
  private static func sampled(_ table: VectorTable) -> VectorTable {
    let size = min(table.count, sampleSize)
    let rows = (0..<size).map { index in
      size < 2 ? 0 : (index * (table.count - 1) + (size - 1) / 2) / (size - 1)
    }
    var sample = table.selecting(rows.filter { table.dot($0, $0, of: table) > 0 })
    sample.normalize()
    return sample
  }

  private static func background(_ sums: [Float], scale: Float, prior: Prior) -> Span {
    // The largest, in no order.
    var top = [Float](repeating: -.infinity, count: dropped)
    var sum: Float = 0
    var squares: Float = 0
    for value in sums {
      let cosine = value * scale
      sum += cosine
      squares += cosine * cosine
      if let place = top.indices.min(by: { top[$0] < top[$1] }), cosine > top[place] {
        top[place] = cosine
      }
    }
    let left = top.prefix(sums.count).filter(\.isFinite)
    sum -= left.reduce(0, +)
    squares -= left.reduce(0) { $0 + $1 * $1 }
    let count = Float(sums.count - left.count)
    let weight = count + Prior.strength
    let mean = (sum + Prior.strength * prior.mean) / weight
    let spread =
      squares - 2 * mean * sum + count * mean * mean
      + Prior.strength * prior.deviation * prior.deviation
    return Span(norm: 0, mean: mean, deviation: (max(spread, 1e-4) / weight).squareRoot())
  }

  /// The cosine of two spans whose vectors have the dot product `dot`, and its distance from the
  /// backgrounds in standard deviations; nil when one of them has no vector.
  func similarity(
    dot: Float, source s: Range<Int>, target t: Range<Int>
  ) -> (cosine: Float, deviations: Float)? {
    let longest = BeadShape.longestSide
    let a = source[(s.lowerBound - base.source) * longest + s.count - 1]
    let b = target[(t.lowerBound - base.target) * longest + t.count - 1]
    guard a.norm > 0, b.norm > 0 else { return nil }
    let cosine = dot / (a.norm * b.norm)
    return (cosine, (2 * cosine - a.mean - b.mean) / (a.deviation + b.deviation))
  }
}
