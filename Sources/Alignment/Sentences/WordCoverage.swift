import BitestoEmbedding

/// How much of what a span says is said on the other side, word by word: for every word of some
/// rarity, how close the closest word of the other span is.
///
/// Unlike the cosine of two spans this does not forgive: a clause without counterpart stays uncovered
/// however well the rest fits.
struct WordCoverage {
  /// The cosine that the best of the unrelated words of a sentence has.
  private static let unrelated: Float = 0.4

  /// For a pair of segments, the weight of the covered words of either, by how many segments of the
  /// other side cover them together: this one, this one and the next, and so on.
  private struct Cell {
    var source = SIMD4<Float>.zero
    var target = SIMD4<Float>.zero
  }

  private let corridor: Corridor
  private var cells: [Cell]
  private let sourceWeights: [Float]
  private let targetWeights: [Float]

  init(_ source: SentenceWords, _ target: SentenceWords, corridor: Corridor) {
    self.corridor = corridor
    cells = [Cell](repeating: Cell(), count: corridor.cellCount)
    sourceWeights = source.totals
    targetWeights = target.totals
    // By target segment: what each of its words finds in the rows from the current one on.
    var below: [[Int: [Float]]] = []
    var rows: [Int: SentenceWords.Rows] = [:]
    for row in stride(from: corridor.windows.count - 1, to: 0, by: -1) {
      let own = source.rows(row - 1)
      rows = rows.filter { corridor.windows[row].contains($0.key) }
      // What each word of this row finds in the segments from the current one on.
      var ahead: [[Float]] = []
      var found: [Int: [Float]] = [:]
      for column in corridor.windows[row].reversed() where column > 0 {
        let other = rows[column] ?? target.rows(column - 1)
        rows[column] = other
        let (ofSource, ofTarget) = Self.closest(own, other)
        ahead = Array(([ofSource] + ahead).prefix(BeadShape.longestSide))
        found[column] = ofTarget
        guard let cell = corridor.cell(row, column) else { continue }
        cells[cell].source = Self.covered(ahead, weights: own.weights)
        let down = [ofTarget] + below.map { $0[column] ?? [] }.prefix { !$0.isEmpty }
        cells[cell].target = Self.covered(down, weights: other.weights)
      }
      below = Array(([found] + below).prefix(BeadShape.longestSide - 1))
    }
  }

  /// The weights of the covered and of the uncovered words of two spans.
  func weights(_ s: Range<Int>, _ t: Range<Int>) -> (covered: Float, uncovered: Float) {
    var covered: Float = 0
    for row in s {
      guard let cell = corridor.cell(row + 1, t.lowerBound + 1) else { continue }
      covered += cells[cell].source[t.count - 1]
    }
    for column in t {
      guard let cell = corridor.cell(s.lowerBound + 1, column + 1) else { continue }
      covered += cells[cell].target[s.count - 1]
    }
    let all =
      sourceWeights[s.upperBound] - sourceWeights[s.lowerBound]
      + targetWeights[t.upperBound] - targetWeights[t.lowerBound]
    return (covered, all - covered)
  }

  /// For every word of either segment the cosine of the closest word of the other.
  private static func closest(
    _ a: SentenceWords.Rows, _ b: SentenceWords.Rows
  ) -> (source: [Float], target: [Float]) {
    var source = [Float](repeating: 0, count: a.weights.count)
    var target = [Float](repeating: 0, count: b.weights.count)
    let cosines = a.vectors.products(with: b.vectors)
    guard cosines.count == source.count * target.count else { return (source, target) }
    for i in source.indices {
      for j in target.indices {
        let cosine = cosines[i * target.count + j]
        source[i] = max(source[i], cosine)
        target[j] = max(target[j], cosine)
      }
    }
    return (source, target)
  }

  /// The covered weight for each number of segments.
  private static func covered(_ closest: [[Float]], weights: [Float]) -> SIMD4<Float> {
    var sums = SIMD4<Float>.zero
    var best = [Float](repeating: 0, count: weights.count)
    for (number, cosines) in closest.enumerated() where number < 4 {
      var sum: Float = 0
      for (index, weight) in weights.enumerated() where index < cosines.count {
        best[index] = max(best[index], cosines[index])
        sum += weight * (best[index] - unrelated) / (1 - unrelated)
      }
      sums[number] = sum
    }
    return sums
  }
}
