/// The escape sequences a terminal table is dressed with; empty strings leave it plain.
public struct TerminalStyle: Hashable, Sendable {
  public var strong: String
  public var faint: String
  public var good: String
  public var fair: String
  public var poor: String
  public var reset: String

  /// Text that is not set off.
  var plain: String { "" }

  public init(
    strong: String, faint: String, good: String, fair: String, poor: String, reset: String
  ) {
    self.strong = strong
    self.faint = faint
    self.good = good
    self.fair = fair
    self.poor = poor
    self.reset = reset
  }

  /// No escape sequences: for files, pipes and `NO_COLOR`.
  public static let plain = TerminalStyle(
    strong: "", faint: "", good: "", fair: "", poor: "", reset: "")

  /// The eight basic colors, which follow the terminal's own theme.
  public static let color = TerminalStyle(
    strong: "\u{1B}[1m", faint: "\u{1B}[2m", good: "\u{1B}[32m", fair: "\u{1B}[33m",
    poor: "\u{1B}[31m", reset: "\u{1B}[0m")

  /// Text in one of the styles; blank text stays as it is.
  func dressed(_ text: String, _ style: KeyPath<TerminalStyle, String>) -> String {
    self[keyPath: style].isEmpty || text.isEmpty ? text : self[keyPath: style] + text + reset
  }

  func dressed(_ text: String, _ confidence: Double) -> String {
    switch ConfidenceLevel(confidence) {
    case .strong: dressed(text, \.good)
    case .likely: dressed(text, \.fair)
    case .doubtful: dressed(text, \.poor)
    }
  }
}
