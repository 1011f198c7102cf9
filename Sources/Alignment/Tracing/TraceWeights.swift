import Foundation

/// A logistic model over ``TraceFeatures``.
///
/// Fitted by Sources/bitesto-bench/fit_trace_weights.py on the candidates of 338 quotations of news
/// articles and digests (Sources/bitesto-bench/RESULTS.md).
package enum TraceWeights {
  /// Something that adds to the log-odds of a candidate.
  struct Term: Sendable {
    var name: String
    var weight: Double
    var value: @Sendable (TraceFeatures) -> Double

    init(_ name: String, _ weight: Double, _ value: @escaping @Sendable (TraceFeatures) -> Double) {
      self.name = name
      self.weight = weight
      self.value = value
    }
  }

  static let bias = -7.1835
  static let terms = [
    Term("whole", 3.2863) { $0.whole },
    Term("missing", -2.8126) { $0.missing },
    Term("length", -7.2099) { $0.length },
    Term("isQuoted", 1.1361) { $0.isQuoted },
    Term("isClause", -0.1966) { $0.isClause },
    Term("isRun", -2.7310) { $0.isRun },
    Term("isCredited", 5.2748) { $0.isCredited },
    Term("isOther", -1.9559) { $0.isOther },
    Term("shortness", 1.4099) { $0.shortness },
    Term("covered", 1.3952) { $0.covered },
    Term("likelihood", -0.0964) { $0.likelihood },
    Term("proof", 2.2050) { $0.proof },
    Term("contradiction", -2.3061) { max(0, -$0.likelihood) * (1 - $0.shortness) },
    Term("parallel", 1.5462) { $0.parallel },
    Term("aligned", 5.0787) { $0.aligned },
    Term("elsewhere", -1.6267) { $0.elsewhere },
    Term("offset", -13.0334) { $0.offset },
    Term("shortness*whole", 5.3885) { $0.shortness * $0.whole },
    Term("shortness*covered", -5.7073) { $0.shortness * $0.covered },
    Term("shortness*likelihood", 0.3095) { $0.shortness * $0.likelihood },
    Term("shortness*aligned", 2.1897) { $0.shortness * $0.aligned },
    Term("shortness*elsewhere", -0.5236) { $0.shortness * $0.elsewhere },
    Term("shortness*foreign", -1.3107) { $0.shortness * $0.foreign },
  ]

  /// From the log-odds of the very span to those of the link, which forgive what only tells where a
  /// span begins and ends (Platt scaling on held-out articles).
  static let shift = 0.0
  static let slope = 1.0
  static let forgivenLength = 0.0
  static let forgivenOffset = 0.0

  /// What each report gains, in log-odds, from the links of the article's other quotations to it: this
  /// times log(1 + their summed confidence). From 0.2 to 0.8 held-out articles come out the same.
  static let vote = 0.5

  package static let names = terms.map(\.name)

  package static func inputs(_ features: TraceFeatures) -> [Double] {
    terms.map { $0.value(features) }
  }

  /// The log-odds that a candidate is the very span.
  static func logOdds(_ features: TraceFeatures) -> Double {
    terms.reduce(bias) { $0 + $1.weight * $1.value(features) }
  }

  /// The probability that a candidate of such log-odds, the best of its quotation, stands where the
  /// quotation's source is.
  static func confidence(logOdds: Double, _ features: TraceFeatures) -> Double {
    let link =
      shift + slope * logOdds + forgivenLength * features.length + forgivenOffset * features.offset
    return 1 / (1 + exp(-link))
  }
}
