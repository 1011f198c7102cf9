import Foundation

/// The log-odds that two spans are translations of each other.
struct BeadScorer {
  private let weights: AlignmentWeights
  private let source: SentenceSide
  private let target: SentenceSide
  private let grid: PairGrid
  private let words: SpanCosines
  private let context: SpanCosines
  private let coverage: WordCoverage
  private let expectedLength: ExpectedLength
  /// Sums of the keys' weights before each segment.
  private let sourceKeys: [KeyWeights]
  private let targetKeys: [KeyWeights]
  private let sharedWeights: KeyWeights
  private let missingWeights: KeyWeights

  init(
    _ source: SentenceSide, _ target: SentenceSide, words: SpanCosines, context: SpanCosines,
    corridor: Corridor, weights: AlignmentWeights
  ) {
    self.weights = weights
    self.source = source
    self.target = target
    grid = PairGrid(source, target, corridor: corridor)
    self.words = words
    self.context = context
    coverage = WordCoverage(source.singleWords, target.singleWords, corridor: corridor)
    expectedLength = ExpectedLength(source, target)
    sourceKeys = Self.keySums(source)
    targetKeys = Self.keySums(target)
    sharedWeights = KeyWeights(
      Float(weights.nameShared), Float(weights.numberShared), Float(weights.stemShared), 0)
    missingWeights = KeyWeights(
      Float(weights.nameMissing), Float(weights.numberMissing), Float(weights.stemMissing), 0)
  }

  /// The score of the bead of a shape that ends before these segments; nil when there is none: a
  /// blank segment, or pairs that the corridor leaves out.
  func score(of shape: BeadShape, endingAt row: Int, _ column: Int) -> Double? {
    let s = (row - shape.source)..<row
    let t = (column - shape.target)..<column
    guard s.lowerBound >= 0, t.lowerBound >= 0, !source.isBlank[s].contains(true),
      !target.isBlank[t].contains(true), let pairs = grid.sum(s, t)
    else { return nil }
    let wordMatch = words.similarity(dot: pairs.vectors[0], source: s, target: t)
    let contextMatch = context.similarity(dot: pairs.vectors[1], source: s, target: t)
    var score = weights.prior(of: shape)
    score += weights.words * Self.limited(wordMatch?.deviations ?? 0)
    score += weights.context * Self.limited(contextMatch?.deviations ?? 0)
    if shape.isMerge {
      let parts = bestPart(s, t)
      let gain = SIMD2(wordMatch?.cosine ?? 0, contextMatch?.cosine ?? 0) - parts
      let tenths = (10 * gain).clamped(lowerBound: SIMD2(-3, -3), upperBound: SIMD2(3, 3))
      score += weights.wordGain * Double(tenths[0]) + weights.contextGain * Double(tenths[1])
    }
    let deviation = expectedLength.deviation(source.length(s), target.length(t))
    score += weights.length * min(deviation * deviation, 30) / 4
    let (covered, uncovered) = coverage.weights(s, t)
    score += weights.covered * Double(min(covered, 60)) / 10
    score += weights.uncovered * Double(min(uncovered, 60)) / 10
    let a = sourceKeys[s.upperBound] - sourceKeys[s.lowerBound]
    let b = targetKeys[t.upperBound] - targetKeys[t.lowerBound]
    let shared = pointwiseMin(pairs.shared, pointwiseMin(a, b))
    let missing = a + b - 2 * shared
    score += Double((sharedWeights * pointwiseMin(shared, KeyWeights(repeating: 6))).sum())
    score += Double((missingWeights * pointwiseMin(missing, KeyWeights(repeating: 8))).sum())
    return score
  }

  private static func limited(_ deviations: Float) -> Double {
    Double(min(max(deviations, -3), 9))
  }

  /// The best cosines of the spans without the first or the last segment of a side.
  private func bestPart(_ s: Range<Int>, _ t: Range<Int>) -> SIMD2<Float> {
    var best = SIMD2<Float>(-1, -1)
    func look(_ s: Range<Int>, _ t: Range<Int>) {
      guard let pairs = grid.sum(s, t) else { return }
      let words = words.similarity(dot: pairs.vectors[0], source: s, target: t)?.cosine ?? 0
      let context = context.similarity(dot: pairs.vectors[1], source: s, target: t)?.cosine ?? 0
      best = pointwiseMax(best, SIMD2(words, context))
    }
    if s.count > 1 {
      look(s.dropFirst(), t)
      look(s.dropLast(), t)
    }
    if t.count > 1 {
      look(s, t.dropFirst())
      look(s, t.dropLast())
    }
    return best
  }

  private static func keySums(_ side: SentenceSide) -> [KeyWeights] {
    var sums = [KeyWeights.zero]
    for keys in side.keys {
      var sum = sums[sums.count - 1]
      for key in keys { sum[key.lane] += key.weight }
      sums.append(sum)
    }
    return sums
  }
}
