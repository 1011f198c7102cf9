/// The mean and the spread of the similarities of unrelated passages, as far as a few hundred tell.
///
/// A small sample is shrunk towards what news pools show.
struct Background: Sendable {
  private static let usualMean = 0.1
  private static let usualSpread = 0.12
  private static let usualCount = 60.0

  let mean: Double
  let spread: Double

  init(_ similarities: some Sequence<Float>) {
    var count = Self.usualCount
    var sum = Self.usualMean * count
    var squares = (Self.usualSpread * Self.usualSpread + Self.usualMean * Self.usualMean) * count
    for similarity in similarities {
      count += 1
      sum += Double(similarity)
      squares += Double(similarity) * Double(similarity)
    }
    mean = sum / count
    spread = max(0.01, (squares / count - mean * mean).squareRoot())
  }

  /// Standard deviations above the mean.
  func above(_ similarity: Double) -> Double { (similarity - mean) / spread }
}
