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

  static let bias = -4.6548
  static let terms = [
    Term("whole", 2.7007) { $0.whole },
    Term("missing", -1.8465) { $0.missing },
    Term("length", -6.2866) { $0.length },
    Term("isQuoted", 1.0538) { $0.isQuoted },
    Term("isClause", -0.1825) { $0.isClause },
    Term("isRun", -2.4648) { $0.isRun },
    Term("isCredited", 3.6533) { $0.isCredited },
    Term("isOther", -2.9961) { $0.isOther },
    Term("shortness", -2.5998) { $0.shortness },
    Term("covered", 0.4300) { $0.covered },
    Term("likelihood", 0.1021) { $0.likelihood },
    Term("proof", 1.4539) { $0.proof },
    Term("contradiction", -2.4044) { max(0, -$0.likelihood) * (1 - $0.shortness) },
    Term("aligned", 5.2011) { $0.aligned },
    Term("elsewhere", -1.1956) { $0.elsewhere },
    Term("offset", -18.7745) { $0.offset },
    Term("shortness*whole", 9.3580) { $0.shortness * $0.whole },
    Term("shortness*covered", -3.9801) { $0.shortness * $0.covered },
    Term("shortness*likelihood", 0.1999) { $0.shortness * $0.likelihood },
    Term("shortness*aligned", 1.5570) { $0.shortness * $0.aligned },
    Term("shortness*elsewhere", -2.9600) { $0.shortness * $0.elsewhere },
    Term("shortness*foreign", -3.8716) { $0.shortness * $0.foreign },
    Term("alone", 1.9937) { $0.isAlone },
    Term("alone*shortness", -2.6271) { $0.isAlone * $0.shortness },
    Term("alone*whole", 2.4309) { $0.isAlone * $0.whole },
    Term("unread", -4.3427) { $0.isUnread },
    Term("unread*whole", 5.2495) { $0.isUnread * $0.whole },
    Term("unread*covered", 2.8887) { $0.isUnread * $0.covered },
    Term("unread*shortness", -0.0719) { $0.isUnread * $0.shortness },
  ]

  /// From the log-odds of the very span to those of the link (Platt scaling on held-out articles), which
  /// forgive what only tells where a span begins and ends, and trust the place.
  static let shift = -0.6621
  static let slope = 1.0423
  static let forgivenLength = 5.9565
  static let forgivenOffset = 14.0000
  /// Not fitted: no gold passage is longer than a sentence, which tells against spans of several and
  /// nothing about links.
  static let forgivenRun = 2.2
  static let trustedPlace = 5.4445

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
