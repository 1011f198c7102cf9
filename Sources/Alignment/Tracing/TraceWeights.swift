import Foundation

/// A logistic model over ``TraceFeatures``: the probability that a passage is the quotation's source.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -10.8482
  static let weights: [Double] = [
    7.4351, 5.1695, -2.0372, -3.1315, 0.0000, -0.2850, 0.4138, 4.5768, 1.1813, 2.5451, 2.8898,
    -5.0279, 3.6845, -5.3684, -2.1543, 8.1854, -6.7671,
  ]

  /// What each report gains, in log-odds, from the links of the article's other quotations to it: this
  /// times log(1 + their summed confidence). From 0.2 to 0.8 held-out articles come out the same.
  static let vote = 0.5

  /// - Parameter votes: the summed confidence of other quotations' best links to the report.
  static func probability(_ features: TraceFeatures, votes: Double = 0) -> Double {
    let sum = zip(weights, features.inputs).reduce(bias + vote * log(1 + votes)) {
      $0 + $1.0 * $1.1
    }
    return 1 / (1 + exp(-sum))
  }
}
