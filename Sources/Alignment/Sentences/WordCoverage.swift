/// How much of what a span says is said on the other side, word by word: for every word, how close the
/// closest word of the other span is.
///
/// Unlike the cosine of two spans this does not forgive: a clause without counterpart stays uncovered
/// however well the rest fits.
struct WordCoverage {
  /// The weight of the words that have a near counterpart, and of those that have a close one, by how
  /// many segments of the other side are looked at: one, two, and so on.
  private struct Cell {
    var near = SIMD4<Float>.zero
    var close = SIMD4<Float>.zero
  }

  private let block: Block
  private var source: [Cell]
  private var target: [Cell]
  private let sourceTotals: [Float]
  private let targetTotals: [Float]

  /// - Parameter needed: the cells that will be asked for, with all cells of a bead's rectangle.
  init(_ source: SentenceWords, _ target: SentenceWords, block: Block, needed: [Bool]) {
    let corridor = block.corridor
    self.block = block
    self.source = [Cell](repeating: Cell(), count: corridor.cellCount)
    self.target = self.source
    sourceTotals = source.totals
    targetTotals = target.totals
    let targetWeights = block.target.map { target.weights(of: $0) }
    // By column, what its words find in the row that is looked at and in those below it.
    var below = Closest(words: target, segments: block.target)
    // The same for the words of one row, by column.
    withUnsafeTemporaryAllocation(
      of: Int32.self, capacity: source.longestSegment * target.longestSegment
    ) { products in
      for row in stride(from: corridor.windows.count - 1, to: 0, by: -1) {
        let segment = block.source.lowerBound + row - 1
        let weights = source.weights(of: segment)
        var ahead = Closest(words: source, segments: segment..<(segment + 1))
        for column in corridor.windows[row].reversed() where column > 0 {
          let other = block.target.lowerBound + column - 1
          let cell = corridor.offsets[row] + column - corridor.windows[row].lowerBound
          guard needed[cell] else { continue }
          ahead.withRoom(0, after: column) { own in
            below.withRoom(column - 1, after: row) { others in
              source.closest(
                segment, target, other, products: products, best: own, otherBest: others)
            }
          }
          self.source[cell] = ahead.covered(0, weights)
          self.target[cell] = below.covered(column - 1, targetWeights[column - 1])
        }
      }
    }
  }

  /// The best cosines of the words of some segments with a segment of the other side and the next ones.
  private struct Closest {
    /// `BeadShape.longestSide` lists of cosines for each segment, of which the last one written is
    /// the first to count.
    private var cosines: [Float]
    private let starts: [Int]
    /// By segment: the place of the list last written, how many lists count, and for which place of
    /// the other side it was written.
    private var state: [(list: Int, count: Int, place: Int)]

    init(words: SentenceWords, segments: Range<Int>) {
      var starts = [0]
      for segment in segments {
        starts.append(starts[starts.count - 1] + words.count(segment) * BeadShape.longestSide)
      }
      self.starts = starts
      cosines = [Float](repeating: 0, count: starts[starts.count - 1])
      state = [(Int, Int, Int)](repeating: (0, 0, -1), count: segments.count)
    }

    /// Room for the cosines of a segment with a place of the other side; what was found in the place
    /// behind it goes on counting.
    mutating func withRoom(
      _ segment: Int, after place: Int, _ body: (UnsafeMutableBufferPointer<Float>) -> Void
    ) {
      let follows = state[segment].place == place + 1
      let longest = BeadShape.longestSide
      let count = follows ? min(state[segment].count + 1, longest) : 1
      let list = (state[segment].list + longest - 1) % longest
      state[segment] = (list, count, place)
      let words = (starts[segment + 1] - starts[segment]) / longest
      let start = starts[segment] + list * words
      cosines.withUnsafeMutableBufferPointer {
        body(UnsafeMutableBufferPointer(rebasing: $0[start..<(start + words)]))
      }
    }

    /// The weight of the words of a segment that find a counterpart in one place, in two, and so on.
    func covered(_ segment: Int, _ weights: [Float]) -> Cell {
      var cell = Cell()
      let longest = BeadShape.longestSide
      let (first, count, _) = state[segment]
      cosines.withUnsafeBufferPointer { cosines in
        for word in weights.indices {
          var best: Float = 0
          for number in 0..<count {
            let list = (first + number) % longest
            best = max(best, cosines[starts[segment] + list * weights.count + word])
            cell.near[number] += weights[word] * min(max((best - 0.2) / 0.25, 0), 1)
            cell.close[number] += weights[word] * min(max((best - 0.45) / 0.35, 0), 1)
          }
        }
      }
      return cell
    }
  }

  /// The weight of the words of two spans that have a near counterpart, that have a close one, and all.
  func weights(of shape: BeadShape, endingAt row: Int, _ column: Int) -> SIMD3<Float> {
    var sums = SIMD3<Float>.zero
    let (firstRow, firstColumn) = (row - shape.source + 1, column - shape.target + 1)
    for current in firstRow...row {
      guard let cell = block.corridor.cell(current, firstColumn) else { continue }
      sums[0] += source[cell].near[shape.target - 1]
      sums[1] += source[cell].close[shape.target - 1]
    }
    for current in firstColumn...column {
      guard let cell = block.corridor.cell(firstRow, current) else { continue }
      sums[0] += target[cell].near[shape.source - 1]
      sums[1] += target[cell].close[shape.source - 1]
    }
    let (s, t) = (block.source.lowerBound, block.target.lowerBound)
    sums[2] =
      sourceTotals[s + row] - sourceTotals[s + firstRow - 1]
      + targetTotals[t + column] - targetTotals[t + firstColumn - 1]
    return sums
  }
}
