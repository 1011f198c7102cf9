/// Something in a translation memory that is not as it should be.
public struct MemoryProblem: Hashable, Sendable, CustomStringConvertible {
  public var rule: MemoryRule
  /// From 1; 0 when no line is to blame.
  public var line: Int
  public var message: String

  public init(_ rule: MemoryRule, line: Int, _ message: String) {
    self.rule = rule
    self.line = line
    self.message = message
  }

  public var description: String { "line \(line): \(message)" }
}
