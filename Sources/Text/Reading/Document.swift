/// A text in memory: its bytes exactly as read, and where its paragraphs stand.
///
/// Offsets inside Bitesto are UTF-8 bytes into `bytes`, half-open; public JSON carries Unicode code
/// points (``CodePointIndex`` converts). A byte order mark is not part of the text: it is dropped,
/// and offsets count from the byte after it.
public struct Document: Sendable {
  /// Where the text came from, as the user named it; "-" is standard input.
  public let path: String
  public let language: Language
  /// Valid UTF-8, never normalized, never altered.
  public let bytes: [UInt8]
  /// The ranges of the paragraphs (lines that hold more than white space), line ends excluded.
  ///
  /// A line ends at LF, CR, CR LF, or the Unicode line and paragraph separators.
  public let paragraphs: [Range<Int>]
  /// What a page's markup says each paragraph is, nil where it doesn't say; empty for plain text.
  public internal(set) var roles: [Segment.Role?] = []

  /// Reads a text from the bytes of a file. Linear in their number.
  ///
  /// - Parameters:
  ///   - path: the name that messages give the text.
  ///   - contents: the bytes of the file, a byte order mark included if there is one.
  ///   - language: what the caller knows the text to be in; ``Language/detect(in:)`` can tell.
  /// - Throws: ``DocumentError`` when the bytes are not UTF-8, are another kind of file, or hold
  ///   nothing but white space.
  public init(
    path: String, contents: [UInt8], language: Language
  ) throws(DocumentError) {
    if let format = EncodingCheck.binaryFormat(of: contents) {
      throw .notText(path: path, format: format)
    }
    switch EncodingCheck.firstFault(in: contents) {
    case .zero(let offset):
      throw .zeroByte(path: path, byteOffset: offset)
    case .invalid(let offset):
      let line = contents[..<offset].count { $0 == 0x0A } + 1
      throw .notUTF8(
        path: path, byteOffset: offset, line: line,
        guess: EncodingCheck.guess(contents, faultAt: offset))
    case nil:
      break
    }
    let bytes =
      contents.beginsWithByteOrderMark ? Array(contents.withoutByteOrderMark) : contents
    let paragraphs = Self.paragraphs(of: bytes)
    if paragraphs.isEmpty { throw .empty(path: path) }
    self.path = path
    self.language = language
    self.bytes = bytes
    self.paragraphs = paragraphs
  }

  /// A text without words, in the place of one that could not be read.
  package init(unreadable path: String, language: Language) {
    self.path = path
    self.language = language
    bytes = []
    paragraphs = []
  }

  /// The text of a range whose bounds stand between code points.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func paragraphs(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.withView { text in
      var paragraphs: [Range<Int>] = []
      var start = 0
      var index = 0
      func close(at end: Int, next: Int) {
        if !isBlank(text, start..<end) { paragraphs.append(start..<end) }
        start = next
        index = next
      }
      while index < text.count {
        let byte = text[index]
        if byte > 0x0D, byte != 0xE2 {
          index += 1
        } else if byte == 0x0A || byte == 0x0D {
          close(at: index, next: index + 1)
        } else if byte == 0xE2, isSeparator(text.scalar(at: index)) {
          close(at: index, next: index + 3)
        } else {
          index += 1
        }
      }
      close(at: text.count, next: text.count)
      return paragraphs
    }
  }

  /// Linear in the length of the white space that a line begins with.
  private static func isBlank(_ text: ByteView, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if !Scalar.isSpace(text.scalar(at: index)) { return false }
      index = text.offset(after: index)
    }
    return true
  }

  /// The Unicode line and paragraph separators.
  private static func isSeparator(_ value: UInt32) -> Bool { value == 0x2028 || value == 0x2029 }
}
