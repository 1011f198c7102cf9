import Foundation

/// A logistic model over ``TraceFeatures``: the probability that a passage is the quotation's source.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (docs/accuracy.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -12.3212
  static let weights: [Double] = [
    8.2083, 6.3734, -2.0441, -3.4743, 0.3918, -0.3113, -0.2739, 5.0125, 2.7026, 2.4598, 3.1588,
    -4.7556, 6.1058, -9.7055, -3.1767, 6.1036, -6.5564,
  ]

  static func probability(_ features: TraceFeatures) -> Double {
    let sum = zip(weights, features.inputs).reduce(bias) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-sum))
  }
}
