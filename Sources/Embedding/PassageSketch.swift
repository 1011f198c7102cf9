import CEmbeddingModel

/// Short stand-ins for passages, to pass over most of a large pool after a glance.
///
/// A passage has a sentence vector and a sum of word vectors; its sketch are the components of both,
/// side by side, along the directions in which running text varies most (principal components;
/// Sources/EmbeddingModel/MODEL.md). Products of sketches come close to sums of the vectors' products.
package struct PassageSketch: Sendable {
  /// The parts of the directions for sentence vectors and for word sums.
  private let whole: QuantizedVectors
  private let words: QuantizedVectors
  /// Tells these directions from others.
  package let checksum: UInt32

  /// Components in a sketch.
  package var width: Int { whole.count }

  /// The directions that are part of the program.
  package static func builtIn() throws(ModelError) -> PassageSketch {
    let bytes = UnsafeRawBufferPointer(start: bitesto_sketch_bytes(), count: bitesto_sketch_size())
    return try PassageSketch(
      ModelFile(path: "built-in sketch", bytes: bytes, storage: nil, checksum: false))
  }

  init(_ file: ModelFile) throws(ModelError) {
    func part(
      _ name: String, width: Int, count: Int?
    ) throws(ModelError) -> QuantizedVectors {
      let steps = try file.numbers("steps \(name)", count: count)
      return QuantizedVectors(
        width: width,
        values: MappedArray(
          Array(try file.section(name, of: Int8.self, count: steps.count * width))),
        scales: MappedArray(Array(steps)))
    }
    whole = try part("whole", width: Encoder.width, count: nil)
    words = try part("words", width: WordTable.width, count: whole.count)
    checksum = file.checksum
  }

  /// The sketches of passages, from their sentence vectors and word sums.
  package func sketches(whole: QuantizedVectors, words: QuantizedVectors) -> QuantizedVectors {
    let rows = Array(0..<min(whole.count, words.count))
    let range = 0..<width
    var table = VectorTable(count: rows.count, width: width)
    table.values = zip(
      whole.products(of: rows, with: self.whole, range),
      words.products(of: rows, with: self.words, range)
    ).map(+)
    return QuantizedVectors(table)
  }
}
