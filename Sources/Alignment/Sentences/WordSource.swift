import BitestoEmbedding

/// Where the vectors of words come from.
enum WordSource {
  /// An encoder's table for frequent words, the encoder itself for all others.
  case encoder(Encoder)
  /// Somebody else's vectors for all words.
  case vectors(any TextVectors)

  var table: WordTable? {
    if case .encoder(let encoder) = self { encoder.wordTable } else { nil }
  }

  /// The unit vectors of words that are in no table.
  func vectors(of words: [String]) -> VectorTable {
    switch self {
    case .encoder(let encoder): return encoder.wordTable.vectors(of: words, encoder: encoder)
    case .vectors(let source):
      var vectors = source.vectors(of: words)
      vectors.normalize()
      return vectors
    }
  }
}
