/// Segments of the two texts that are aligned with each other by themselves, and the part of their
/// lattice that is searched.
struct Block {
  var source: Range<Int>
  var target: Range<Int>
  /// In segments from the block's first on.
  var corridor: Corridor
  /// A person fixed it: the block is one bead.
  var isPinned = false

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

  /// Cuts two texts at the beads that a person fixed, and between anchors.
  ///
  /// - Parameters:
  ///   - anchors: in order.
  ///   - pins: in order, each with segments on both sides.
  static func cut(
    source: Int, target: Int, anchors: [Anchors.Anchor], pins: [PinnedBead]
  ) -> [Block] {
    var blocks: [Block] = []
    var (row, column) = (0, 0)
    for pin in pins {
      blocks += cut(row..<pin.source.lowerBound, column..<pin.target.lowerBound, anchors: anchors)
      var pinned = Block(pin.source, pin.target)
      pinned.isPinned = true
      blocks.append(pinned)
      (row, column) = (pin.source.upperBound, pin.target.upperBound)
    }
    return blocks + cut(row..<source, column..<target, anchors: anchors)
  }

  /// Cuts parts of two texts between anchors that stand side by side, where no bead reaches across.
  private static func cut(
    _ source: Range<Int>, _ target: Range<Int>, anchors: [Anchors.Anchor]
  ) -> [Block] {
    let anchors = anchors.filter { source.contains($0.source) && target.contains($0.target) }
    var blocks: [Block] = []
    var (row, column, first) = (source.lowerBound, target.lowerBound, 0)
    for (index, anchor) in anchors.enumerated().dropLast() {
      let next = anchors[index + 1]
      guard next.source == anchor.source + 1, next.target == anchor.target + 1,
        next.source - row >= leastSegments
      else { continue }
      blocks.append(
        Block(row..<next.source, column..<next.target, anchors: anchors[first...index]))
      (row, column, first) = (next.source, next.target, index + 1)
    }
    blocks.append(
      Block(row..<source.upperBound, column..<target.upperBound, anchors: anchors[first...]))
    return blocks
  }

  /// Source segments in a block at least, so that the context decides and not the cuts.
  private static let leastSegments = 40
}
