/// A paragraph as UTF-16 code units, lent for as long as rules are tried on it.
struct UnitText {
  /// How far from a place rules may look, in code units; so rules stay linear on a text that is one
  /// line.
  static let reach = 1_000

  let units: UnsafeBufferPointer<UInt16>
  /// The first and last places that rules see from the place they are tried at.
  var lowerLimit = 0
  var upperLimit = 0

  init(_ units: UnsafeBufferPointer<UInt16>) {
    self.units = units
    upperLimit = units.count
  }

  mutating func look(at place: Int) {
    lowerLimit = max(0, place - Self.reach)
    upperLimit = min(units.count, place + Self.reach)
  }

  /// Whether `place` lies inside a code point.
  func splitsPair(_ place: Int) -> Bool {
    place > 0 && place < units.count && units[place] & 0xFC00 == 0xDC00
      && units[place - 1] & 0xFC00 == 0xD800
  }

  /// Whether a word begins or ends at a place, as `\b` of ICU has it.
  func isBoundary(_ place: Int) -> Answer {
    let before = place > 0 ? isWord(units[place - 1]) : .no
    let after = place < units.count ? isWord(units[place]) : .no
    if before == .unknown || after == .unknown { return .unknown }
    return before == after ? .no : .yes
  }

  private func isWord(_ unit: UInt16) -> Answer {
    if unit < 0x80 {
      let isWord =
        (unit | 0x20 >= 0x61 && unit | 0x20 <= 0x7A) || (unit >= 0x30 && unit <= 0x39)
        || unit == 0x5F
      return isWord ? .yes : .no
    }
    // ICU skips format characters, which stand inside words.
    if unit == 0xAD {
      return .unknown
    }
    return UnitClass.word.contains(unit)
  }
}
