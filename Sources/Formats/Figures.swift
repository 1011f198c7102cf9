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
