import BitestoEmbedding

/// The evidence for the beads of a block.
struct BeadScorer {
  private let source: SentenceSide
  private let target: SentenceSide
  private let block: Block
  private let grid: PairGrid
  private let words: SpanCosines
  private let context: SpanCosines?
  private let expectedLength: ExpectedLength
  /// Sums of the keys' weights before each segment of the block.
  private let sourceKeys: [KeyWeights]
  private let targetKeys: [KeyWeights]

  /// - Parameters:
  ///   - words: of the whole texts.
  ///   - context: the sentence vectors of the texts, which must have those of the block; nil to do
  ///     without.
  init(
    _ source: SentenceSide, _ target: SentenceSide, block: Block, words: SpanCosines,
    expectedLength: ExpectedLength, context: (source: SentenceVectors, target: SentenceVectors)?
  ) {
    self.source = source
    self.target = target
    self.block = block
    self.words = words
    self.expectedLength = expectedLength
    let tables = context.map {
      (source: $0.source.selecting(block.source), target: $0.target.selecting(block.target))
    }
    grid = PairGrid(source, target, block: block, context: tables)
    self.context = tables.flatMap { tables in
      context.map {
        SpanCosines(
          tables.source, tables.target, samples: ($0.source.table, $0.target.table),
          prior: .context, base: (block.source.lowerBound, block.target.lowerBound))
      }
    }
    sourceKeys = Self.keySums(source.keys[block.source])
    targetKeys = Self.keySums(target.keys[block.target])
  }

  /// A bead that deserves a look, and what the vectors say of it.
  private struct Candidate {
    var row: Int
    var column: Int
    var cell: Int
    var shape: Int
    var deviations: SIMD2<Float>
    /// What a merge gains over its best part, in tenths of cosine.
    var gain: SIMD2<Float>
    var shared: KeyWeights
  }

  /// Hands over the evidence for every bead of the block: the cell where it ends, the number of its
  /// shape in ``BeadShape/all``, and its features. Beads with a blank segment or with pairs that the
  /// corridor leaves out, and hopeless ones, are passed over.
  func forEachBead(_ body: (_ cell: Int, _ shape: Int, _ features: BeadFeatures) -> Void) {
    let candidates = candidates()
    var needed = [Bool](repeating: false, count: block.corridor.cellCount)
    for candidate in candidates {
      let shape = BeadShape.all[candidate.shape]
      for row in (candidate.row - shape.source + 1)...candidate.row {
        let start = block.corridor.offsets[row] - block.corridor.windows[row].lowerBound
        for column in (candidate.column - shape.target + 1)...candidate.column {
          needed[start + column] = true
        }
      }
    }
    let coverage = WordCoverage(source.words, target.words, block: block, needed: needed)
    for candidate in candidates {
      body(candidate.cell, candidate.shape, features(of: candidate, coverage))
    }
  }

  private func candidates() -> [Candidate] {
    let corridor = block.corridor
    let shapes = BeadShape.all.count
    var candidates: [Candidate] = []
    // Of words and of sentence vectors, by cell and shape; the parts of a bead come before it.
    var cosines = [SIMD2<Float>](
      repeating: SIMD2(-1, -1), count: corridor.cellCount * shapes)
    for row in 1..<max(1, corridor.windows.count) {
      for column in corridor.windows[row] where column > 0 {
        let cell = corridor.offsets[row] + column - corridor.windows[row].lowerBound
        for (number, shape) in BeadShape.all.enumerated() {
          guard shape.source <= row, shape.target <= column,
            let pairs = grid.sum(shape, endingAt: row, column)
          else { continue }
          let s = spans(block.source, endingAt: row, shape.source)
          let t = spans(block.target, endingAt: column, shape.target)
          guard !source.isBlank[s].contains(true), !target.isBlank[t].contains(true)
          else { continue }
          let word = words.similarity(dot: pairs.vectors[0], source: s, target: t)
          let sentence = context?.similarity(dot: pairs.vectors[1], source: s, target: t)
          let own = SIMD2(word?.cosine ?? 0, sentence?.cosine ?? 0)
          cosines[cell * shapes + number] = own
          if let word, word.deviations < leastDeviations(shape, s, t) { continue }
          var best = own
          if shape.isMerge {
            best = SIMD2(-1, -1)
            for part in BeadShape.parts[number] {
              guard let end = corridor.cell(row - part.rows, column - part.columns)
              else { continue }
              best = pointwiseMax(best, cosines[end * shapes + part.shape])
            }
          }
          candidates.append(
            Candidate(
              row: row, column: column, cell: cell, shape: number,
              deviations: SIMD2(word?.deviations ?? 0, sentence?.deviations ?? 0),
              gain: 10 * (own - best), shared: pairs.shared))
        }
      }
    }
    return candidates
  }

