import BitestoEmbedding

/// The vectors of texts that have been encoded before; the encoder reads all others.
struct KnownVectors: TextVectors {
  private let encoder: Encoder
  private var rows: [String: [Float]] = [:]

  init(encoder: Encoder) {
    self.encoder = encoder
  }

  mutating func add(_ text: String, _ vector: [Float]) {
    rows[text] = vector
  }

  func vectors(of texts: [String]) -> VectorTable {
    let unknown = Array(Set(texts.filter { rows[$0] == nil }))
    let encoded = encoder.encode(unknown)
    let places = Dictionary(uniqueKeysWithValues: zip(unknown, 0...))
    return VectorTable(
      rows: texts.map { text in rows[text] ?? places[text].map { Array(encoded[$0]) } ?? [] })
  }
}
