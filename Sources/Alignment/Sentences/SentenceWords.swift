import BitestoEmbedding
import BitestoText
import CEmbeddingModel

/// The words of a text, by segment, with their vectors.
struct SentenceWords {
  /// Components in a word's vector.
  let width: Int
  /// One vector after the other for the distinct words, in steps of any size.
  private let vectors: [Int16]
  /// By word: one by the length of its vector, 0 for a word without vector.
  private let scales: [Float]
  private let weights: [Float]
  private let segments: [[Int32]]
  /// Sums of the weights before each segment.
  let totals: [Float]
  /// For each segment the weighted sum of its words' unit vectors; a run of segments is the sum of its
  /// rows.
  let sums: VectorTable

  init(_ text: ReadText) {
    let (reader, unseen) = (text.reader, text.unseen)
    let language = text.side.document.language
    let width = unseen.width
    var vectors: [Int16] = []
    vectors.reserveCapacity(reader.words.count * width)
    var next = 0
    for word in reader.words {
      if let row = word.row, let table = text.table {
        table.append(row: row, language: language, to: &vectors)
      } else if word.text != nil {
        vectors += unseen[text.unseenRows[next]].map { Int16(($0 * 4096).rounded()) }
        next += 1
      } else {
        vectors += repeatElement(0, count: width)
      }
    }
    let scales = reader.words.indices.map { word in
      let own = vectors[(word * width)..<((word + 1) * width)]
      let squares = own.reduce(Float(0)) { $0 + Float($1) * Float($1) }
      return squares > 0 ? 1 / squares.squareRoot() : 0
    }
    self.width = width
    self.vectors = vectors
    self.scales = scales
    segments = reader.segments
    longestSegment = reader.segments.reduce(0) { max($0, $1.count) }
    weights = reader.words.map(\.weight)
    var totals: [Float] = [0]
    var sums = VectorTable(count: reader.segments.count, width: width)
    for (row, words) in reader.segments.enumerated() {
      var total: Float = 0
      for word in words {
        let word = Int(word)
        total += weights[word]
        sums.add(
          weights[word] * scales[word], vectors[(word * width)..<((word + 1) * width)], to: row)
      }
      totals.append(totals[row] + total)
    }
    self.totals = totals
    self.sums = sums
  }

  /// The summed weights of a segment's words.
  func weight(_ segment: Int) -> Float { totals[segment + 1] - totals[segment] }

  func count(_ segment: Int) -> Int { segments[segment].count }

  /// The weights of a segment's words.
  func weights(of segment: Int) -> [Float] { segments[segment].map { weights[Int($0)] } }

  /// The most words that a segment has.
  let longestSegment: Int

  /// For every word of a segment the best cosine (0 at least) with the words of a segment of another
  /// text, and the other way about.
  ///
  /// - Parameters:
  ///   - products: room for as many numbers as there are pairs of words.
  ///   - best: room for the words of this segment.
  ///   - otherBest: room for those of the other.
  func closest(
    _ segment: Int, _ other: SentenceWords, _ column: Int,
    products: UnsafeMutableBufferPointer<Int32>, best: UnsafeMutableBufferPointer<Float>,
    otherBest: UnsafeMutableBufferPointer<Float>
  ) {
    let (own, others) = (segments[segment], other.segments[column])
    bitesto_dot_selected(
      vectors, own, Int32(own.count), other.vectors, others, Int32(others.count), Int32(width),
      products.baseAddress)
    own.withUnsafeBufferPointer { own in
      others.withUnsafeBufferPointer { others in
        scales.withUnsafeBufferPointer { scales in
          other.scales.withUnsafeBufferPointer { otherScales in
            for j in others.indices { otherBest[j] = 0 }
            var at = 0
            for i in own.indices {
              let scale = scales[Int(own[i])]
              var most: Float = 0
              for j in others.indices {
                let cosine = Float(products[at]) * scale * otherScales[Int(others[j])]
                most = max(most, cosine)
                otherBest[j] = max(otherBest[j], cosine)
                at += 1
              }
              best[i] = most
            }
          }
        }
      }
    }
  }
}
