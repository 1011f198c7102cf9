import BitestoEmbedding

/// Two texts, read and cut into blocks that are aligned one by one.
struct TextPair {
  let source: SentenceSide
  let target: SentenceSide
  let blocks: [Block]
  private let words: SpanCosines
  private let expectedLength: ExpectedLength

  init(_ source: SentenceSide, _ target: SentenceSide) {
    self.source = source
    self.target = target
    words = SpanCosines(
      source.words.sums, target.words.sums,
      samples: (source.words.sums, target.words.sums), prior: .words)
    expectedLength = ExpectedLength(source, target)
    let cells = (source.count + 1) * (target.count + 1)
    let anchors =
      cells > Corridor.smallLattice ? Anchors(source, target, words: words).found() : []
    blocks = Block.cut(source: source.count, target: target.count, anchors: anchors)
  }

  func scorer(
    _ block: Block, context: (source: SentenceVectors, target: SentenceVectors)?
  ) -> BeadScorer {
    BeadScorer(
      source, target, block: block, words: words, expectedLength: expectedLength, context: context)
  }

  /// The best beads of a block, in segments of the texts.
  func beads(
    _ block: Block, context: (source: SentenceVectors, target: SentenceVectors)?
  ) -> [BeadSearch.Bead] {
    let lattice = BeadLattice(
      source, target, block: block, scorer: scorer(block, context: context),
      weights: context == nil ? .words : .context)
    let (row, column) = (block.source.lowerBound, block.target.lowerBound)
    return BeadSearch(lattice).beads().map { bead in
      BeadSearch.Bead(
        source: (bead.source.lowerBound + row)..<(bead.source.upperBound + row),
        target: (bead.target.lowerBound + column)..<(bead.target.upperBound + column),
        confidence: bead.confidence)
    }
  }
}
