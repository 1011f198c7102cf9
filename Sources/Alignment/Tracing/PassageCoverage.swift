/// How much of what a quotation says a passage says too, word by word.
///
/// The cosine of two passages forgives a missing clause when the rest fits; this does not.
enum PassageCoverage {
  /// Cosines of words below the first are unrelated, above the second translations.
  private static let unrelated: Float = 0.3
  private static let related: Float = 0.65

  /// The weight of the words that have a close counterpart, as a share of all: from 0 to 1, and a half
  /// for a quotation without words of weight.
  static func share(
    of source: SentenceWords, _ segment: Int, in target: SentenceWords, _ other: Int
  ) -> Double {
    let weights = source.weights(of: segment)
    var products = [Int32](repeating: 0, count: weights.count * target.count(other))
    var best = [Float](repeating: 0, count: weights.count)
    var otherBest = [Float](repeating: 0, count: target.count(other))
    products.withUnsafeMutableBufferPointer { products in
      best.withUnsafeMutableBufferPointer { best in
        otherBest.withUnsafeMutableBufferPointer { otherBest in
          source.closest(
            segment, target, other, products: products, best: best, otherBest: otherBest)
        }
      }
    }
    var covered: Float = 0
    var total: Float = 0
    for (cosine, weight) in zip(best, weights) {
      covered += weight * min(1, max(0, (cosine - unrelated) / (related - unrelated)))
      total += weight
    }
    return total > 0 ? Double(covered / total) : 0.5
  }
}
