import BitestoText

/// The tags and texts of an XML file one after the other, in memory that does not grow with it.
///
/// It reads what is not well-formed, too: it says where, and goes on with the next tag, so that one
/// fault does not cost the rest of a file. Whether tags belong together is for the caller. Linear.
struct XMLReader {
  enum Token {
    /// ``name`` and ``attributes`` tell more. An element without content has an end as well.
    case start
    case end
    /// A piece of text, or of a CDATA section: see ``appendText(to:)``.
    case text
    case finished
  }

  /// Tags and declarations that are longer are no XML of this world.
  static let longestTag = 1 << 20
  private static let mostFaults = 100

  /// Of the last start or end, without its prefix.
  private(set) var name = ""
  /// Whether that start or end has a prefix.
  private(set) var hasPrefix = false
  /// Of the last start.
  private(set) var attributes: [XMLAttribute] = []
  /// Where the last token begins, in bytes of the text as UTF-8 without byte order mark.
  var tokenOffset: Int { base + tokenStart }
  /// Where the last token ends.
  var endOffset: Int { base + position }
  let encodingName: String
  /// The encoding that the file declares, when it is in another.
  var misdeclaredEncoding: String? { source.misdeclaredEncoding }
  /// The line of the declaration that has entities of the file's own; nil when none has.
  private(set) var entityLine: Int?

  private let source: DecodedSource
  private var buffer: [UInt8] = []
  /// Of `buffer[0]`.
  private var base = 0
  private var position = 0
  private var tokenStart = 0
  private var isAtEnd = false
  private var isInCDATA = false
  private var isEndPending = false
  private var isRepeated = false
  private var token = Token.finished
  private var entities = XMLEntities()
  private var faults: [XMLFault] = []
  /// Bytes without a meaning that no token has reached yet.
  private var damage: [Int] = []
  private var reported = 0
  /// The line of `buffer[counted]`.
  private var line = 1
  private var counted = 0

  /// - Throws: ``MemoryError`` for an encoding that is not known, or what the source throws.
  init(_ source: ByteSource) throws {
    self.source = try DecodedSource(source)
    encodingName = self.source.encodingName
  }

  /// Goes to the next tag or text.
  mutating func next() throws -> Token {
    if isRepeated {
      isRepeated = false
    } else {
      token = try advance()
      if !damage.isEmpty { reportDamage() }
    }
    return token
  }

  /// Makes the next call of ``next()`` give the last token once more.
  mutating func repeatToken() {
    isRepeated = true
  }

  /// Of the last token, from 1. Constant, taken together.
  mutating func tokenLine() -> Int {
    lineNumber(at: tokenStart)
  }

