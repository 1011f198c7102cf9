import BitestoText
import CEmbeddingModel

/// Vectors of frequent words, so that a word costs a search in a table instead of a pass through the
/// network; `bitesto-bench word-table` makes it (Sources/EmbeddingModel/MODEL.md).
///
/// A vector is the word's sentence vector, less the direction that all words share, projected to the
/// 128 directions in which translations differ least and unrelated texts most (Fisher's linear
/// discriminant), in 16 levels.
package struct WordTable: @unchecked Sendable {
  /// Components in a vector.
  package static let width = Int(BITESTO_WORD_WIDTH)

  /// The words of one language, sorted by their hashes.
  private struct Words {
    var hashes: UnsafeBufferPointer<UInt32>
    /// -20 log10 of a word's share of running text.
    var classes: UnsafeBufferPointer<UInt8>
    /// Two components a byte, the lower four bits first.
    var vectors: UnsafeBufferPointer<UInt8>
  }

  /// The file, which the buffers point into.
  private let file: ModelFile
  private let languages: [Language: Words]
  /// `Encoder.width` rows of `width` components.
  private let projection: UnsafeBufferPointer<Float>

  /// The table that is part of the program: Italian and English.
  static func builtIn() throws(ModelError) -> WordTable {
    let bytes = UnsafeRawBufferPointer(start: bitesto_words_bytes(), count: bitesto_words_size())
    return try WordTable(
      ModelFile(path: "built-in word table", bytes: bytes, storage: nil, checksum: false))
  }

  init(_ file: ModelFile) throws(ModelError) {
    self.file = file
    projection = try file.numbers("projection", count: Encoder.width * Self.width)
    var languages: [Language: Words] = [:]
    for language in [Language.italian, .english] {
      let hashes = try file.section("hashes \(language)", of: UInt32.self)
      languages[language] = Words(
        hashes: hashes,
        classes: try file.section("classes \(language)", of: UInt8.self, count: hashes.count),
        vectors: try file.section(
          "vectors \(language)", of: UInt8.self, count: hashes.count * Self.width / 2))
    }
    self.languages = languages
  }

  /// Whether there are words of a language.
  package func holds(_ language: Language) -> Bool { languages[language] != nil }

  /// A word's place in the table; nil when it is not in it. Logarithmic in the table's size.
  ///
  /// - Parameter hash: ``WordFrequencies/hash(_:)`` of the word in lower case.
  package func row(_ hash: UInt32, language: Language) -> Int? {
    guard let hashes = languages[language]?.hashes else { return nil }
    let row = hashes.partitioningIndex { $0 >= hash }
    return row < hashes.count && hashes[row] == hash ? row : nil
  }

  /// The share of running text of the word in a row.
  package func share(row: Int, language: Language) -> Double {
    languages[language].map { WordFrequencies.share(ofClass: $0.classes[row]) }
      ?? WordFrequencies.unseen
  }

  /// Appends the vector of a row, odd numbers from -15 to 15.
  package func append(row: Int, language: Language, to vectors: inout [Int16]) {
    guard let packed = languages[language]?.vectors else { return }
    let bytes = Self.width / 2
    for byte in packed[(row * bytes)..<((row + 1) * bytes)] {
      vectors.append(Int16(byte & 15) * 2 - 15)
      vectors.append(Int16(byte >> 4) * 2 - 15)
    }
  }

  /// The vectors of words that are not in the table, unit length.
  package func vectors(of words: [String], encoder: Encoder) -> VectorTable {
    Self.project(encoder.vectors(of: words), encoder: encoder, by: projection)
  }

  /// Words' sentence vectors, freed of their common direction and projected; unit length.
  package static func project(
    _ words: VectorTable, encoder: Encoder, by projection: UnsafeBufferPointer<Float>
  ) -> VectorTable {
    var result = VectorTable(count: words.count, width: width)
    result.values.withUnsafeMutableBufferPointer { values in
      for row in 0..<words.count {
        let vector = words[row]
        let own = row * width
        for (component, common) in zip(0..<Encoder.width, encoder.commonDirection) {
          let value = vector[vector.startIndex + component] - common
          let from = component * width
          for index in 0..<width { values[own + index] += value * projection[from + index] }
        }
      }
    }
    result.normalize()
    return result
  }
}
