import BitestoEmbedding

/// What single segments of the two texts have in common, for every pair in a block's corridor.
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

  /// - Parameter context: the sentence vectors of the block's segments; nil for none.
  init(
    _ source: SentenceSide, _ target: SentenceSide, block: Block,
    context: (source: VectorTable, target: VectorTable)?
  ) {
    let corridor = block.corridor
    let words = (source: source.words.sums, target: target.words.sums)
    var pairs: [Pair] = []
    pairs.reserveCapacity(corridor.cellCount)
    for (row, window) in corridor.windows.enumerated() {
      for column in window {
        guard row > 0, column > 0 else {
          pairs.append(Pair())
          continue
        }
        let (i, j) = (block.source.lowerBound + row - 1, block.target.lowerBound + column - 1)
        let sentences = context.map { $0.source.dot(row - 1, column - 1, of: $0.target) } ?? 0
        pairs.append(
          Pair(
            vectors: SIMD2(words.source.dot(i, j, of: words.target), sentences),
            shared: Self.shared(source.keys[i], target.keys[j])))
      }
    }
    self.corridor = corridor
    self.pairs = pairs
  }

  /// The sum over the pairs of a bead that ends in a cell; nil when the corridor does not hold them
  /// all.
  func sum(_ shape: BeadShape, endingAt row: Int, _ column: Int) -> Pair? {
    var sum = Pair()
    let first = column - shape.target + 1
    for current in (row - shape.source + 1)...row {
      let window = corridor.windows[current]
      guard window.lowerBound <= first, column <= window.upperBound else { return nil }
      let start = corridor.offsets[current] - window.lowerBound
      for cell in (start + first)...(start + column) { sum += pairs[cell] }
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
      } else if x.kind.rawValue < y.kind.rawValue || (x.kind == y.kind && x.hash < y.hash) {
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
