import BitestoAlignment

/// How well beads were found, and how well their confidences tell it.
struct BeadScore {
  private(set) var beads = AlignmentScore()
  /// By tenths of confidence: beads, the sum of their confidences, how many are right. Beads without
  /// counterpart count here, too.
  private var tenths = [(count: Int, confidence: Double, right: Int)](
    repeating: (0, 0, 0), count: 10)

  mutating func count(
    _ beads: [(bead: AlignmentExample.Bead, confidence: Double)], gold: [AlignmentExample.Bead]
  ) {
    // An omission is the same wherever it stands on the other side.
    func key(_ bead: AlignmentExample.Bead) -> [Range<Int>] {
      [bead.source.isEmpty ? 0..<0 : bead.source, bead.target.isEmpty ? 0..<0 : bead.target]
    }
    let keys = Set(gold.map(key))
    self.beads = self.beads + AlignmentScore(found: beads.map(\.bead), gold: gold)
    for (bead, confidence) in beads {
      let isRight = keys.contains(key(bead))
      let tenth = min(9, Int(confidence * 10))
      tenths[tenth].count += 1
      tenths[tenth].confidence += confidence
      tenths[tenth].right += isRight ? 1 : 0
    }
  }

  static func + (a: BeadScore, b: BeadScore) -> BeadScore {
    var sum = a
    sum.beads = a.beads + b.beads
    for index in sum.tenths.indices {
      sum.tenths[index].count += b.tenths[index].count
      sum.tenths[index].confidence += b.tenths[index].confidence
      sum.tenths[index].right += b.tenths[index].right
    }
    return sum
  }

  var strictF1: Double { beads.strictF1 }

  /// Beads that were missed or invented.
  var wrong: Int { beads.found + beads.known - 2 * beads.right }

  /// The mean distance between confidence and share of right beads, by tenths (Naeini et al. 2015).
  var calibrationError: Double {
    let all = Double(tenths.reduce(0) { $0 + $1.count })
    return tenths.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / max(all, 1)
  }

  /// A line for each tenth: its beads, their mean confidence, the share that is right.
  var reliability: [(tenth: Int, count: Int, confidence: Double, right: Double)] {
    tenths.enumerated().filter { $0.element.count > 0 }.map { number, tenth in
      let count = Double(tenth.count)
      return (number, tenth.count, tenth.confidence / count, Double(tenth.right) / count)
    }
  }
}
