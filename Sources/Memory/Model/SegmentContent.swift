/// The words of a segment and the codes of the format that they came from.
public struct SegmentContent: Hashable, Sendable, ExpressibleByStringLiteral {
  public enum Piece: Hashable, Sendable {
    case text(String)
    case code(InlineCode)
  }

  /// In order; no two texts side by side, and none empty.
  public private(set) var pieces: [Piece] = []

  public init(_ text: String = "") {
    append(text)
  }

  public init(stringLiteral text: String) {
    append(text)
  }

  public init(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let text): append(text)
      case .code(let code): append(code)
      }
    }
  }

  public mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    guard case .text(var whole) = pieces.last else {
      pieces.append(.text(text))
      return
    }
    // Taken out first, so that it grows in place: many short texts one after the other take linear time.
    pieces.removeLast()
    whole += text
    pieces.append(.text(whole))
  }

  public mutating func append(_ code: InlineCode) {
    pieces.append(.code(code))
  }

  public var hasCodes: Bool {
    pieces.contains { if case .code = $0 { true } else { false } }
  }

  /// The words alone: what codes hold is left out, what highlights hold stays.
  public var plainText: String {
    if case .text(let text) = pieces.first, pieces.count == 1 { return text }
    return pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .code(let code): code.kind == .highlight ? code.content.plainText : ""
      }
    }.joined()
  }
}

/// A code of the format that a segment came from (TMX 1.4b, "content markup").
public struct InlineCode: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The first of a pair, such as "<b>".
    case begin = "bpt"
    /// The second of a pair.
    case end = "ept"
    /// One of a pair whose other is in another segment.
    case isolated = "it"
    /// One that stands alone, such as an image.
    case placeholder = "ph"
    /// Around words of the segment.
    case highlight = "hi"
    /// Of an unknown kind; TMX 1.4 advises against it.
    case unknown = "ut"
    /// Words inside a code, such as those of a footnote.
    case subflow = "sub"
  }

  public var kind: Kind
  /// `i`, `x`, `type` and so on, in the order of the file.
  public var attributes: [XMLAttribute]
  /// Codes inside it are read at most 32 deep; what is built deeper takes as much of the stack.
  public var content: SegmentContent

  public init(_ kind: Kind, attributes: [XMLAttribute] = [], content: SegmentContent = "") {
    self.kind = kind
    self.attributes = attributes
    self.content = content
  }
}
