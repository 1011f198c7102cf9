/// How many source and target segments a bead joins.
struct BeadShape: Hashable {
  var source: Int
  var target: Int

  /// Segments on one side of a bead at most.
  static let longestSide = 4

  /// The shapes of beads that have words on both sides.
  static let all: [BeadShape] = [
    BeadShape(source: 1, target: 1), BeadShape(source: 1, target: 2),
    BeadShape(source: 2, target: 1), BeadShape(source: 1, target: 3),
    BeadShape(source: 3, target: 1), BeadShape(source: 2, target: 2),
    BeadShape(source: 1, target: 4), BeadShape(source: 4, target: 1),
    BeadShape(source: 2, target: 3), BeadShape(source: 3, target: 2),
  ]

  var isMerge: Bool { source + target > 2 }
}
