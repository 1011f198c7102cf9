/// A difference between two translation memories.
public enum UnitChange: Sendable {
  case added(TranslationUnit)
  case removed(TranslationUnit)
  /// The same source with another translation.
  case changed(old: TranslationUnit, new: TranslationUnit)
}

/// How much two translation memories differ.
public struct ChangeCounts: Hashable, Sendable {
  public var added = 0
  public var removed = 0
  public var changed = 0
  /// Units that both have.
  public var same = 0

  public init() {}

  /// Whether there is no difference.
  public var isEmpty: Bool { added + removed + changed == 0 }
}
