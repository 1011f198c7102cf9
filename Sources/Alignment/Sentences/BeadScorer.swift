import BitestoEmbedding

/// The evidence for the beads of a block.
struct BeadScorer {
  private let source: SentenceSide
  private let target: SentenceSide
  private let block: Block
  private let grid: PairGrid
  private let words: SpanCosines
  private let context: SpanCosines?
  private let coverage: WordCoverage
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
    coverage = WordCoverage(source.words, target.words, block: block)
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

  /// Hands over the evidence for every bead of the block: the cell where it ends, the number of its
  /// shape in ``BeadShape/all``, and its features. Beads with a blank segment, or with pairs that the
  /// corridor leaves out, are passed over.
  func forEachBead(_ body: (_ cell: Int, _ shape: Int, _ features: BeadFeatures) -> Void) {
    let corridor = block.corridor
    let shapes = BeadShape.all.count
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
          var features = BeadFeatures.zero
          features[BeadFeature.prior(of: shape)] = 1
          features[.words] = min(max(word?.deviations ?? 0, -3), 9)
          features[.context] = min(max(sentence?.deviations ?? 0, -3), 9)
          if shape.isMerge {
            var best = SIMD2<Float>(-1, -1)
            for part in BeadShape.parts[number] {
              guard let end = corridor.cell(row - part.rows, column - part.columns) else { continue }
              best = pointwiseMax(best, cosines[end * shapes + part.shape])
            }
            let gain = (10 * (own - best)).clamped(
              lowerBound: SIMD2(-3, -3), upperBound: SIMD2(3, 3))
            features[.wordGain] = gain[0]
            features[.contextGain] = context == nil ? 0 : gain[1]
          }
          addSurface(to: &features, shape, row, column, s, t, shared: pairs.shared)
          body(cell, number, features)
        }
      }
    }
  }

  private func spans(_ block: Range<Int>, endingAt end: Int, _ count: Int) -> Range<Int> {
    (block.lowerBound + end - count)..<(block.lowerBound + end)
  }

  private func addSurface(
    to features: inout BeadFeatures, _ shape: BeadShape, _ row: Int, _ column: Int,
    _ s: Range<Int>, _ t: Range<Int>, shared: KeyWeights
  ) {
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
