import BitestoEmbedding
import Foundation

/// How surely two texts say the same, by what the encoder makes of their meanings, without their
/// neighbors.
public struct PairConfidence: Sendable {
  /// The curve from the cosine of two texts to the share of pairs with that cosine that are translations,
  /// where as many pairs are translations as are not: logistic regression over 10,752 Italian–English pairs of
  /// OLDI-Seed and MT-GenEval and as many of a text with the translation of the next
  /// (`bitesto-bench pair-confidence`).
  private static let slope = 29.6
  private static let middle = 0.569

  private let encoder: Encoder

  public init(_ encoder: Encoder) {
    self.encoder = encoder
  }

  /// The confidence of each pair, from 0 to 1. Linear in the texts' length.
  public func confidences(of pairs: [(source: String, target: String)]) -> [Double] {
    cosines(of: pairs).map { 1 / (1 + exp(-Self.slope * ($0 - Self.middle))) }
  }

  /// The cosine of each pair, from -1 to 1. Linear in the texts' length.
  package func cosines(of pairs: [(source: String, target: String)]) -> [Double] {
    let sources = encoder.encode(pairs.map(\.source))
    let targets = encoder.encode(pairs.map(\.target))
    return pairs.indices.map { Double(sources.dot($0, $0, of: targets)) }
  }
}
