import BitestoEmbedding

/// Where the vectors of words come from.
enum WordSource {
  /// A table for frequent words, the encoder for all others.
  case table(WordTable, Encoder)
  /// Somebody else's vectors for all words.
  case vectors(any TextVectors)

  var table: WordTable? {
    if case .table(let table, _) = self { table } else { nil }
  }

  /// The unit vectors of words that are in no table.
  func vectors(of words: [String]) -> VectorTable {
    switch self {
    case .table(let table, let encoder): return table.vectors(of: words, encoder: encoder)
    case .vectors(let source):
      var vectors = source.vectors(of: words)
      vectors.normalize()
      return vectors
    }
  }
}
