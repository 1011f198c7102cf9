import Foundation

/// The scores of all beads and omissions of a block, and how likely each is among all alignments.
///
/// A path through the lattice is in one of three states: after a bead with both sides, after a source
/// segment alone, after a target segment alone. Probabilities come from the forward-backward
/// algorithm; linear in the corridor's cells.
struct BeadLattice {
  /// One number for each state (the fourth is not used).
  typealias States = SIMD4<Double>
  static let nowhere = States(repeating: OmissionCosts.never)

  let corridor: Corridor
  let sourceCount: Int
  let targetCount: Int
  /// By cell and shape, of the beads that end there; minus infinity where there is none.
  let beads: [Float]
  /// By segment, for each state before it.
  let sourceOmissions: [States]
  let targetOmissions: [States]

  init(
    corridor: Corridor, beads: [Float], sourceOmissions: [States], targetOmissions: [States]
  ) {
    self.corridor = corridor
    self.beads = beads
    self.sourceOmissions = sourceOmissions
    self.targetOmissions = targetOmissions
    sourceCount = sourceOmissions.count
    targetCount = targetOmissions.count
  }

  /// Everything that may come to a cell: where it starts, in which state it ends there, its score.
  struct Odds {
    /// By cell: the logarithms of the summed odds of all ways there, by state and together.
    fileprivate(set) var forward: [States]
    fileprivate(set) var reached: [Double]
    /// The logarithms of the summed odds of all ways from there on.
    fileprivate(set) var backward: [States]
    /// Of all paths together.
    fileprivate(set) var all: Double

    /// The probability of a bead.
    func bead(from start: Int, to cell: Int, score: Double) -> Double {
      probability(reached[start] + score + backward[cell][0])
    }

    /// The probability of an omission, by the state before it.
    func omission(from start: Int, to cell: Int, state: Int, costs: States) -> States {
      let ways = forward[start] + costs
      var shares = States.zero
      for before in 0..<3 { shares[before] = probability(ways[before] + backward[cell][state]) }
      return shares
    }

    private func probability(_ logarithm: Double) -> Double {
      let share = logarithm - all
      return share < -40 ? 0 : min(1, exp(share))
    }
  }

  func odds() -> Odds {
    let cells = corridor.cellCount
    var odds = Odds(
      forward: [States](repeating: Self.nowhere, count: cells),
      reached: [Double](repeating: OmissionCosts.never, count: cells),
      backward: [States](repeating: Self.nowhere, count: cells), all: 0)
    fillForward(&odds)
    odds.all = odds.reached.last ?? 0
    fillBackward(&odds)
    return odds
  }

  private func fillForward(_ odds: inout Odds) {
    let shapes = BeadShape.all
    for row in corridor.windows.indices {
      for column in corridor.windows[row] {
        let cell = corridor.offsets[row] + column - corridor.windows[row].lowerBound
        var sum = Self.nowhere
        if row == 0, column == 0 { sum[0] = 0 }
        for number in shapes.indices {
          let score = beads[cell * shapes.count + number]
          guard score > -.infinity,
            let start = corridor.cell(row - shapes[number].source, column - shapes[number].target)
          else { continue }
          sum[0] = logSum(sum[0], odds.reached[start] + Double(score))
        }
        if let start = corridor.cell(row - 1, column) {
          sum[1] = Self.total(odds.forward[start] + sourceOmissions[row - 1])
        }
        if let start = corridor.cell(row, column - 1) {
          sum[2] = Self.total(odds.forward[start] + targetOmissions[column - 1])
        }
        odds.forward[cell] = sum
        odds.reached[cell] = Self.total(sum)
      }
    }
  }

  private func fillBackward(_ odds: inout Odds) {
    let shapes = BeadShape.all
    guard corridor.cellCount > 0 else { return }
    odds.backward[corridor.cellCount - 1] = States(0, 0, 0, OmissionCosts.never)
    for row in corridor.windows.indices.reversed() {
      for column in corridor.windows[row].reversed() {
        let cell = corridor.offsets[row] + column - corridor.windows[row].lowerBound
        guard cell < corridor.cellCount - 1 else { continue }
        var matched = OmissionCosts.never
        for number in shapes.indices {
          let next = row + shapes[number].source
          guard next <= sourceCount, let end = corridor.cell(next, column + shapes[number].target)
          else { continue }
          let score = beads[end * shapes.count + number]
          guard score > -.infinity else { continue }
          matched = logSum(matched, Double(score) + odds.backward[end][0])
        }
        var ways = States(matched, matched, matched, OmissionCosts.never)
        if row < sourceCount, let end = corridor.cell(row + 1, column) {
          for state in 0..<2 {
            let cost = sourceOmissions[row][state]
            ways[state] = logSum(ways[state], cost + odds.backward[end][1])
          }
        }
        if let end = corridor.cell(row, column + 1) {
          for state in 0..<3 {
            let cost = targetOmissions[column][state]
            ways[state] = logSum(ways[state], cost + odds.backward[end][2])
          }
        }
        odds.backward[cell] = ways
      }
    }
  }

  private static func total(_ states: States) -> Double {
    logSum(logSum(states[0], states[1]), states[2])
  }
}

extension BeadLattice {
  /// The lattice of a block under some weights.
  init(
    _ source: SentenceSide, _ target: SentenceSide, block: Block, scorer: BeadScorer,
    weights: AlignmentWeights
  ) {
    let count = block.corridor.cellCount * BeadShape.all.count
    var beads = [Float](repeating: -.infinity, count: count)
    scorer.forEachBead { cell, shape, features in
      beads[cell * BeadShape.all.count + shape] = weights.score(features)
    }
    let costs = OmissionCosts(weights)
    self.init(
      corridor: block.corridor, beads: beads,
      sourceOmissions: block.source.map { segment in
        costs.costs(.source, isBlank: source.isBlank[segment], words: source.words.weight(segment))
      },
      targetOmissions: block.target.map { segment in
        costs.costs(.target, isBlank: target.isBlank[segment], words: target.words.weight(segment))
      })
  }
}
