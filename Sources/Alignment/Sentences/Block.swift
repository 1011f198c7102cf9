/// Segments of the two texts that are aligned with each other by themselves, and the part of their
/// lattice that is searched.
struct Block {
  var source: Range<Int>
  var target: Range<Int>
  /// In segments from the block's first on.
  var corridor: Corridor

  /// Searched whole.
  init(_ source: Range<Int>, _ target: Range<Int>) {
    self.source = source
    self.target = target
    corridor = Corridor(source: source.count, target: target.count)
  }

  /// Searched near anchors that stand in the block, unless it is small.
  init(_ source: Range<Int>, _ target: Range<Int>, anchors: ArraySlice<Anchors.Anchor>) {
    self.init(source, target)
    guard source.count * target.count > Corridor.smallLattice else { return }
    corridor = Corridor(
      source: source.count, target: target.count,
      anchors: anchors.map {
        Anchors.Anchor(source: $0.source - source.lowerBound, target: $0.target - target.lowerBound)
      })
  }

  /// Cuts two texts between anchors that stand side by side, where no bead reaches across.
  ///
  /// - Parameter anchors: in order.
  static func cut(
    source: Int, target: Int, anchors: [Anchors.Anchor]
  ) -> [Block] {
    var blocks: [Block] = []
    var (row, column, first) = (0, 0, 0)
    for (index, anchor) in anchors.enumerated().dropLast() {
      let next = anchors[index + 1]
      guard next.source == anchor.source + 1, next.target == anchor.target + 1,
        next.source - row >= leastSegments
      else { continue }
      blocks.append(
        Block(row..<next.source, column..<next.target, anchors: anchors[first...index]))
      (row, column, first) = (next.source, next.target, index + 1)
    }
    blocks.append(Block(row..<source, column..<target, anchors: anchors[first...]))
    return blocks
  }

  /// Source segments in a block at least, so that the context decides and not the cuts.
  private static let leastSegments = 40
}
