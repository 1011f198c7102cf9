import BitestoGlossary

/// What a house asks of its texts.
public struct CheckSettings: Sendable {
  /// nil when any style will do that the text keeps to.
  public var style: Style?
  /// nil when only unpaired marks count.
  public var quotationMarks: QuotationStyle?
  /// The severities of rules that differ from their own; nil is off.
  public var severities: [CheckRule: CheckRule.Severity?]

  public init(
    style: Style? = nil, quotationMarks: QuotationStyle? = nil,
    severities: [CheckRule: CheckRule.Severity?] = [:]
  ) {
    self.style = style
    self.quotationMarks = quotationMarks
    self.severities = severities
  }

  /// The severity of a rule; nil when it is off.
  public func severity(of rule: CheckRule) -> CheckRule.Severity? {
    severities[rule] ?? rule.severity
  }
}
