import BitestoText

/// Numbers by value, to find one that may be equal without looking at all. Building takes n log n.
struct NumberIndex {
  private struct Key {
    var value: Double
    var mention: Int
  }

  private let mentions: [NumberMention]
  private var plain: [Key] = []
  private var measured: [MeasureUnit.Dimension: [Key]] = [:]
  private var currencies: Set<MeasureUnit> = []

  init(_ mentions: [NumberMention]) {
    self.mentions = mentions
    for (index, mention) in mentions.enumerated() {
      for value in mention.values {
        plain.append(Key(value: value, mention: index))
        guard let unit = mention.unit else { continue }
        if unit.dimension == .money { currencies.insert(unit) }
        measured[unit.dimension, default: []].append(
          Key(value: value * unit.size + unit.offset, mention: index))
      }
    }
    plain.sort { $0.value < $1.value }
    for dimension in measured.keys { measured[dimension]?.sort { $0.value < $1.value } }
  }

  /// Whether a number here may be the same.
  func contains(_ mention: NumberMention) -> Bool {
    if mention.values.contains(where: { isNear($0, mention, plain) }) { return true }
    guard let unit = mention.unit else { return false }
    if unit.dimension == .money { return currencies.contains { $0 != unit } }
    let keys = measured[unit.dimension] ?? []
    return mention.values.contains { isNear($0 * unit.size + unit.offset, mention, keys) }
  }

  private func isNear(_ value: Double, _ mention: NumberMention, _ keys: [Key]) -> Bool {
    // The greater of two has a greater share of itself.
    let reach = 1.2 * MeasureUnit.greatestRounding * abs(value)
    let first = keys.partitioningIndex { $0.value >= value - reach }
    for key in keys[first...] {
      if key.value > value + reach { break }
      if mention.mayEqual(mentions[key.mention]) { return true }
    }
    return false
  }
}
