import BitestoEmbedding
import BitestoText

/// What the aligner knows of the segments of one text.
struct SentenceSide {
  let language: Language
  /// Sums of word vectors; a run of segments is the sum of its rows.
  let words: VectorTable
  /// The words one by one.
  let singleWords: SentenceWords
  /// Sentence vectors.
  let context: VectorTable
  /// Sums of lengths in code points: segments a..<b have `lengths[b] - lengths[a]`.
  let lengths: [Int]
  /// Sorted evidence of each segment.
  let keys: [[SurfaceEvidence.Key]]
  /// Segments without a word, a number or a sign, which stand in no bead.
  let isBlank: [Bool]

  var count: Int { isBlank.count }

  init(
    _ side: Bitext.Side, encoder: Encoder, words: WordVectors, surface: SurfaceEvidence
  ) {
    let document = side.document
    let tokenizer = Tokenizer(language: document.language)
    var lists: [[String]] = []
    var keys: [[SurfaceEvidence.Key]] = []
    var lengths = [0]
    for segment in side.segments {
      let tokens = tokenizer.tokens(in: document, segment.range)
      lists.append(
        tokens.lazy.filter { $0.kind == .word || $0.kind == .number }
          .map { document.text($0.range) })
      keys.append(surface.keys(in: document, tokens: tokens[...]))
      let length = document.bytes[segment.range].count { $0 & 0xC0 != 0x80 }
      lengths.append(lengths[lengths.count - 1] + length)
    }
    language = document.language
    self.words = words.sums(lists, language: document.language)
    singleWords = SentenceWords(lists, language: document.language, vectors: words)
    context = encoder.encode(side.segments.map { document.text($0.range) })
    self.lengths = lengths
    self.keys = keys
    isBlank = side.segments.map { document.bytes.trimmingSpaceIsEmpty($0.range) }
  }

  func length(_ range: Range<Int>) -> Int {
    lengths[range.upperBound] - lengths[range.lowerBound]
  }
}

extension [UInt8] {
  /// Whether nothing but ASCII white space stands in a range.
  fileprivate func trimmingSpaceIsEmpty(_ range: Range<Int>) -> Bool {
    self[range].allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
  }
}
