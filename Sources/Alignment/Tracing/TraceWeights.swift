import Foundation

/// A logistic model over ``TraceFeatures``.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -10.7152
  static let weights: [Double] = [
    9.4425, 2.7174, -3.3847, -6.5661, 0.4307, -0.6364, -1.4672, 3.3025, 0.1783, 3.2356, 2.8121,
    -4.1860, 3.4114, -6.4241, 3.7530, 8.7382, -9.2615,
  ]

  /// From the log-odds of the span to those of the link (Platt scaling on held-out articles).
  static let slope = 0.8018
  static let shift = 1.7574

  /// What each report gains, in log-odds, from the links of the article's other quotations to it: this
  /// times log(1 + their summed confidence). From 0.2 to 0.8 held-out articles come out the same.
  static let vote = 0.5

  /// The confidence that a candidate is the quotation's source.
  ///
  /// - Parameter votes: the summed confidence of other quotations' best links to the report.
  static func confidence(_ features: TraceFeatures, votes: Double = 0) -> Double {
    let sum = zip(weights, features.inputs).reduce(bias + vote * log(1 + votes)) {
      $0 + $1.0 * $1.1
    }
    return 1 / (1 + exp(-(slope * sum + shift)))
  }
}
