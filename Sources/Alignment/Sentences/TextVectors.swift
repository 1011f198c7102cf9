import BitestoEmbedding

/// Gives texts vectors; what the aligner needs of an encoder.
///
/// Texts that mean the same must lie close together, whatever their language. A vector's length does
/// not matter, and a text of which nothing is known may get a vector of zeros.
public protocol TextVectors: Sendable {
  /// One vector for each text, in order, all of the same width.
  func vectors(of texts: [String]) -> VectorTable
}

extension Encoder: TextVectors {}
