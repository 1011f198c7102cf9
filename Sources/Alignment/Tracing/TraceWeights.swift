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

  static let bias = -4.0278
  static let terms = [
    Term("whole", 1.9378) { $0.whole },
    Term("missing", -2.5796) { $0.missing },
    Term("length", -6.0513) { $0.length },
    Term("isQuoted", 1.0828) { $0.isQuoted },
    Term("isClause", 0.6146) { $0.isClause },
    Term("isRun", -2.2324) { $0.isRun },
    Term("isCredited", 2.7248) { $0.isCredited },
    Term("isOther", -3.3955) { $0.isOther },
    Term("shortness", 0.3033) { $0.shortness },
    Term("covered", 1.4027) { $0.covered },
    Term("likelihood", 0.2732) { $0.likelihood },
    Term("proof", 0.8849) { $0.proof },
    Term("contradiction", -2.3124) { max(0, -$0.likelihood) * (1 - $0.shortness) },
    Term("aligned", 3.9368) { $0.aligned },
    Term("elsewhere", -0.2831) { $0.elsewhere },
    Term("offset", -13.0545) { $0.offset },
    Term("shortness*whole", 5.2986) { $0.shortness * $0.whole },
    Term("shortness*covered", -3.3792) { $0.shortness * $0.covered },
    Term("shortness*likelihood", -0.2051) { $0.shortness * $0.likelihood },
    Term("shortness*aligned", 1.1032) { $0.shortness * $0.aligned },
    Term("shortness*elsewhere", -4.4252) { $0.shortness * $0.elsewhere },
    Term("shortness*foreign", -4.6890) { $0.shortness * $0.foreign },
    Term("alone", 1.2858) { $0.isAlone },
    Term("alone*shortness", -3.3400) { $0.isAlone * $0.shortness },
    Term("alone*whole", 2.3122) { $0.isAlone * $0.whole },
  ]

  /// From the log-odds of the very span to those of the link (Platt scaling on held-out articles), which
  /// forgive what only tells where a span begins and ends, and trust the place.
  static let shift = nan
  static let slope = 0.0000
  static let forgivenLength = 0.0000
  static let forgivenOffset = 0.0000
  static let forgivenRun = nan
  static let trustedPlace = 0.0000

  /// What each report gains, in log-odds, from the links of the article's other quotations to it: this
  /// times log(1 + their summed confidence). From 0.2 to 1.5 held-out articles come out the same.
  static let vote = 1.0

  /// How sure a link of a quotation of one to three words is at most, when only the words speak for it.
  private static let unproved = 0.3

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
      shift + slope * logOdds + forgivenLength * features.length
      + forgivenOffset * features.offset + forgivenRun * features.isRun + trustedPlace
      * features.aligned
    let confidence = 1 / (1 + exp(-link))
    return features.needsContext ? min(confidence, unproved) : confidence
  }
}
