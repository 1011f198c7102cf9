import Foundation

/// Finds the best sequence of beads in a corridor, and how sure each is.
///
/// A path through the lattice is in one of three states: after a bead with both sides, after a source
/// segment alone, after a target segment alone. Of omissions that stand together the source's come
/// first, so that every alignment is one path.
///
/// The best path is Viterbi's; the confidence of a bead is its share of all paths, weighted by their
/// odds (forward-backward algorithm). Linear in the corridor's cells.
struct BeadSearch {
  struct Bead: Equatable {
    var source: Range<Int>
    var target: Range<Int>
    /// From 0 to 1.
    var confidence: Double
  }

  /// One number for each state: matched, source alone, target alone (the fourth is not used).
  private typealias States = SIMD4<Double>
  private static let impossible = -1e30
  private static let nowhere = States(repeating: impossible)

  private let corridor: Corridor
  private let source: SentenceSide
  private let target: SentenceSide
  private let omissions: OmissionCosts
  /// By cell and shape, of the beads that end there.
  private var scores: [Float]
  /// By cell: the logarithms of the summed odds of all ways there.
  private var forward: [States]
  /// The logarithms of the summed odds of all ways from there on.
  private var backward: [States]
  /// By cell and state: what the best way there did last, as shape * 4 + state before.
  private var steps: [SIMD4<UInt8>]

  init(
    _ source: SentenceSide, _ target: SentenceSide, corridor: Corridor, scorer: BeadScorer,
    weights: AlignmentWeights
  ) {
    self.corridor = corridor
    self.source = source
    self.target = target
    omissions = OmissionCosts(weights)
    let cells = corridor.cellCount
    scores = [Float](repeating: -.infinity, count: cells * BeadShape.all.count)
    forward = [States](repeating: Self.nowhere, count: cells)
    backward = forward
    steps = [SIMD4<UInt8>](repeating: .zero, count: cells)
    fillForward(scorer)
    fillBackward()
  }

  private mutating func fillForward(_ scorer: BeadScorer) {
    var best = forward
    for row in 0...source.count {
      for column in corridor.windows[row] {
        guard let cell = corridor.cell(row, column) else { continue }
        var sum = Self.nowhere
        var top = Self.nowhere
        if row == 0, column == 0 {
          sum[0] = 0
          top[0] = 0
        }
        for (number, shape) in BeadShape.all.enumerated() {
          guard let start = corridor.cell(row - shape.source, column - shape.target),
            let score = scorer.score(of: shape, endingAt: row, column)
          else { continue }
          scores[cell * BeadShape.all.count + number] = Float(score)
          sum[0] = logSum(sum[0], total(forward[start]) + score)
          for state in 0..<3 where best[start][state] + score > top[0] {
            top[0] = best[start][state] + score
            steps[cell][0] = UInt8(number * 4 + state)
          }
        }
        if let start = corridor.cell(row - 1, column) {
          let costs = omissions.source(isBlank: source.isBlank[row - 1])
          take(costs, from: start, state: 1, best, to: cell, &sum, &top)
        }
        if column > 0, let start = corridor.cell(row, column - 1) {
          let costs = omissions.target(isBlank: target.isBlank[column - 1])
          take(costs, from: start, state: 2, best, to: cell, &sum, &top)
        }
        forward[cell] = sum
        best[cell] = top
      }
    }
    if corridor.cellCount > 0 { finalState = Self.argmax(best[corridor.cellCount - 1]) }
  }

  /// The state of the best path at its end.
  private var finalState = 0

  private mutating func take(
    _ costs: States, from start: Int, state: Int, _ best: [States], to cell: Int,
    _ sum: inout States, _ top: inout States
  ) {
    sum[state] = total(forward[start] + costs)
    let ways = best[start] + costs
    let previous = Self.argmax(ways)
    top[state] = ways[previous]
    steps[cell][state] = UInt8(previous)
  }

