import Foundation

/// A logistic model over ``TraceFeatures``: the probability that a passage is the quotation's source.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md); the order is that of ``TraceFeatures/names``.
enum TraceWeights {
  static let bias = -11.6044
  static let weights: [Double] = [
    8.0435, 5.1442, -1.9786, -3.0704, 0.0000, -0.3284, 0.4249, 4.7826, 1.0361, 3.6982, 3.0344,
    -4.5699, 5.2105, -6.9863, -2.6516, 8.3659, -8.6756,
  ]

  static func probability(_ features: TraceFeatures) -> Double {
    let sum = zip(weights, features.inputs).reduce(bias) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-sum))
  }
}