  /// What was not as XML has it since the last call.
  mutating func takeFaults() -> [XMLFault] {
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
      case UInt8(ascii: "!"): try readDeclaration()
      case UInt8(ascii: "?"): try skip(2, past: "?>", "processing instruction")
      case let byte? where isNameStart(byte): return try readStartTag()
      default:
        fault("a “<” stands where “&lt;” should", .mended)
        if try readText(from: 1) { return .text }
      }
    }
  }

  /// A byte after `position`, if the file goes on that far.
  private mutating func byte(_ distance: Int) throws -> UInt8? {
    while position + distance >= buffer.count {
      guard try refill() else { return nil }
    }
    return buffer[position + distance]
  }

  private mutating func starts(with mark: StaticString) throws -> Bool {
    guard try byte(mark.utf8CodeUnitCount - 1) != nil else { return false }
    return mark.withUTF8Buffer { buffer[position...].starts(with: $0) }
  }

  // MARK: Text

  private var textRange = 0..<0
  private var isVerbatim = false

  /// Takes the text up to the next "<", or as much as there is of it.
  ///
  /// - Parameter first: the distance of the first byte that may be a "<".
  /// - Returns: false when nothing can be told before more is read.
  private mutating func readText(from first: Int) throws -> Bool {
    var end = index(of: UInt8(ascii: "<"), from: position + first)
    if end == nil {
      end = wholeText(upTo: buffer.count)
      if end == position {
        if try refill() { return false }
        end = buffer.count
      }
    }
    textRange = position..<(end ?? buffer.count)
    isVerbatim = false
    position = textRange.upperBound
    return true
  }

  /// Where a text can be cut, so that no reference and no line end is.
  private func wholeText(upTo end: Int) -> Int {
    if isAtEnd { return end }
    let tail = max(position, end - 64)..<end
    if let mark = buffer[tail].lastIndex(of: UInt8(ascii: "&")), !buffer[mark..<end].contains(0x3B)
    {
      return mark
    }
    return buffer[end - 1] == 0x0D ? end - 1 : end
  }

  private mutating func readCDATA() throws -> Bool {
    var end = position
    while let mark = index(of: UInt8(ascii: "]"), from: end) {
      if mark + 2 >= buffer.count {
        end = mark
        break
      }
      if buffer[mark + 1] == UInt8(ascii: "]"), buffer[mark + 2] == UInt8(ascii: ">") {
        textRange = position..<mark
        isVerbatim = true
        isInCDATA = false
        position = mark + 3
        return true
      }
      end = mark + 1
    }
    if index(of: UInt8(ascii: "]"), from: end) == nil { end = buffer.count }
    if end > position, end == buffer.count, buffer[end - 1] == 0x0D, !isAtEnd { end -= 1 }
    if end == position {
      if try refill() { return false }
      end = buffer.count
    }
    textRange = position..<end
    isVerbatim = true
    position = end
    return true
  }

  /// Appends the last text, decoded: references replaced, line ends as "\n", no character that XML does
  /// not allow.
  mutating func appendText(to text: inout [UInt8]) {
    append(textRange, to: &text, isVerbatim: isVerbatim)
  }

  /// Whether the last text has anything but white space.
  var hasVisibleText: Bool { !buffer[textRange].allSatisfy(isSpace) }

  private mutating func append(
    _ range: Range<Int>, to text: inout [UInt8], isVerbatim: Bool
  ) {
    var start = range.lowerBound
    while let special = indexOfSpecial(start..<range.upperBound) {
      text += buffer[start..<special]
      start = special + 1
      switch buffer[special] {
      case UInt8(ascii: "&") where isVerbatim: text.append(UInt8(ascii: "&"))
      case UInt8(ascii: "&"): start = appendReference(special..<range.upperBound, to: &text)
      case 0x0D:
        text.append(0x0A)
        if start < range.upperBound, buffer[start] == 0x0A { start += 1 }
      case 0xEF:
        let isNoncharacter =
          start + 1 < range.upperBound && buffer[start] == 0xBF && buffer[start + 1] >= 0xBE
        if isNoncharacter {
          fault("U+FFFE or U+FFFF is no character; it was left out", at: special, .mended)
          start += 2
        } else {
          text.append(0xEF)
        }
      default:
        let code = String(buffer[special], radix: 16, uppercase: true)
        fault(
          "the control character U+00\(code.count < 2 ? "0" : "")\(code) was left out",
          at: special, .mended)
      }
    }
    text += buffer[start..<range.upperBound]
  }

  /// Appends what a reference stands for, and returns where the text goes on.
  private mutating func appendReference(_ range: Range<Int>, to text: inout [UInt8]) -> Int {
    let start = range.lowerBound
    let name = buffer[(start + 1)..<range.upperBound].prefix(64).prefix {
      isNamePart($0) || $0 == 0x23
    }
    guard !name.isEmpty, name.endIndex < range.upperBound, buffer[name.endIndex] == 0x3B else {
      fault("a “&” stands where “&amp;” should", at: start, .mended)
      text.append(UInt8(ascii: "&"))
      return start + 1
    }
    switch entities.meaning(of: name) {
    case .text(let bytes): text += bytes
    case .noCharacter(let what): fault(what, at: start, .mended)
    case .unreadable(let what): fault(what, at: start, .unreadable)
    }
    return name.endIndex + 1
  }

  // MARK: Tags

  private mutating func readEndTag() throws -> Token {
    var end = 2
    while let byte = try byte(end), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") {
      end += 1
      if end > Self.longestTag { throw tooLong() }
    }
    name = localName(buffer[(position + 2)..<(position + end)].prefix { !isSpace($0) })
    attributes = []
    if try byte(end) == UInt8(ascii: ">") {
      position += end + 1
    } else {
      fault("the tag </\(name) is never closed", .unreadable)
      position += end
    }
    return .end
  }

  private mutating func readStartTag() throws -> Token {
    var end = 1
    var quote: UInt8 = 0
    scan: while let byte = try byte(end) {
      switch byte {
      case UInt8(ascii: "<"): break scan
      case UInt8(ascii: ">") where quote == 0: break scan
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
      default: break
      }
      end += 1
      if end > Self.longestTag { throw tooLong() }
    }
    let isClosed = try byte(end) == UInt8(ascii: ">")
    var inside = (position + 1)..<(position + end)
    isEndPending = isClosed && end > 1 && buffer[inside.upperBound - 1] == UInt8(ascii: "/")
    if isEndPending { inside = inside.lowerBound..<(inside.upperBound - 1) }
    let qualified = buffer[inside].prefix { !isSpace($0) && $0 != UInt8(ascii: "/") }
    name = localName(qualified)
    attributes = []
    if !isClosed { fault("the tag <\(name) is never closed", .unreadable) }
    if qualified.endIndex < inside.upperBound {
      readAttributes(qualified.endIndex..<inside.upperBound)
    }
    position += end + (isClosed ? 1 : 0)
    return .start
  }

  private mutating func readAttributes(_ range: Range<Int>) {
    var index = range.lowerBound
    func skipSpace() {
      while index < range.upperBound, isSpace(buffer[index]) { index += 1 }
    }
    while true {
      skipSpace()
      guard index < range.upperBound else { return }
      let start = index
      while index < range.upperBound, !isSpace(buffer[index]), buffer[index] != 0x3D { index += 1 }
      let name = String(decoding: buffer[start..<index], as: UTF8.self)
      skipSpace()
      guard index < range.upperBound, buffer[index] == 0x3D, !name.isEmpty else {
        fault("the attribute “\(name)” has no value", at: start, .mended)
        if name.isEmpty { index += 1 }
        continue
      }
      index += 1
      skipSpace()
      guard index < range.upperBound else { return }
      let value: Range<Int>
      let quote = buffer[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += 1
        let first = index
        while index < range.upperBound, buffer[index] != quote { index += 1 }
        value = first..<index
        index += 1
      } else {
        fault("the value of “\(name)” has no quotation marks", at: index, .mended)
        let first = index
        while index < range.upperBound, !isSpace(buffer[index]) { index += 1 }
        value = first..<index
      }
      add(name, value, at: start)
    }
  }

  private mutating func add(_ name: String, _ value: Range<Int>, at start: Int) {
    guard attributes[name] == nil else {
      fault("the attribute “\(name)” stands twice in a tag; the first counts", at: start, .mended)
      return
    }
    let isPlain = !buffer[value].contains { $0 < 0x20 || $0 == 0x26 || $0 == 0xEF }
    guard !isPlain else {
      attributes.append(XMLAttribute(name, String(decoding: buffer[value], as: UTF8.self)))
      return
    }
    // White space as such becomes spaces, not so that of references (XML 1.0, section 3.3.3).
    for index in value where isSpace(buffer[index]) { buffer[index] = 0x20 }
    var text: [UInt8] = []
    append(value, to: &text, isVerbatim: false)
    attributes.append(XMLAttribute(name, String(decoding: text, as: UTF8.self)))
  }

  private mutating func localName(_ name: ArraySlice<UInt8>) -> String {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    hasPrefix = colon != nil
    return String(decoding: colon.map { name[($0 + 1)...] } ?? name, as: UTF8.self)
  }

  // MARK: What is no element

  private mutating func readDeclaration() throws {
    if try starts(with: "<!--") {
      try skip(4, past: "-->", "comment")
    } else if try starts(with: "<![CDATA[") {
      position += 9
      isInCDATA = true
    } else {
      try readDoctype()
    }
  }

  /// Goes past a mark without keeping what stands before it.
  private mutating func skip(_ distance: Int, past mark: StaticString, _ what: String) throws {
    let openingLine = tokenLine()
    position += distance
    while true {
      tokenStart = position
      let first = mark.withUTF8Buffer { $0[0] }
      while position < buffer.count, let start = index(of: first, from: position) {
        position = start
        tokenStart = start
        if try starts(with: mark) {
          position += mark.utf8CodeUnitCount
          return
        }
        if position < buffer.count { position += 1 }
      }
      position = buffer.count
      if try !refill() { break }
    }
    faults.append(
      XMLFault(line: openingLine, what: "the \(what) is never closed", effect: .unreadable))
  }

  /// A DOCTYPE: what it declares itself is kept, what it refers to is not read.
  private mutating func readDoctype() throws {
    var end = 2
    var quote: UInt8 = 0
    var subset: Int?
    var isInSubset = false
    while let byte = try byte(end) {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "<"), try commentStarts(at: end) {
        guard let length = try commentLength(from: end) else { break }
        end += length
        continue
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        isInSubset = true
        subset = end + 1
      } else if byte == UInt8(ascii: "]") {
        isInSubset = false
        if let subset { declareEntities((position + subset)..<(position + end)) }
      } else if byte == UInt8(ascii: ">"), !isInSubset {
        position += end + 1
        return
      }
      end += 1
      if end > Self.longestTag { throw tooLong() }
    }
    fault("the declaration is never closed", .unreadable)
    position = buffer.count
  }

  private mutating func declareEntities(_ subset: Range<Int>) {
    entities.declare(in: buffer[subset])
    if entityLine == nil, entities.hasDeclarations { entityLine = tokenLine() }
  }

  private mutating func commentStarts(at distance: Int) throws -> Bool {
    guard try byte(distance + 3) != nil else { return false }
    return buffer[(position + distance)...].starts(with: "<!--".utf8)
  }

  private mutating func commentLength(from distance: Int) throws -> Int? {
    var length = 4
    while try byte(distance + length + 2) != nil {
      if buffer[(position + distance + length)...].starts(with: "-->".utf8) { return length + 3 }
      length += 1
      if length > Self.longestTag { throw tooLong() }
    }
    return nil
  }

  // MARK: Bytes

  /// Reads more behind what is not used up; false at the end of the file.
  private mutating func refill() throws -> Bool {
    if isAtEnd { return false }
    let piece = try source.next()
    guard !piece.isEmpty else {
      isAtEnd = true
      return false
    }
    damage += source.takeDamage()
    // What the caller still asks about begins at the token.
    let used = min(tokenStart, position)
    _ = lineNumber(at: used)
    if used == buffer.count {
      buffer = piece
    } else {
      buffer.removeFirst(used)
      buffer += piece
    }
    base += used
    counted -= used
    position -= used
    tokenStart -= used
    return true
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < buffer.count else { return nil }
    return buffer.withUnsafeBytes { bytes in
      var index = start
      let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
        let hit = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if hit != 0 { return index + UInt64(littleEndian: hit).trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == byte { return index }
        index += 1
      }
      return nil
    }
  }

  /// The first byte that text cannot simply have.
  private func indexOfSpecial(_ range: Range<Int>) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        if byte == 0x26 || byte == 0xEF || (byte < 0x20 && byte != 0x0A && byte != 0x09) {
          return index
        }
      }
      return nil
    }
  }

  private mutating func lineNumber(at index: Int) -> Int {
    if index > counted {
      line += buffer.withUnsafeBufferPointer { bytes in
        var count = 0
        for index in counted..<index { count += bytes[index] == 0x0A ? 1 : 0 }
        return count
      }
      counted = index
    }
    return line
  }

  // MARK: Faults

  /// Keeps a fault; of very many in one place the first are enough.
  private mutating func fault(_ what: String, at index: Int? = nil, _ effect: XMLFault.Effect) {
    guard faults.count < Self.mostFaults else { return }
    let line = tokenLine()
    let before = buffer[tokenStart..<max(tokenStart, index ?? tokenStart)]
    let further = before.count { $0 == 0x0A }
    faults.append(XMLFault(line: line + further, what: what, effect: effect))
  }

  /// Reports the bytes without a meaning that lie in what has been read.
  private mutating func reportDamage() {
    while reported < damage.count, damage[reported] < base + position {
      fault(
        "bytes that are not \(encodingName)", at: damage[reported] - base, .unreadable)
      reported += 1
    }
    guard reported == damage.count else { return }
    damage = []
    reported = 0
  }

  private mutating func tooLong() -> MemoryError {
    MemoryError(line: tokenLine(), "a tag or a declaration is longer than 1 MB")
  }
}

private func isNameStart(_ byte: UInt8) -> Bool {
  (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x3A || byte >= 0x80
}

private func isNamePart(_ byte: UInt8) -> Bool {
  isNameStart(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x2E
}
