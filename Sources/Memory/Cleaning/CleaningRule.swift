/// Why a unit may have no place in a translation memory.
public enum CleaningRule: String, CaseIterable, Sendable {
  case encoding
  case empty
  case sameText = "same-text"
  case length
  case confidence = "low-confidence"
  case duplicate
  case nearDuplicate = "near-duplicate"

  /// One line for a person.
  public var summary: String {
    switch self {
    case .encoding: "Damaged characters: U+FFFD, or UTF-8 read as Windows-1252 (“perchÃ©”)"
    case .empty: "No words in the source, or in any translation"
    case .sameText: "The translation is the source itself; names, numbers and addresses may be"
    case .length: "Far too long or too short a translation"
    case .confidence: "A confidence (x-confidence) below the least one asked for"
    case .duplicate: "The same segments in the same languages as another unit"
    case .nearDuplicate: "The same but for letter case, punctuation, spaces, codes and regions"
    }
  }

  /// Whether it applies when nothing is said.
  public var isUsual: Bool {
    self != .encoding && self != .confidence
  }
}

/// Why a unit was dropped.
public struct DropReason: Hashable, Sendable, CustomStringConvertible {
  /// The property that says it in a file of dropped units.
  public static let propertyType = "x-dropped"

  public var rule: CleaningRule
  /// The line of the unit of which it is a duplicate; 0 when it comes from no file.
  public var keptLine: Int?
  /// What was measured: the deviation of the length, or the confidence.
  public var figure: Double?

  public init(_ rule: CleaningRule, keptLine: Int? = nil, figure: Double? = nil) {
    self.rule = rule
    self.keptLine = keptLine
    self.figure = figure
  }

  /// As the property says it, such as "duplicate of line 12" or "length 5.3".
  public var description: String {
    if let keptLine { return "\(rule.rawValue) of line \(keptLine)" }
    guard let figure else { return rule.rawValue }
    let hundredths = (abs(figure) * 100).rounded()
    // A figure so large is no news to the last digit.
    guard hundredths < 1e9 else { return rule.rawValue }
    let (whole, rest) = Int(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = figure < 0 ? "-" : ""
    return "\(rule.rawValue) \(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension TranslationUnit {
  /// The unit with a property that says why it was dropped.
  public func dropped(_ reason: DropReason) -> TranslationUnit {
    var unit = restored
    unit.properties.append(MemoryProperty(DropReason.propertyType, reason.description))
    return unit
  }

  /// The unit as it was before it was dropped.
  public var restored: TranslationUnit {
    guard property(DropReason.propertyType) != nil else { return self }
    var unit = self
    unit.properties.removeAll { $0.type == DropReason.propertyType }
    return unit
  }
}
