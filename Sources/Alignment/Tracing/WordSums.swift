import BitestoEmbedding
import BitestoText

/// Passages as sums of their words' vectors, each weighed by its rarity: cheap, and good at telling whether two
/// passages speak of the same things.
///
/// Frequent Italian and English words have vectors in the word table. Any other word of those languages, and a
/// number, gets a vector made of its letters: the same in both languages, as names are, and unlike all others.
/// Words of other languages go through the encoder.
package struct WordSums: Sendable {
  private static let width = WordTable.width

  private struct Word {
    var weight: Float
    /// The row in the word table.
    var row: Int?
    var spelling: [UInt8]
  }

  private let encoder: Encoder
  private var table: WordTable { encoder.wordTable }

  package init(encoder: Encoder) {
    self.encoder = encoder
  }

  /// The sums of passages, of unit length. Linear in the passages.
  package func sums(of passages: [(document: Document, range: Range<Int>)]) -> VectorTable {
    var table = VectorTable(count: passages.count, width: Self.width)
    let chunk = 64
    let parts = concurrently(
      (passages.count + chunk - 1) / chunk, threads: encoder.threads
    ) { index in
      sums(of: passages[(index * chunk)..<min(passages.count, (index + 1) * chunk)])
    }
    for (index, part) in parts.enumerated() {
      table.replace(Array((index * chunk)..<(index * chunk + part.count)), with: part)
    }
    return table
  }

  private func sums(
    of passages: ArraySlice<(document: Document, range: Range<Int>)>
  ) -> VectorTable {
    var sums = VectorTable(count: passages.count, width: Self.width)
    var vector: [Int16] = []
    for (row, (document, range)) in passages.enumerated() {
      let words = words(in: document, range)
      let foreign = table.holds(document.language) ? nil : vectors(of: words)
      for (number, word) in words.enumerated() {
        vector.removeAll(keepingCapacity: true)
        if let foreign {
          vector += foreign[number].map { Int16(($0 * 4096).rounded()) }
        } else if let row = word.row {
          table.append(row: row, language: document.language, to: &vector)
        } else {
          Self.append(lettersOf: word.spelling, to: &vector)
        }
        let squares = vector.reduce(Float(0)) { $0 + Float($1) * Float($1) }
        guard squares > 0 else { continue }
        sums.add(word.weight / squares.squareRoot(), vector[...], to: row)
      }
    }
    sums.normalize()
    return sums
  }

  private func words(in document: Document, _ range: Range<Int>) -> [Word] {
    let language = document.language
    let frequencies = encoder.frequencies(of: language)
    var words: [Word] = []
    var spelling: [UInt8] = []
    Tokenizer(language: language).forEachToken(in: document.bytes, range) { token in
      guard token.kind == .word || token.kind == .number else { return }
      LowerCase.fold(document.bytes, token.range, into: &spelling)
      let hash = WordFrequencies.hash(spelling)
      let row = token.kind == .word ? table.row(hash, language: language) : nil
      let share =
        row.map { table.share(row: $0, language: language) } ?? frequencies.share(ofHash: hash)
      words.append(
        Word(
          weight: Float(WordFrequencies.weight(ofShare: share)), row: row,
          spelling: row == nil ? spelling : []))
    }
    return words
  }

  private func vectors(of words: [Word]) -> VectorTable {
    table.vectors(of: words.map { String(decoding: $0.spelling, as: UTF8.self) }, encoder: encoder)
  }

  /// A sign for each component, from the bits of a hash (SplitMix64 over FNV-1a).
  private static func append(lettersOf spelling: [UInt8], to vector: inout [Int16]) {
    var state = WordHash(spelling).value
    for _ in stride(from: 0, to: width, by: 64) {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      bits ^= bits >> 31
      for bit in 0..<64 { vector.append(bits >> UInt64(bit) & 1 == 0 ? 1 : -1) }
    }
  }
}
