/// What a writer could not write, counted by what it is.
public struct UnitLosses: Equatable, Sendable {
  /// Why units were left out, and how many.
  public private(set) var units: [String: Int] = [:]
  /// What units lost that were written, and how many lost it.
  public private(set) var parts: [String: Int] = [:]

  public init() {}

  public mutating func leaveOut(_ reason: String, _ count: Int = 1) {
    if count > 0 { units[reason, default: 0] += count }
  }

  /// All units that were left out.
  public var unitsLeftOut: Int { units.values.reduce(0, +) }

  /// Adds what another writer could not write.
  public mutating func add(_ other: UnitLosses) {
    units.merge(other.units, uniquingKeysWith: +)
    parts.merge(other.parts, uniquingKeysWith: +)
  }

  public mutating func lose(_ part: Part) {
    parts[part.rawValue, default: 0] += 1
  }

  /// Parts of units that some formats have no place for.
  public enum Part: String, CaseIterable, Sendable {
    case codes = "inline codes"
    case variants = "more variants"
    case properties = "properties, dates or ids"
    case notes = "notes"
    case lineEnds = "line ends, tabs or control characters, now spaces"
    case longCells = "texts longer than a spreadsheet's cell of 32,767 characters"
  }
}
