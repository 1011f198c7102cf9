import Foundation

/// A logistic model over ``TraceFeatures``.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -10.7059
  static let weights: [Double] = [
    9.2890, 2.9455, -3.2088, -6.8345, 0.4086, -0.6369, -2.1579, 3.5722, 0.1745, 2.9754, 2.6752,
    -4.0699, 3.6648, -6.0996, 2.8117, 8.3669, -8.6054,
  ]

  /// From the log-odds of the span to those of the link (Platt scaling on held-out articles).
  static let slope = 0.8140
  static let shift = 1.7431

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
