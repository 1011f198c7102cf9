/// A number with at most four decimals and at least one, never with an exponent: "0.98", "1.0".
func shortDecimal(_ value: Double) -> String {
  let scaled = Int((min(max(value, -1e6), 1e6) * 10_000).rounded())
  let digits = String(scaled.magnitude % 10_000)
  var fraction = String(repeating: "0", count: 4 - digits.count) + digits
  while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
  return (scaled < 0 ? "-" : "") + "\(scaled.magnitude / 10_000).\(fraction)"
}

/// A confidence for people, in per cent; 100 is kept for what is certain.
func percent(_ confidence: Double) -> Int {
  confidence >= 1 ? 100 : min(99, Int((confidence * 100).rounded()))
}

/// A confidence in a word, for those who cannot or need not read the number.
enum ConfidenceLevel: String {
  case strong
  case likely
  case doubtful

  init(_ confidence: Double) {
    self = confidence >= 0.8 ? .strong : confidence >= 0.5 ? .likely : .doubtful
  }
}
