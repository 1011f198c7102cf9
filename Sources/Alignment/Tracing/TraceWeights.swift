import Foundation

/// A logistic model over ``TraceFeatures``: the probability that a passage is the quotation's source.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (docs/accuracy.md); the order is that of ``TraceFeatures/inputs``.
enum TraceWeights {
  static let bias = -14.0004
  static let weights: [Double] = [
    3.7985, 0.9802, 9.4949, 0.1153, -0.7691, -1.3749, -3.5371, 0.3554, -0.5004, -0.0775, 4.6380,
    2.0012, 2.5720, 0.6732, 3.1437, -3.4487, 6.1467, -11.6799, -2.6213, 3.8728, -4.2775, 0.7336,
    -9.8158,
  ]

  static func probability(_ features: TraceFeatures) -> Double {
    let sum = zip(weights, features.inputs).reduce(bias) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-sum))
  }
}
