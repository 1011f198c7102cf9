/// The cost of taking one word for another: the cheapest way to pair their sounds.
struct SoundDistance: Sendable {
  /// The number of sounds.
  private let width: Int
  private let costs: SoundTable.Costs

  init(_ costs: SoundTable.Costs, of table: SoundTable) {
    width = table.count
    self.costs = costs
  }

  /// A cost that no word reaches: the two have nothing in common.
  static let farthest: UInt16 = 1000
  /// The cost of one sound of a pair of equal ones ("Anna", "Ana").
  private static let doublingCost: UInt16 = 20

  /// The cheapest pairing and the readings that it takes.
  struct Match {
    var cost: UInt16
    var readings: (Int, Int)
  }

  /// The cost of the cheapest pairing over all readings of two words, or ``farthest`` when it is
  /// `limit` or more.
  ///
  /// - Complexity: O(readings² × length²), mostly cut short at the first consonants that differ.
  func match(_ first: WordKey, _ second: WordKey, limit: UInt16) -> Match {
    var best = Match(cost: Self.farthest, readings: (0, 0))
    if first.script == .other || second.script == .other {
      if first.isWritten(like: second) { best.cost = 0 }
      return best
    }
    if first.isWritten(like: second) {
      best.cost = 0
      return best
    }
    var bound = limit
    first.sounds.withUnsafeBufferPointer { firstSounds in
      second.sounds.withUnsafeBufferPointer { secondSounds in
        for one in first.readings.indices {
          for other in second.readings.indices {
            let penalty = first.readings[one].penalty + second.readings[other].penalty
            guard penalty < bound, !bothAreGuesses(first.readings[one], second.readings[other])
            else { continue }
            let cost = distance(
              UnsafeBufferPointer(rebasing: firstSounds[first.range(of: one)]),
              UnsafeBufferPointer(rebasing: secondSounds[second.range(of: other)]),
              limit: bound - penalty)
            guard cost < bound - penalty else { continue }
            best = Match(cost: cost + penalty, readings: (one, other))
            bound = best.cost
            if bound == 0 { return }
          }
        }
      }
    }
    return best
  }

  /// One word may be read in a way that nothing in it speaks for, but two such guesses would make
  /// too many words one.
  private func bothAreGuesses(_ first: WordKey.Reading, _ second: WordKey.Reading) -> Bool {
    first.isGuess && second.isGuess && first.family != second.family
  }

  /// The cheapest pairing of two sequences of sounds; `limit` or more when it costs that much.
  func distance(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, limit: UInt16
  ) -> UInt16 {
    let count = second.count
    return costs.pairs.withUnsafeBufferPointer { pairs in
      costs.drops.withUnsafeBufferPointer { drops in
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 2 * count + 1) { cells in
          let row = UnsafeMutableBufferPointer(rebasing: cells[...count])
          let dropSecond = UnsafeMutableBufferPointer(rebasing: cells[(count + 1)...])
          row[0] = 0
          for column in 0..<count {
            let drop = self.drop(second, column, drops)
            dropSecond[column] = drop
            row[column + 1] = row[column] &+ drop
          }
          for line in 0..<first.count {
            let drop = self.drop(first, line, drops)
            let costsOfSound = Int(first[line]) * width
            var diagonal = row[0]
            row[0] &+= drop
            var least = row[0]
            for column in 0..<count {
              let replaced = diagonal &+ pairs[costsOfSound + Int(second[column])]
              diagonal = row[column + 1]
              let cell = min(replaced, min(diagonal &+ drop, row[column] &+ dropSecond[column]))
              row[column + 1] = cell
              least = min(least, cell)
            }
            if least >= limit { return least }
          }
          return row[count]
        }
      }
    }
  }

  @inline(__always)
  private func drop(
    _ sounds: UnsafeBufferPointer<UInt8>, _ position: Int, _ drops: UnsafeBufferPointer<UInt16>
  ) -> UInt16 {
    let sound = sounds[position]
    let drop = drops[Int(sound)]
    return position > 0 && sounds[position - 1] == sound ? min(drop, costs.doubling) : drop
  }

  /// One step of the cheapest pairing: a sound of each side, or of one.
  struct Step {
    var first: UInt8?
    var second: UInt8?
    var cost: UInt16
  }

  /// The steps of the cheapest pairing, for explanations; ``distance(_:_:limit:)`` is faster.
  func steps(_ first: [UInt8], _ second: [UInt8]) -> [Step] {
    let columns = second.count + 1
    var table = [UInt16](repeating: 0, count: (first.count + 1) * columns)
    var taken = [Step?](repeating: nil, count: table.count)
    for line in 0...first.count {
      for column in 0..<columns where line + column > 0 {
        var steps: [(cost: UInt16, step: Step)] = []
        func consider(_ one: UInt8?, _ other: UInt8?, _ cost: UInt16, from cell: Int) {
          steps.append((table[cell] + cost, Step(first: one, second: other, cost: cost)))
        }
        let cell = line * columns + column
        if line > 0, column > 0 {
          let (one, other) = (first[line - 1], second[column - 1])
          consider(one, other, costs.pairs[Int(one) * width + Int(other)], from: cell - columns - 1)
        }
        if line > 0 {
          let cost = first.withUnsafeBufferPointer { sounds in
            costs.drops.withUnsafeBufferPointer { drop(sounds, line - 1, $0) }
          }
          consider(first[line - 1], nil, cost, from: cell - columns)
        }
        if column > 0 {
          let cost = second.withUnsafeBufferPointer { sounds in
            costs.drops.withUnsafeBufferPointer { drop(sounds, column - 1, $0) }
          }
          consider(nil, second[column - 1], cost, from: cell - 1)
        }
        guard let least = steps.min(by: { $0.cost < $1.cost }) else { continue }
        table[cell] = least.cost
        taken[cell] = least.step
      }
    }
    var path: [Step] = []
    var (line, column) = (first.count, second.count)
    while let step = taken[line * columns + column] {
      path.append(step)
      if step.first != nil { line -= 1 }
      if step.second != nil { column -= 1 }
    }
    return path.reversed()
  }
}
