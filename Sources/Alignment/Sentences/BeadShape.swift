/// How many source and target segments a bead joins.
struct BeadShape: Hashable {
  var source: Int
  var target: Int

  /// Segments on one side of a bead at most.
  static let longestSide = 4

  /// The shapes of beads that have words on both sides, parts before wholes.
  static let all: [BeadShape] = [
    BeadShape(source: 1, target: 1), BeadShape(source: 1, target: 2),
    BeadShape(source: 2, target: 1), BeadShape(source: 1, target: 3),
    BeadShape(source: 3, target: 1), BeadShape(source: 2, target: 2),
    BeadShape(source: 1, target: 4), BeadShape(source: 4, target: 1),
    BeadShape(source: 2, target: 3), BeadShape(source: 3, target: 2),
  ]

  var isMerge: Bool { source + target > 2 }

  /// A bead without the first or the last segment of a side.
  struct Part {
    /// Its number in ``BeadShape/all``.
    var shape: Int
    /// How many segments before the whole it ends.
    var rows: Int
    var columns: Int
  }

  /// For each of ``all``.
  static let parts: [[Part]] = all.map { shape in
    var parts: [Part] = []
    for (source, target) in [(1, 0), (0, 1)] {
      let rest = BeadShape(source: shape.source - source, target: shape.target - target)
      guard let number = all.firstIndex(of: rest) else { continue }
      parts.append(Part(shape: number, rows: 0, columns: 0))
      parts.append(Part(shape: number, rows: source, columns: target))
    }
    return parts
  }
}
