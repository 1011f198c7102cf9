import BitestoText
import Foundation

/// How long a translation is (after Gale and Church 1993, on code points and a logarithmic scale).
struct ExpectedLength {
  /// Code points that say what one says in Italian, measured on NTREX-128.
  private static let relative: [Language: Double] = [
    .italian: 1, .english: 0.855, .russian: 0.95, .ukrainian: 0.92,
  ]
  /// Code points that the table counts as, against the texts' own, and what they are without a table.
  private static let tableWeight = 20_000.0
  private static let guessWeight = 2_000.0

  /// The logarithm of target length by source length.
  private let logRatio: Double

  init(_ source: SentenceSide, _ target: SentenceSide) {
    let known = Self.relative[source.language].flatMap { source in
      Self.relative[target.language].map { $0 / source }
    }
    let weight = known == nil ? Self.guessWeight : Self.tableWeight
    let (s, t) = (source.length(0..<source.count), target.length(0..<target.count))
    logRatio = log((Double(t) + weight * (known ?? 1)) / (Double(s) + weight))
  }

  /// The distance from the expected length in standard deviations, which shrink as texts grow.
  func deviation(_ source: Int, _ target: Int) -> Double {
    guard source > 0, target > 0 else { return 0 }
    let difference = log(Double(target) / Double(source)) - logRatio
    return difference / (0.12 * 0.12 + 2.5 / Double(source + target)).squareRoot()
  }
}
