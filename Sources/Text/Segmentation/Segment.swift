/// A stretch of text that is translated as one: a sentence, a heading, a list item.
public struct Segment: Hashable, Sendable {
  /// What a segment is in its document.
  public enum Role: String, Sendable {
    case heading
    case body
    /// A photo credit, a cross-link, a share line: on the page, but not part of the story.
    case boilerplate
  }

  /// UTF-8 bytes in the document, white space at both ends excluded.
  public var range: Range<Int>
  /// The index of the paragraph in ``Document/paragraphs``.
  public var paragraph: Int
  public var role: Role

  public init(range: Range<Int>, paragraph: Int, role: Role) {
    self.range = range
    self.paragraph = paragraph
    self.role = role
  }
}
