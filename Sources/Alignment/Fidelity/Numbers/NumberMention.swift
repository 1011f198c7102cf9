/// A number in a text with all it can mean.
struct NumberMention: Sendable {
  enum Strength: Sendable {
    /// Says the number as plainly as the other side will.
    case plain
    /// An ordinal: "third". Counts only against another ordinal.
    case ordinal
    /// A word that may stand for the number, but need not: "both", "sei" (also *you are*).
    case loose
  }

  enum Role: Sendable {
    case quantity
    case year
    /// Beside a month.
    case day
    case time
  }

  /// What it can stand for: "1.500" is 1500, or 1.5 where the notation was not translated.
  var values: [Double]
  var strength: Strength
  var role: Role = .quantity
  /// What is counted, when that is a unit of measure.
  var unit: MeasureUnit?
  /// Whether the words allow for rounding: "almost", "circa".
  var isRough = false
  /// Indices into the words of the side.
  var words: Range<Int>

  /// Whether a number of the other language can be this one.
  func mayEqual(_ other: NumberMention) -> Bool {
    let tolerance = isRough || other.isRough ? 0.05 : 0.001
    for a in values {
      for b in other.values where abs(a - b) <= tolerance * max(abs(a), abs(b)) { return true }
    }
    guard let unit, let other = other.unit.map({ ($0, other) }) else { return false }
    return unit.mayEqual(
      values, other.0, other.1.values, isRough: isRough || other.1.isRough)
  }
}
