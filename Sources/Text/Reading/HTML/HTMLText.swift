/// The text of a page as it is taken out, line by line.
///
/// White space is collapsed as CSS does (CSS Text, section 4.1): a run of it is one space, none stands
/// at the ends of a line. A no-break space counts as white space; soft hyphens, zero-width spaces and byte
/// order marks are dropped; separators of lines that markup does not make become spaces.
struct HTMLText {
  struct Line {
    /// UTF-8 bytes in ``HTMLText/bytes``.
    var range: Range<Int>
    /// Runs of characters between white space.
    var words: Int
    /// Those of them that belong to links.
    var linkedWords: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []

  private var lineStart = 0
  private var words = 0
  private var linkedWords = 0
  private var isAfterSpace = true
  /// Whether the line holds more than white space of unusual kinds.
  private var hasInk = false

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Adds text to the line.
  ///
  /// - Parameters:
  ///   - isLiteral: whether "&" is just a character.
  ///   - keepsLines: whether line feeds end lines, and spaces stand for themselves.
  mutating func append(
    _ range: Range<Int>, of page: ByteView, isLiteral: Bool, keepsLines: Bool, isLink: Bool
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, Self.isPlain[Int(page[end])] { end += 1 }
      if end > index {
        beginWord(isLink: isLink)
        bytes.append(contentsOf: page.base[index..<end])
        hasInk = true
        index = end
        continue
      }
      let byte = page[index]
      if byte <= 0x20, byte != 0 {
        if keepsLines, byte == 0x0A { endLine() } else { space() }
        index += 1
      } else if byte == 0x26, !isLiteral,
        let (scalar, next) = HTMLEntities.reference(at: index, in: page, limit: range.upperBound)
      {
        append(scalar, keepsLines: keepsLines, isLink: isLink)
        index = next
      } else {
        append(page.scalar(at: index), keepsLines: keepsLines, isLink: isLink)
        index = page.offset(after: index)
      }
    }
  }

  /// Ends the line; nothing happens when it is empty.
  mutating func endLine() {
    if isAfterSpace, bytes.count > lineStart, bytes.last == 0x20 { bytes.removeLast() }
    if hasInk {
      lines.append(Line(range: lineStart..<bytes.count, words: words, linkedWords: linkedWords))
    } else {
      bytes.removeSubrange(lineStart...)
    }
    lineStart = bytes.count
    (words, linkedWords, isAfterSpace, hasInk) = (0, 0, true, false)
  }

  mutating func space() {
    guard !isAfterSpace else { return }
    isAfterSpace = true
    bytes.append(0x20)
  }

  /// Adds a character.
  mutating func append(_ scalar: UInt32, keepsLines: Bool = false, isLink: Bool = false) {
    switch scalar {
    case 0x0A where keepsLines: endLine()
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2028, 0x2029: space()
    case 0xAD, 0x200B, 0x2060, 0xFEFF: break
    default:
      beginWord(isLink: isLink)
      if !hasInk { hasInk = !Scalar.isSpace(scalar) }
      guard let scalar = Unicode.Scalar(scalar) else { return }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  @inline(__always)
  private mutating func beginWord(isLink: Bool) {
    guard isAfterSpace else { return }
    isAfterSpace = false
    words += 1
    if isLink { linkedWords += 1 }
  }

  /// Bytes that are taken as they are: no white space, "&", or first byte of what is treated otherwise.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte > 0x20 && ![0x26, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte)
  }
}
