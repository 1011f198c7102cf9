/// Rules at work on one document: what they remember from place to place.
struct SRXRun {
  private let table: SRXRuleTable
  /// The rules that may match, by the code units around a place (``key(_:_:)``).
  private var rulesByKey: [UInt32: [Int]] = [:]
  private var rulesByLast: [UInt16: [Int]] = [:]
  /// Answers of the expressions after the place at hand; each stands with the place it was for.
  private var afterAnswers: [(place: Int, isMatch: Bool)]
  /// How often an expression took too long.
  private var abandoned: [SRXError.Side: [Int: Int]] = [:]

  /// Keys that are remembered; then all are forgotten, so that memory stays bounded.
  private static let mostKeys = 1 << 16
  /// An expression that took too long so often counts as one that matches nothing.
  private static let mostAbandoned = 3

  init(_ table: SRXRuleTable) {
    self.table = table
    afterAnswers = Array(repeating: (-1, false), count: table.afters.count)
  }

  /// The places, in code units, where the paragraph breaks. Linear in its length.
  mutating func breaks(in units: UnsafeBufferPointer<UInt16>) -> [Int] {
    for index in afterAnswers.indices { afterAnswers[index].place = -1 }
    var text = UnitText(units)
    var places: [Int] = []
    table.candidates.forEach(in: units) { place in
      guard !text.splitsPair(place) else { return }
      if breaks(&text, at: place) { places.append(place) }
    }
    return places
  }

  private mutating func breaks(_ text: inout UnitText, at place: Int) -> Bool {
    text.look(at: place)
    let key = key(text, place)
    let rules = rulesByKey[key] ?? remember(key)
    for number in rules {
      let entry = table.entries[number]
      guard entry.before < 0 || matches(table.befores[entry.before], entry.before, text, place),
        entry.after < 0 || matchesAfter(entry.after, text, place)
      else { continue }
      return entry.breaks
    }
    return false
  }

  /// The three code units before the place and the one after it, by their representatives; zero
  /// stands for the start of the text, and lets every rule through.
  private func key(_ text: UnitText, _ place: Int) -> UInt32 {
    func unit(_ index: Int) -> UInt32 {
      index < 0 ? 0 : UInt32(ASCIISet.representative(text.units[index]))
    }
    return unit(place) << 24 | unit(place - 3) << 16 | unit(place - 2) << 8 | unit(place - 1)
  }

  private mutating func remember(_ key: UInt32) -> [Int] {
    let units = (0..<4).map { UInt16(key >> ($0 * 8) & 0xFF) }
    let candidates =
      rulesByLast[units[0]]
      ?? table.entries.indices.filter {
        table.entries[$0].last.mayContain(units[0])
      }
    rulesByLast[units[0]] = candidates
    // Beyond a unit that may be two ("ß" for "ss") the others stand elsewhere.
    let seesSecond = units[1] > 0 && units[0] != ASCIISet.odd
    let seesThird = seesSecond && units[2] > 0 && units[1] != ASCIISet.odd
    let rules = candidates.filter { number in
      let entry = table.entries[number]
      return (!seesSecond || entry.second.mayContain(units[1]))
        && (!seesThird || entry.third.mayContain(units[2]))
        && entry.first.mayContain(units[3])
    }
    // A run of rules that say no needs no trial when no rule after it says yes.
    let last = rules.lastIndex { table.entries[$0].breaks }
    let needed = last.map { Array(rules[...$0]) } ?? []
    if rulesByKey.count >= Self.mostKeys { rulesByKey.removeAll(keepingCapacity: true) }
    rulesByKey[key] = needed
    return needed
  }

  private mutating func matchesAfter(_ number: Int, _ text: UnitText, _ place: Int) -> Bool {
    if afterAnswers[number].place == place { return afterAnswers[number].isMatch }
    let isMatch = matches(table.afters[number], number, text, place)
    afterAnswers[number] = (place, isMatch)
    return isMatch
  }

  private mutating func matches(
    _ expression: SRXExpression, _ number: Int, _ text: UnitText, _ place: Int
  ) -> Bool {
    switch expression.program.answer(text, at: place) {
    case .yes: return true
    case .no: return false
    case .unknown: break
    }
    if !abandoned.isEmpty, abandoned[expression.side]?[number] ?? 0 >= Self.mostAbandoned {
      return false
    }
    if let isMatch = expression.matches(text, at: place) { return isMatch }
    abandoned[expression.side, default: [:]][number, default: 0] += 1
    return false
  }
}
