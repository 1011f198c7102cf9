/// Finds the best sequence of beads in a lattice (Viterbi's algorithm), and how sure each is: a bead's
/// share of all paths. Linear in the corridor's cells.
struct BeadSearch {
  struct Bead: Equatable {
    var source: Range<Int>
    var target: Range<Int>
    /// From 0 to 1.
    var confidence: Double
    /// A person fixed it.
    var isPinned = false
  }

  private typealias States = BeadLattice.States

  private let lattice: BeadLattice
  private let odds: BeadLattice.Odds
  /// By cell and state: what the best way there did last, as shape * 4 + state before.
  private var steps: [SIMD4<UInt8>]
  /// The state of the best path at its end.
  private var finalState = 0

  init(_ lattice: BeadLattice) {
    self.lattice = lattice
    odds = lattice.odds()
    steps = [SIMD4<UInt8>](repeating: .zero, count: lattice.corridor.cellCount)
    fill()
  }

  private mutating func fill() {
    let corridor = lattice.corridor
    let shapes = BeadShape.all
    var best = [States](repeating: BeadLattice.nowhere, count: corridor.cellCount)
    for row in corridor.windows.indices {
      for column in corridor.windows[row] {
        let cell = corridor.offsets[row] + column - corridor.windows[row].lowerBound
        var top = BeadLattice.nowhere
        if row == 0, column == 0 { top[0] = 0 }
        for number in shapes.indices {
          let score = Double(lattice.beads[cell * shapes.count + number])
          guard score > -.infinity,
            let start = corridor.cell(row - shapes[number].source, column - shapes[number].target)
          else { continue }
          let state = Self.argmax(best[start])
          if best[start][state] + score > top[0] {
            top[0] = best[start][state] + score
            steps[cell][0] = UInt8(number * 4 + state)
          }
        }
        if let start = corridor.cell(row - 1, column) {
          let ways = best[start] + lattice.sourceOmissions[row - 1]
          let state = Self.argmax(ways)
          top[1] = ways[state]
          steps[cell][1] = UInt8(state)
        }
        if let start = corridor.cell(row, column - 1) {
          let ways = best[start] + lattice.targetOmissions[column - 1]
          let state = Self.argmax(ways)
          top[2] = ways[state]
          steps[cell][2] = UInt8(state)
        }
        best[cell] = top
      }
    }
    finalState = best.last.map(Self.argmax) ?? 0
  }

  /// The beads of the best path, in order.
  func beads() -> [Bead] {
    let corridor = lattice.corridor
    let confidence = omissionConfidence()
    var beads: [Bead] = []
    var (row, column, state) = (lattice.sourceCount, lattice.targetCount, finalState)
    while row > 0 || column > 0, let cell = corridor.cell(row, column) {
      let step = Int(steps[cell][state])
      switch state {
      case 0:
        let shape = BeadShape.all[step / 4]
        let (s, t) = ((row - shape.source)..<row, (column - shape.target)..<column)
        guard s.lowerBound >= 0, let start = corridor.cell(s.lowerBound, t.lowerBound)
        else { return [] }
        let score = Double(lattice.beads[cell * BeadShape.all.count + step / 4])
        beads.append(
          Bead(
            source: s, target: t, confidence: odds.bead(from: start, to: cell, score: score)))
        (row, column) = (s.lowerBound, t.lowerBound)
      case 1:
        row -= 1
        beads.append(
          Bead(
            source: row..<(row + 1), target: column..<column, confidence: confidence.source[row]))
      default:
        column -= 1
        beads.append(
          Bead(
            source: row..<row, target: column..<(column + 1),
            confidence: confidence.target[column]))
      }
      state = step % 4
    }
    return beads.reversed()
  }

  /// For every segment, the share of paths that leave it alone, wherever they stand on the other side.
  private func omissionConfidence() -> (source: [Double], target: [Double]) {
    var source = [Double](repeating: 0, count: lattice.sourceCount)
    var target = [Double](repeating: 0, count: lattice.targetCount)
    lattice.forEachOmission(odds) { side, segment, shares in
      switch side {
      case .source: source[segment] += shares.sum()
      case .target: target[segment] += shares.sum()
      }
    }
    return (source.map { min($0, 1) }, target.map { min($0, 1) })
  }

  private static func argmax(_ states: States) -> Int {
    var best = 0
    for state in 1..<3 where states[state] > states[best] { best = state }
    return best
  }
}

extension BeadLattice {
  /// Hands over every way to leave a segment alone, with its probability by the state before it.
  func forEachOmission(
    _ odds: Odds, _ body: (_ side: OmissionCosts.Side, _ segment: Int, _ shares: States) -> Void
  ) {
    for (row, window) in corridor.windows.enumerated() {
      for column in window {
        let cell = corridor.offsets[row] + column - window.lowerBound
        if row > 0, let start = corridor.cell(row - 1, column) {
          let costs = sourceOmissions[row - 1]
          let shares = odds.omission(from: start, to: cell, state: 1, costs: costs)
          body(.source, row - 1, shares)
        }
        if column > 0, let start = corridor.cell(row, column - 1) {
          let costs = targetOmissions[column - 1]
          let shares = odds.omission(from: start, to: cell, state: 2, costs: costs)
          body(.target, column - 1, shares)
        }
      }
    }
  }
}
