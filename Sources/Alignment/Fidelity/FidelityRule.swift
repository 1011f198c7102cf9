/// What is looked at when a quotation is compared with its source.
///
/// The raw value is the rule's identifier in every output.
public enum FidelityRule: String, CaseIterable, Sendable {
  case number = "number-changed"
  case date = "date-changed"
  case name = "name-changed"
  case negation = "negation-changed"
  case hedge = "hedge-changed"
  case omission = "words-omitted"
  case addition = "words-added"
  case register = "paraphrase-quoted"

  /// How much it matters; the names are SARIF's levels.
  public enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  public var severity: Severity {
    switch self {
    case .number, .date, .name, .negation: .error
    case .hedge, .register: .warning
    case .omission, .addition: .note
    }
  }

  /// What the rule says, in one line.
  public var summary: String {
    switch self {
    case .number: "A number differs from the original"
    case .date: "A date differs from the original"
    case .name: "A name differs from the original"
    case .negation: "Only one side is negated"
    case .hedge: "Only one side is hedged (might, alleged)"
    case .omission: "Words of the original are left out"
    case .addition: "Words are added that the original lacks"
    case .register: "A reported clause became a quotation"
    }
  }
}
