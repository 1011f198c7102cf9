import Foundation

/// A logistic model over ``TraceFeatures``: the probability that a passage is the quotation's source.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -11.4435
  static let weights: [Double] = [
    6.3671, 5.3913, -2.0304, -3.1928, 0.0000, 0.0431, 0.8950, 5.3050, 1.5345, 2.5410, 3.2187,
    -5.1080, 2.1093, -4.3427, 3.4078, 6.2098, -9.2678,
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
