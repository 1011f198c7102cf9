import Foundation

/// A logistic model over ``TraceFeatures``.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -10.5203
  static let weights: [Double] = [
    9.1529, 2.9957, -3.3860, -6.7300, 0.3507, -0.6142, -1.4150, 3.3975, 0.1024, 3.0191, 2.6151,
    -3.9919, 3.3881, -5.9082, 2.9993, 8.4795, -8.6523,
  ]

  /// From the log-odds of the span to those of the link (Platt scaling on held-out articles).
  static let slope = 0.8214
  static let shift = 1.7621

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
