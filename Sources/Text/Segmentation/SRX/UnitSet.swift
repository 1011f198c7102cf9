/// An answer that may be left to ICU.
enum Answer {
  case no, yes, unknown
}

/// The UTF-16 code units that one place of a regular expression accepts, as far as that is known
/// without ICU: all of ASCII, what the expression names itself, and the classes of ``UnitClass``.
struct UnitSet: Hashable, Sendable {
  private(set) var ascii = ASCIISet()
  private var ranges: [ClosedRange<UInt16>] = []
  private var classes: [Member] = []
  private var isNegated = false
  /// Only ICU can tell, for any code unit.
  private var isOpaque = false
  /// Beyond ASCII, case does not matter either, which only ICU can tell.
  private var foldsCase = false

  private struct Member: Hashable, Sendable {
    var unitClass: UnitClass
    var isNegated: Bool
  }

  static let opaque = {
    var set = UnitSet()
    set.isOpaque = true
    set.ascii = .all
    return set
  }()

  /// All but the line ends, or all.
  static func any(withLineEnds: Bool) -> UnitSet {
    var set = UnitSet()
    if !withLineEnds {
      for unit in [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029] as [UInt16] {
        set.insert(unit...unit)
      }
    }
    set.negate()
    return set
  }

  mutating func insert(_ range: ClosedRange<UInt16>) {
    if range.lowerBound < 128 {
      for unit in range.clamped(to: 0...127) { ascii.insert(unit) }
    }
    guard range.upperBound >= 128 else { return }
    ranges.append(max(range.lowerBound, 128)...range.upperBound)
    ascii.mayBeWide = true
  }

  mutating func insert(_ unitClass: UnitClass, isNegated: Bool) {
    for unit in 0..<128 as Range<UInt16> where unitClass.contains(unit) == (isNegated ? .no : .yes)
    {
      ascii.insert(unit)
    }
    classes.append(Member(unitClass: unitClass, isNegated: isNegated))
    ascii.mayBeWide = true
  }

  /// Makes the case of letters irrelevant; before ``negate()``.
  mutating func foldCase() {
    if ranges.contains(where: { $0.contains(where: CaseFolding.mayBeASCII) }) {
      return self = .opaque
    }
    let letters: UInt64 = 0x07FF_FFFE
    ascii.high |= (ascii.high & letters) << 32 | (ascii.high >> 32) & letters
    foldsCase = true
    ascii.mayBeOdd = true
  }

  mutating func negate() {
    isNegated.toggle()
    ascii = ASCIISet(low: ~ascii.low, high: ~ascii.high, mayBeWide: true, mayBeOdd: true)
  }

  func contains(_ unit: UInt16) -> Answer {
    if isOpaque { return .unknown }
    if unit < 128 { return ascii.mayContain(unit) ? .yes : .no }
    if unit & 0xF800 == 0xD800 { return .unknown }
    var answer = ranges.contains { $0.contains(unit) } ? Answer.yes : .no
    for member in classes where answer != .yes {
      switch (member.unitClass.contains(unit), member.isNegated) {
      case (.yes, false), (.no, true): answer = .yes
      case (.unknown, _): answer = .unknown
      default: break
      }
    }
    if answer == .no, foldsCase, ascii.mayBeWide || CaseFolding.mayBeASCII(unit) {
      answer = .unknown
    }
    return switch answer {
    case .yes: isNegated ? .no : .yes
    case .no: isNegated ? .yes : .no
    case .unknown: .unknown
    }
  }
}
