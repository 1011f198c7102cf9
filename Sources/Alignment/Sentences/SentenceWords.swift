import BitestoEmbedding
import BitestoText

/// The words of a text, by segment, with their vectors.
struct SentenceWords {
  /// The words of one segment.
  struct Rows {
    var vectors: VectorTable
    var weights: [Float]
  }

  /// Words that weigh less say too little to be missed.
  private static let leastWeight: Float = 0.3

  /// Unit vectors of the distinct words.
  private let vectors: VectorTable
  private let weights: [Float]
  /// Indices of words, by segment.
  private let words: [[Int]]
  /// Sums of the weights before each segment.
  let totals: [Float]

  /// - Parameter texts: the segments as words.
  init(_ texts: [[String]], language: Language, vectors: WordVectors) {
    var indices: [String: Int] = [:]
    var distinct: [String] = []
    var weights: [Float] = []
    var totals: [Float] = [0]
    var words: [[Int]] = []
    var light: Set<String> = []
    for text in texts {
      var segment: [Int] = []
      for word in text where !light.contains(word) {
        if let index = indices[word] {
          segment.append(index)
          continue
        }
        let weight = vectors.weight(of: word, language: language)
        guard weight >= Self.leastWeight else {
          light.insert(word)
          continue
        }
        indices[word] = distinct.count
        segment.append(distinct.count)
        distinct.append(word)
        weights.append(weight)
      }
      words.append(segment)
      totals.append(totals[totals.count - 1] + segment.reduce(0) { $0 + weights[$1] })
    }
    var table = vectors.sums(distinct.map { [$0] }, language: language)
    table.normalize()
    self.vectors = table
    self.weights = weights
    self.words = words
    self.totals = totals
  }

  func rows(_ segment: Int) -> Rows {
    Rows(vectors: vectors.selecting(words[segment]), weights: words[segment].map { weights[$0] })
  }
}
