/// Something that a translation says otherwise than its original.
public struct FidelityNote: Hashable, Sendable {
  public var rule: FidelityRule
  /// One sentence for the reader, with the words of both sides.
  public var message: String
  /// UTF-8 bytes in the source document: the words in question, or the whole unit.
  public var source: Range<Int>
  /// UTF-8 bytes in the document of the unit's target.
  public var target: Range<Int>

  public init(rule: FidelityRule, message: String, source: Range<Int>, target: Range<Int>) {
    self.rule = rule
    self.message = message
    self.source = source
    self.target = target
  }
}