  /// A merge whose words are not even a standard deviation closer than unrelated ones is no bead, nor
  /// is a pair of long segments that are no closer; most are such, and are passed over.
  private func leastDeviations(_ shape: BeadShape, _ s: Range<Int>, _ t: Range<Int>) -> Float {
    if shape.isMerge { return 1 }
    let words = min(source.words.weight(s.lowerBound), target.words.weight(t.lowerBound))
    return words > 6 ? 0 : -.infinity
  }

  private func features(of bead: Candidate, _ coverage: WordCoverage) -> BeadFeatures {
    let shape = BeadShape.all[bead.shape]
    var features = BeadFeatures.zero
    features[BeadFeature.prior(of: shape)] = 1
    features[.words] = min(max(bead.deviations[0], -3), 9)
    features[.context] = min(max(bead.deviations[1], -3), 9)
    let gain = bead.gain.clamped(lowerBound: SIMD2(-3, -3), upperBound: SIMD2(3, 3))
    features[.wordGain] = gain[0]
    features[.contextGain] = context == nil ? 0 : gain[1]
    addSurface(
      to: &features, shape, bead.row, bead.column, shared: bead.shared, coverage: coverage)
    return features
  }

  private func spans(_ block: Range<Int>, endingAt end: Int, _ count: Int) -> Range<Int> {
    (block.lowerBound + end - count)..<(block.lowerBound + end)
  }

  private func addSurface(
    to features: inout BeadFeatures, _ shape: BeadShape, _ row: Int, _ column: Int,
    shared: KeyWeights, coverage: WordCoverage
  ) {
    let s = spans(block.source, endingAt: row, shape.source)
    let t = spans(block.target, endingAt: column, shape.target)
    let deviation = Float(expectedLength.deviation(source.length(s), target.length(t)))
    features[.length] = min(deviation * deviation, 30) / 4
    let covered = coverage.weights(of: shape, endingAt: row, column)
    features[.near] = min(covered[0], 200) / 10
    features[.close] = min(covered[1], 200) / 10
    features[.uncovered] = min(covered[2] - covered[0], 200) / 10
    let a = sourceKeys[row] - sourceKeys[row - shape.source]
    let b = targetKeys[column] - targetKeys[column - shape.target]
    let both = pointwiseMin(shared, pointwiseMin(a, b))
    let missing = pointwiseMin(a + b - 2 * both, KeyWeights(repeating: 8))
    let agreeing = pointwiseMin(both, KeyWeights(repeating: 6))
    features[.nameShared] = agreeing[0]
    features[.nameMissing] = missing[0]
    features[.numberShared] = agreeing[1]
    features[.numberMissing] = missing[1]
    features[.stemShared] = agreeing[2]
    features[.stemMissing] = missing[2]
    let marks = source.marks.differences(s, target.marks, t)
    features[.sentences] = marks[0]
    features[.quotationMarks] = marks[1]
    features[.questions] = marks[2]
    features[.beginnings] = source.marks.differInBeginning(s, target.marks, t) ? 1 : 0
    if shape.isMerge {
      let borders = source.marks.borders(s, target.marks, t)
      features[.bordersAtSentences] = borders.atSentences
      features[.bordersAtPauses] = borders.atPauses
      features[.bordersNowhere] = borders.nowhere
    }
    features[.paragraphs] = source.marks.paragraphBorders(s, target.marks, t)
    features[.endings] = source.marks.differInEnding(s, target.marks, t) ? 1 : 0
  }

  private static func keySums(_ keys: ArraySlice<[SurfaceEvidence.Key]>) -> [KeyWeights] {
    var sums = [KeyWeights.zero]
    for keys in keys {
      var sum = sums[sums.count - 1]
      for key in keys { sum[key.lane] += key.weight }
      sums.append(sum)
    }
    return sums
  }
}
