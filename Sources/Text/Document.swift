/// A text in memory: its bytes exactly as read, and where its paragraphs stand.
///
/// Offsets inside Bitesto are UTF-8 bytes into `bytes`, half-open; public JSON carries Unicode code
/// points (``CodePointIndex`` converts). A byte order mark is not part of the text.
public struct Document: Sendable {
  /// Where the text came from, as the user named it; "-" is standard input.
  public let path: String
  public let language: Language
  /// Valid UTF-8, never normalized, never altered.
  public let bytes: [UInt8]
  /// The ranges of the paragraphs (lines that hold more than white space), line ends excluded.
  public let paragraphs: [Range<Int>]

  /// A text whose paragraphs are its lines.
  public init(path: String, language: Language, bytes: [UInt8]) throws {
    self.path = path
    self.language = language
    self.bytes = bytes
    var paragraphs: [Range<Int>] = []
    var start = 0
    for (offset, byte) in (bytes + [10]).enumerated() where byte == 10 {
      var end = offset
      while end > start, bytes[end - 1] <= 32 { end -= 1 }
      if end > start { paragraphs.append(start..<end) }
      start = offset + 1
    }
    self.paragraphs = paragraphs
  }

  /// The text of a range whose bounds stand between code points.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