  private mutating func fillBackward() {
    guard corridor.cellCount > 0 else { return }
    backward[corridor.cellCount - 1] = States(0, 0, 0, Self.impossible)
    for row in stride(from: source.count, through: 0, by: -1) {
      for column in corridor.windows[row].reversed() {
        guard let cell = corridor.cell(row, column), cell < corridor.cellCount - 1 else { continue }
        var matched = Self.impossible
        for (number, shape) in BeadShape.all.enumerated() {
          let next = row + shape.source
          guard next <= source.count, let end = corridor.cell(next, column + shape.target)
          else { continue }
          let score = Double(scores[end * BeadShape.all.count + number])
          guard score > Self.impossible else { continue }
          matched = logSum(matched, score + backward[end][0])
        }
        var ways = States(matched, matched, matched, Self.impossible)
        if row < source.count, let end = corridor.cell(row + 1, column) {
          let costs = omissions.source(isBlank: source.isBlank[row])
          for state in 0..<3 {
            ways[state] = logSum(ways[state], costs[state] + backward[end][1])
          }
        }
        if let end = corridor.cell(row, column + 1) {
          let costs = omissions.target(isBlank: target.isBlank[column])
          for state in 0..<3 {
            ways[state] = logSum(ways[state], costs[state] + backward[end][2])
          }
        }
        backward[cell] = ways
      }
    }
  }

  /// The beads of the best path, in order.
  func beads() -> [Bead] {
    let confidence = omissionConfidence()
    var beads: [Bead] = []
    var (row, column, state) = (source.count, target.count, finalState)
    while row > 0 || column > 0, let cell = corridor.cell(row, column) {
      let step = Int(steps[cell][state])
      switch state {
      case 0:
        let shape = BeadShape.all[step / 4]
        let (s, t) = ((row - shape.source)..<row, (column - shape.target)..<column)
        guard let start = corridor.cell(s.lowerBound, t.lowerBound) else { return [] }
        let score = Double(scores[cell * BeadShape.all.count + step / 4])
        let share = total(forward[start]) + score + backward[cell][0] - logOdds
        beads.append(Bead(source: s, target: t, confidence: Self.probability(share)))
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

  /// Of all paths together.
  private var logOdds: Double { forward.last.map(total) ?? 0 }

  /// For every segment, the share of paths that leave it alone, wherever they stand on the other side.
  private func omissionConfidence() -> (source: [Double], target: [Double]) {
    var sourceShare = [Double](repeating: 0, count: source.count)
    var targetShare = [Double](repeating: 0, count: target.count)
    for (row, window) in corridor.windows.enumerated() {
      for column in window {
        guard let cell = corridor.cell(row, column) else { continue }
        if row > 0, let start = corridor.cell(row - 1, column) {
          let costs = omissions.source(isBlank: source.isBlank[row - 1])
          let share = total(forward[start] + costs) + backward[cell][1] - logOdds
          sourceShare[row - 1] += Self.probability(share)
        }
        if column > 0, let start = corridor.cell(row, column - 1) {
          let costs = omissions.target(isBlank: target.isBlank[column - 1])
          let share = total(forward[start] + costs) + backward[cell][2] - logOdds
          targetShare[column - 1] += Self.probability(share)
        }
      }
    }
    return (sourceShare.map { min($0, 1) }, targetShare.map { min($0, 1) })
  }

  private static func probability(_ logarithm: Double) -> Double {
    logarithm < -60 ? 0 : min(1, exp(logarithm))
  }

  private func total(_ states: States) -> Double {
    logSum(logSum(states[0], states[1]), states[2])
  }

  private static func argmax(_ states: States) -> Int {
    var best = 0
    for state in 1..<3 where states[state] > states[best] { best = state }
    return best
  }
}

/// What a segment without counterpart costs, by the state before it.
private struct OmissionCosts {
  private let sourceCosts: SIMD4<Double>
  private let targetCosts: SIMD4<Double>
  private static let never = -1e30
  /// Nothing, in the order that paths keep.
  private static let blankSource = SIMD4(0, 0, never, never)
  private static let blankTarget = SIMD4(0, 0, 0, never)

  init(_ weights: AlignmentWeights) {
    sourceCosts = SIMD4(weights.omission, weights.nextOmission, Self.never, Self.never)
    targetCosts = SIMD4(
      weights.omission, weights.omissionOfOtherSide, weights.nextOmission, Self.never)
  }

  func source(isBlank: Bool) -> SIMD4<Double> { isBlank ? Self.blankSource : sourceCosts }

  func target(isBlank: Bool) -> SIMD4<Double> { isBlank ? Self.blankTarget : targetCosts }
}
