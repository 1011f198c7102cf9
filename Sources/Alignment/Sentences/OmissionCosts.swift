/// What a segment without counterpart costs, by what came before it: a bead, a segment of the source
/// without counterpart, one of the target.
///
/// Of omissions that stand together the source's come first, so that every alignment is one path.
struct OmissionCosts {
  /// The features of an omission, by what came before it; nil where the order forbids it.
  enum Side {
    case source, target

    func feature(after state: Int) -> BeadFeature? {
      switch (self, state) {
      case (_, 0): .omission
      case (.source, 1), (.target, 2): .nextOmission
      case (.target, 1): .omissionOfOtherSide
      default: nil
      }
    }
  }

  /// The evidence of how much the segment says.
  static func omittedWords(_ weight: Float) -> Float { min(weight, 20) / 10 }

  static let never = -1e30

  private let weights: AlignmentWeights

  init(_ weights: AlignmentWeights) {
    self.weights = weights
  }

  /// - Parameters:
  ///   - isBlank: a blank segment costs nothing, in the order that paths keep.
  ///   - words: the weight of the segment's words.
  func costs(_ side: Side, isBlank: Bool, words: Float) -> SIMD4<Double> {
    var costs = SIMD4<Double>(repeating: Self.never)
    for state in 0..<3 {
      guard let feature = side.feature(after: state) else { continue }
      let cost = weights[feature] + weights[.omittedWords] * Self.omittedWords(words)
      costs[state] = isBlank ? 0 : Double(cost)
    }
    return costs
  }
}
