/// Which of the 128 ASCII characters belong to a set, and whether any other may.
struct ASCIISet: Hashable, Sendable {
  /// What stands for all code units beyond ASCII, and for those of them that ``CaseFolding`` names.
  static let wide: UInt16 = 128
  static let odd: UInt16 = 129

  var low: UInt64 = 0
  var high: UInt64 = 0
  var mayBeWide = false
  var mayBeOdd = false

  static let all = ASCIISet(low: .max, high: .max, mayBeWide: true, mayBeOdd: true)

  /// The one of 130 units that stands for a code unit.
  @inline(__always)
  static func representative(_ unit: UInt16) -> UInt16 {
    unit < 128 ? unit : CaseFolding.mayBeASCII(unit) ? odd : wide
  }

  /// - Parameter unit: a ``representative(_:)``.
  @inline(__always)
  func mayContain(_ unit: UInt16) -> Bool {
    if unit < 64 { return low >> UInt64(unit) & 1 != 0 }
    if unit < 128 { return high >> UInt64(unit & 63) & 1 != 0 }
    return mayBeWide || (unit == Self.odd && mayBeOdd)
  }

  mutating func insert(_ unit: UInt16) {
    if unit < 64 { low |= 1 << UInt64(unit) } else if unit < 128 { high |= 1 << UInt64(unit & 63) }
  }

  mutating func formUnion(_ other: ASCIISet) {
    low |= other.low
    high |= other.high
    mayBeWide = mayBeWide || other.mayBeWide
    mayBeOdd = mayBeOdd || other.mayBeOdd
  }
}
