/// Adds up number words.
struct NumberSum {
  private var total = 0.0
  private var current: Double
  private(set) var factor = 1.0
  private var last: Double?

  /// Whether words without "and" between them add up: "two thousand five hundred".
  private let goesOn: Bool

  init(_ value: Double, goesOn: Bool) {
    current = value
    self.goesOn = goesOn
  }

  var value: Double { total + current }

  mutating func multiply(_ by: Double) -> Bool {
    if let last, by >= last, current == 0 { return false }
    if by == 100 {
      guard current > 0, current < 100 else { return false }
      current *= 100
    } else {
      total += max(current, 1) * by
      current = 0
      last = by
    }
    factor *= by
    return true
  }

  mutating func add(_ value: Double, joined: Bool) -> Bool {
    guard goesOn || joined else { return false }
    let least = joined && !goesOn ? (last ?? 0) / 1000 : 0
    let isSmaller =
      current == 0
      ? value < (last ?? 0) && value >= least
      : value < 100 && current >= 100
        && current.truncatingRemainder(dividingBy: 100) == 0
    let isOnes =
      !joined && value < 10 && current >= 20 && current < 100
      && current.truncatingRemainder(dividingBy: 10) == 0
    guard isSmaller || isOnes else { return false }
    current += value
    return true
  }

  mutating func addHalf() -> Bool {
    total += 0.5 * (last ?? 1)
    return true
  }
}
