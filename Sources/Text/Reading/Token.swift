/// A word, a number or a sign in a text.
public struct Token: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case word
    /// Digits with the separators and the letters that belong to them: "1.250,50", "12/05/2023",
    /// "14:30", "20th", "3D".
    case number
    /// A web or mail address.
    case address
    case punctuation
    /// Signs that are neither letters nor punctuation; an emoji sequence (a flag) is one token.
    case symbol
  }

  public var kind: Kind
  /// UTF-8 bytes in the text.
  public var range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
