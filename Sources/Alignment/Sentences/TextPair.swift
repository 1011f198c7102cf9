import BitestoEmbedding

/// Two texts, read and cut into blocks that are aligned one by one.
struct TextPair {
  let source: SentenceSide
  let target: SentenceSide
  let blocks: [Block]
  private let words: SpanCosines
  private let expectedLength: ExpectedLength

  /// - Parameter pins: beads to keep, without conflict.
  init(_ source: SentenceSide, _ target: SentenceSide, pins: [PinnedBead] = []) {
    var (source, target) = (source, target)
    for pin in pins where pin.target.isEmpty { source.leaveAlone(pin.source) }
    for pin in pins where pin.source.isEmpty { target.leaveAlone(pin.target) }
    self.source = source
    self.target = target
    words = SpanCosines(
      source.words.sums, target.words.sums,
      samples: (source.words.sums, target.words.sums), prior: .words)
    expectedLength = ExpectedLength(source, target)
    let cells = (source.count + 1) * (target.count + 1)
    let anchors =
      cells > Corridor.smallLattice ? Anchors(source, target, words: words).found() : []
    blocks = Block.cut(
      source: source.count, target: target.count, anchors: anchors,
      pins: pins.filter { !$0.source.isEmpty && !$0.target.isEmpty }
        .sorted { $0.source.lowerBound < $1.source.lowerBound })
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
    if block.isPinned {
      return [
        BeadSearch.Bead(
          source: block.source, target: block.target, confidence: 1, isPinned: true)
      ]
    }
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
