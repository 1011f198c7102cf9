import BitestoEmbedding
import Foundation

/// A pair of texts whose beads are known, for fitting and checking ``AlignmentWeights``.
package struct AlignmentExample: Sendable {
  package typealias Bead = AlignmentScore.Bead

  /// The known beads, omissions of the source before those of the target.
  package let gold: [Bead]
  private let corridor: Corridor
  /// The features of each bead of the lattice, and its place among them by cell and shape, or -1.
  private var features: [BeadFeatures] = []
  private var places: [Int32]
  private let goldFeatures: BeadFeatures
  private let isBlank: (source: [Bool], target: [Bool])
  private let words: (source: [Float], target: [Float])

  /// Nil when the known beads are not complete, or not all of shapes that the search knows.
  package init?(
    _ aligner: SentenceAligner, _ source: Bitext.Side, _ target: Bitext.Side, gold: [Bead]
  ) {
    let pair = aligner.read([(source, target)])[0]
    let block = Block(0..<pair.source.count, 0..<pair.target.count)
    let scorer = pair.scorer(block, context: aligner.context(source, target))
    corridor = block.corridor
    places = [Int32](repeating: -1, count: corridor.cellCount * BeadShape.all.count)
    var found: [BeadFeatures] = []
    var places = self.places
    scorer.forEachBead { cell, shape, own in
      places[cell * BeadShape.all.count + shape] = Int32(found.count)
      found.append(own)
    }
    self.places = places
    features = found
    isBlank = (pair.source.isBlank, pair.target.isBlank)
    words = (
      (0..<pair.source.count).map(pair.source.words.weight),
      (0..<pair.target.count).map(pair.target.words.weight)
    )
    self.gold = Self.ordered(gold)
    guard
      let sum = Self.sum(
        self.gold, corridor: corridor, words: words,
        feature: { index in
          places[index] < 0 ? nil : found[Int(places[index])]
        })
    else { return nil }
    goldFeatures = sum
  }

  private static func ordered(_ beads: [Bead]) -> [Bead] {
    var result: [Bead] = []
    var waiting: [Bead] = []
    for bead in beads {
      if bead.source.isEmpty {
        waiting.append(bead)
      } else if bead.target.isEmpty {
        result.append(bead)
      } else {
        result += waiting
        waiting = []
        result.append(bead)
      }
    }
    return result + waiting
  }

  /// The features of a path, summed; nil when it is not one.
  private static func sum(
    _ beads: [Bead], corridor: Corridor, words: (source: [Float], target: [Float]),
    feature: (Int) -> BeadFeatures?
  ) -> BeadFeatures? {
    var sum = BeadFeatures.zero
    var (row, column, state) = (0, 0, 0)
    for bead in beads {
      let shape = BeadShape(source: bead.source.count, target: bead.target.count)
      if shape.source > 0, shape.target > 0 {
        (row, column, state) = (row + shape.source, column + shape.target, 0)
        guard let number = BeadShape.all.firstIndex(of: shape),
          let cell = corridor.cell(row, column),
          let own = feature(cell * BeadShape.all.count + number)
        else { return nil }
        sum += own
        continue
      }
      for _ in 0..<(shape.source + shape.target) {
        let side: OmissionCosts.Side = shape.target == 0 ? .source : .target
        guard let feature = side.feature(after: state) else { return nil }
        sum[feature] += 1
        let weight = side == .source ? words.source[row] : words.target[column]
        sum[.omittedWords] += OmissionCosts.omittedWords(weight)
        if side == .source { row += 1 } else { column += 1 }
        state = side == .source ? 1 : 2
      }
    }
    return row == words.source.count && column == words.target.count ? sum : nil
  }

  private func lattice(_ weights: AlignmentWeights) -> BeadLattice {
    let scores = features.map { weights.score($0) }
    let costs = OmissionCosts(weights)
    return BeadLattice(
      corridor: corridor, beads: places.map { $0 < 0 ? -.infinity : scores[Int($0)] },
      sourceOmissions: words.source.indices.map {
        costs.costs(.source, isBlank: isBlank.source[$0], words: words.source[$0])
      },
      targetOmissions: words.target.indices.map {
        costs.costs(.target, isBlank: isBlank.target[$0], words: words.target[$0])
      })
  }

  /// The logarithm of the known alignment's probability, and its derivative by the weights: the
  /// features of the known alignment less those expected of all.
  package func likelihood(_ weights: AlignmentWeights) -> (value: Double, gradient: [Double]) {
    let lattice = lattice(weights)
    let odds = lattice.odds()
    var expected = SIMD32<Double>.zero
    let shapes = BeadShape.all
    for row in corridor.windows.indices {
      for column in corridor.windows[row] {
        guard let cell = corridor.cell(row, column) else { continue }
        for number in shapes.indices {
          let place = places[cell * shapes.count + number]
          guard place >= 0,
            let start = corridor.cell(row - shapes[number].source, column - shapes[number].target)
          else { continue }
          let score = Double(lattice.beads[cell * shapes.count + number])
          let share = odds.bead(from: start, to: cell, score: score)
          if share > 1e-9 { expected += share * SIMD32<Double>(features[Int(place)]) }
        }
      }
    }
    lattice.forEachOmission(odds) { side, segment, shares in
      for state in 0..<3 {
        guard let feature = side.feature(after: state) else { continue }
        expected[feature.rawValue] += shares[state]
        let weight = side == .source ? words.source[segment] : words.target[segment]
        expected[BeadFeature.omittedWords.rawValue] +=
          shares[state] * Double(OmissionCosts.omittedWords(weight))
      }
    }
    let value = Double((weights.values * goldFeatures).sum()) - odds.all
    let gradient = SIMD32<Double>(goldFeatures) - expected
    return (value, gradient.indices.map { gradient[$0] })
  }

  /// What the search finds with some weights, and how sure it is of each bead.
  package func found(_ weights: AlignmentWeights) -> [(bead: Bead, confidence: Double)] {
    BeadSearch(lattice(weights)).beads().map {
      (Bead(source: $0.source, target: $0.target), $0.confidence)
    }
  }

  /// The features that only sentence vectors give.
  package static let contextFeatures = [
    BeadFeature.context.rawValue, BeadFeature.contextGain.rawValue,
  ]
}

extension SentenceAligner {
  /// The sentence vectors of two whole texts.
  fileprivate func context(
    _ source: Bitext.Side, _ target: Bitext.Side
  ) -> (source: SentenceVectors, target: SentenceVectors) {
    let both = [source, target].map { side in
      SentenceVectors(
        sentences.vectors(of: side.segments.map { side.document.text($0.range) }),
        segments: Array(side.segments.indices), count: side.segments.count)
    }
    return (both[0], both[1])
  }
}
