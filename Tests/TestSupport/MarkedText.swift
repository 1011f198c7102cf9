import BitestoText

/// A text with what is expected of it written into it.
///
/// `⟦label|words⟧` marks a span (the label may be empty or hold further bars; spans may nest), `‖` a
/// cut (``cutting(_:at:)`` writes it). Neither is part of the text.
public struct MarkedText: Sendable {
  public struct Span: Hashable, Sendable {
    public var label: String
    /// UTF-8 bytes in ``MarkedText/text``.
    public var range: Range<Int>

    public init(label: String, range: Range<Int>) {
      self.label = label
      self.range = range
    }
  }

  public private(set) var text = ""
  /// In the order of their starts, outer before inner.
  public private(set) var spans: [Span] = []

  public init(_ marked: String) {
    var open: [Int] = []
    for character in marked {
      switch character {
      case "⟦":
        open.append(spans.count)
        spans.append(Span(label: "", range: text.utf8.count..<text.utf8.count))
      case "⟧":
        guard let index = open.popLast() else { continue }
        let start = spans[index].range.lowerBound
        spans[index].range = start..<text.utf8.count
      case "|" where open.last.map { spans[$0].range.lowerBound <= text.utf8.count } == true:
        guard let index = open.last else { continue }
        let start = spans[index].range.lowerBound
        let label = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
        spans[index].label += spans[index].label.isEmpty ? label : "|" + label
        text = String(decoding: text.utf8.prefix(start), as: UTF8.self)
      case "‖":
        break
      default:
        text.append(character)
      }
    }
  }

  /// `text` with spans written into it: what ``init(_:)`` reads back.
  public static func marking(_ text: String, _ spans: [Span]) -> String {
    var inserts: [(offset: Int, text: String)] = []
    for span in spans {
      inserts.append((span.range.lowerBound, "⟦\(span.label)|"))
      inserts.append((span.range.upperBound, "⟧"))
    }
    return inserting(inserts, into: text)
  }

  /// `text` with a cut at each offset.
  public static func cutting(_ text: String, at offsets: [Int]) -> String {
    inserting(offsets.map { ($0, "‖") }, into: text)
  }

  private static func inserting(_ inserts: [(offset: Int, text: String)], into text: String)
    -> String
  {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for insert in inserts.sorted(by: { $0.offset < $1.offset }) {
      result += bytes[position..<insert.offset] + Array(insert.text.utf8)
      position = insert.offset
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }
}

extension MarkedText {
  /// The text as a document.
  public func document(_ language: Language) throws -> Document {
    try Document(path: "test.txt", contents: Array(text.utf8), language: language)
  }
}
