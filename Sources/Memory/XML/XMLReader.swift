import BitestoText

/// The tags and texts of an XML file one after the other, in memory that does not grow with it.
///
/// It reads what is not well-formed, too: it says where, and goes on with the next tag, so that one
/// fault does not cost the rest of a file. Whether tags belong together is for the caller, unless ``nesting``
/// is set. Linear.
package struct XMLReader {
  package enum Token {
    /// ``name`` and ``attributes`` tell more. An element without content has an end as well.
    case start
    case end
    /// A piece of text, or of a CDATA section: see ``appendText(to:)``.
    case text
    case finished
  }

  /// Tags and declarations that are longer are no XML of this world.
  static let longestTag = 1 << 20
  /// Further ones of a tag are left out.
  static let mostAttributes = 500
  static let mostFaults = 100
  /// Without its "&" and ";".
  static let longestReference = 64

  /// Of the last start or end, without its prefix.
  package internal(set) var name = ""
  /// Of that start or end, without its colon; nil when it has none.
  var prefix: String?
  /// Of the last start.
  package internal(set) var attributes: [XMLAttribute] = []
  /// Where the last token begins, in bytes of the text as UTF-8 without byte order mark.
  package var tokenOffset: Int { base + tokenStart }
  /// Where the last token ends.
  package var endOffset: Int { base + position }
  let encodingName: String
  /// The encoding that the file declares, when it is in another.
  var misdeclaredEncoding: String? { source.misdeclaredEncoding }
  /// Whether the file declares ASCII and has had other characters.
  var isBeyondASCII: Bool { source.isBeyondASCII }
  /// The line of the declaration that has entities of the file's own; nil when none has.
  var entityLine: Int?
  /// Where the last text stands, without the marks of a CDATA section: as ``tokenOffset`` counts.
  package var textOffsets: Range<Int> {
    (base + textRange.lowerBound)..<(base + textRange.upperBound)
  }
  /// Whether the last text is of a CDATA section, which has no references.
  package internal(set) var isVerbatim = false

  let source: DecodedSource
  var buffer: [UInt8] = []
  /// Of `buffer[0]`.
  var base = 0
  var position = 0
  var tokenStart = 0
  var isAtEnd = false
  var isInCDATA = false
  var isEndPending = false
  var isRepeated = false
  /// The open elements; nil when nobody asks whether tags belong together.
  var nesting: XMLNesting?
  private(set) var hasRoot = false
  var hasDoctype = false
  /// Of the last text, in the buffer.
  var textRange = 0..<0
  var isTextTold = false
  var token = Token.finished
  var entities = XMLEntities()
  var faults: [XMLFault] = []
  /// Bytes without a meaning that no token has reached yet.
  var damage: [Int] = []
  var reported = 0
  /// The line of `buffer[counted]`.
  var line = 1
  var counted = 0

  /// - Throws: ``MemoryError`` for an encoding that is not known, or what the source throws.
  init(_ source: ByteSource) throws {
    self.source = try DecodedSource(source)
    encodingName = self.source.encodingName
  }

  /// Reads a text that is in UTF-8 whatever it declares.
  package init(utf8 bytes: [UInt8]) {
    source = DecodedSource(utf8: ByteSource(bytes))
    encodingName = source.encodingName
  }

  /// Goes to the next tag or text.
  ///
  /// - Throws: ``MemoryError`` for a tag that is too long, or what the source throws.
  package mutating func next() throws -> Token {
    if isRepeated {
      isRepeated = false
    } else {
      token = try advance()
      if token != .text { isTextTold = false }
      if nesting != nil { checkNesting(token) }
      reportDamage(.unreadable)
    }
    return token
  }

  /// Makes the next call of ``next()`` give the last token once more.
  mutating func repeatToken() {
    isRepeated = true
  }

  /// Of the last token, from 1. Constant, taken together.
  package mutating func tokenLine() -> Int {
    lineNumber(at: tokenStart)
  }

  /// What was not as XML has it since the last call.
  package mutating func takeFaults() -> [XMLFault] {
    if faults.isEmpty { return [] }
    defer { faults = [] }
    return faults
  }

  // MARK: Tokens

  private mutating func advance() throws -> Token {
    if isEndPending {
      isEndPending = false
      return .end
    }
    while true {
      tokenStart = position
      if position == buffer.count, try !refill() {
        tokenStart = position
        if isInCDATA { fault("the CDATA section is never closed", .unreadable) }
        isInCDATA = false
        return .finished
      }
      if isInCDATA {
        if try readCDATA() { return .text }
        continue
      }
      guard buffer[position] == UInt8(ascii: "<") else {
        if try readText(from: 0) { return .text }
        continue
      }
      switch try byte(1) {
      case UInt8(ascii: "/"): return try readEndTag()
      case let byte? where isNameStart(byte):
        hasRoot = true
        return try readStartTag()
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        if try readDeclaration() {
          // Nobody reads what it holds.
          reportDamage(.mended)
          continue
        }
      default: break
      }
      fault("a “<” stands where “&lt;” should", .mended)
      if try readText(from: 1) { return .text }
    }
  }

  /// A byte after `position`, if the file goes on that far.
  mutating func byte(_ distance: Int) throws -> UInt8? {
    while position + distance >= buffer.count {
      guard try refill() else { return nil }
    }
    return buffer[position + distance]
  }

  mutating func starts(with mark: StaticString) throws -> Bool {
    guard try byte(mark.utf8CodeUnitCount - 1) != nil else { return false }
    return mark.withUTF8Buffer { buffer[position...].starts(with: $0) }
  }
}
