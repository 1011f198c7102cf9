import BitestoEmbedding

/// What single segments of the two texts have in common, for every pair in a corridor.
///
/// Everything here adds up, so that a span of segments is the sum of its pairs.
struct PairGrid {
  struct Pair {
    /// Dot products of the word sums and of the sentence vectors.
    var vectors: SIMD2<Float> = .zero
    /// Weight of the keys that stand on both sides.
    var shared: KeyWeights = .zero

    static func += (sum: inout Pair, pair: Pair) {
      sum.vectors += pair.vectors
      sum.shared += pair.shared
    }
  }

  private let corridor: Corridor
  /// A pair stands in the cell after its two segments.
  private let pairs: [Pair]

  init(_ source: SentenceSide, _ target: SentenceSide, corridor: Corridor) {
    var pairs: [Pair] = []
    pairs.reserveCapacity(corridor.cellCount)
    for (row, window) in corridor.windows.enumerated() {
      for column in window {
        guard row > 0, column > 0 else {
          pairs.append(Pair())
          continue
        }
        let (i, j) = (row - 1, column - 1)
        pairs.append(
          Pair(
            vectors: SIMD2(
              source.words.dot(i, j, of: target.words),
              source.context.dot(i, j, of: target.context)),
            shared: Self.shared(source.keys[i], target.keys[j])))
      }
    }
    self.corridor = corridor
    self.pairs = pairs
  }

  /// The sum over all pairs of two spans; nil when the corridor does not hold them all.
  func sum(_ source: Range<Int>, _ target: Range<Int>) -> Pair? {
    var sum = Pair()
    for row in source {
      let window = corridor.windows[row + 1]
      guard window.lowerBound <= target.lowerBound + 1, target.upperBound <= window.upperBound
      else { return nil }
      let start = corridor.offsets[row + 1] - window.lowerBound + 1
      for column in target { sum += pairs[start + column] }
    }
    return sum
  }

  private static func shared(
    _ a: [SurfaceEvidence.Key], _ b: [SurfaceEvidence.Key]
  ) -> KeyWeights {
    var sums = KeyWeights.zero
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      if x.kind == y.kind, x.hash == y.hash {
        sums[x.lane] += min(x.weight, y.weight)
        i += 1
        j += 1
      } else if (x.kind.rawValue, x.hash) < (y.kind.rawValue, y.hash) {
        i += 1
      } else {
        j += 1
      }
    }
    return sums
  }
}

/// Summed weights of names, numbers and word stems, in this order (the fourth is not used).
typealias KeyWeights = SIMD4<Float>

extension SurfaceEvidence.Key {
  /// Where the key counts in ``KeyWeights``.
  var lane: Int {
    switch kind {
    case .entity: 0
    case .number: 1
    case .stem: 2
    }
  }
}
