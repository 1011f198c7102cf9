import BitestoEmbedding

/// The vectors of texts that have been encoded before; the encoder reads all others.
struct KnownVectors: TextVectors {
  private struct Place {
    var table: Int
    var row: Int
  }

  private let encoder: Encoder
  private var tables: [QuantizedVectors] = []
  private var places: [String: Place] = [:]

  init(encoder: Encoder) {
    self.encoder = encoder
  }

  /// Adds texts whose vectors stand in rows of a table.
  mutating func add(_ texts: some Sequence<(String, Int)>, of table: QuantizedVectors) {
    for (text, row) in texts { places[text] = Place(table: tables.count, row: row) }
    tables.append(table)
  }

  func vectors(of texts: [String]) -> VectorTable {
    var vectors = VectorTable(count: texts.count, width: Encoder.width)
    var unknown: [(text: String, place: Int)] = []
    for (index, text) in texts.enumerated() {
      if let place = places[text] {
        tables[place.table].copy(place.row, to: index, of: &vectors)
      } else {
        unknown.append((text, index))
      }
    }
    vectors.replace(unknown.map(\.place), with: encoder.vectors(of: unknown.map(\.text)))
    return vectors
  }
}
