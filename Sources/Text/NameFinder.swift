/// Finds who and what a text names, in any language: the glossary module provides one.
public protocol NameFinder: Sendable {
  /// The numbers of the entities named in a range of the document (UTF-8 bytes), in order.
  func entities(in document: Document, range: Range<Int>) -> [Int]
}

/// Knows no names.
public struct NoNames: NameFinder {
  public init() {}

  public func entities(in document: Document, range: Range<Int>) -> [Int] { [] }
}
