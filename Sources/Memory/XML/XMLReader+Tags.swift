extension XMLReader {
  mutating func readEndTag() throws -> Token {
    var end = 2
    while let byte = try byte(end), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") {
      end += 1
      if end > Self.longestTag { throw tooLong() }
    }
    let inside = buffer[(position + 2)..<(position + end)]
    let qualified = inside.prefix { !isSpace($0) }
    takeName(qualified)
    attributes = []
    if !inside[qualified.endIndex...].allSatisfy(isSpace) {
      fault("</\(name)> has more than a name; remove what follows it", .mended)
    }
    if try byte(end) == UInt8(ascii: ">") {
      position += end + 1
    } else {
      fault("the tag </\(excerpt(name)) is never closed; add “>”", .unreadable)
      position += end
    }
    return .end
  }

  mutating func readStartTag() throws -> Token {
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
    takeName(qualified)
    checkName(qualified, "an element")
    attributes = []
    if !isClosed {
      fault(
        "the tag <\(excerpt(name)) is never closed; add “>”, and write “<” in values as “&lt;”",
        .unreadable)
    }
    if qualified.endIndex < inside.upperBound {
      readAttributes(qualified.endIndex..<inside.upperBound)
    }
    position += end + (isClosed ? 1 : 0)
    return .start
  }

  mutating func readAttributes(_ range: Range<Int>) {
    var index = range.lowerBound
    // The end of the value before.
    var end: Int?
    func skipSpace() {
      while index < range.upperBound, isSpace(buffer[index]) { index += 1 }
    }
    while true {
      skipSpace()
      guard index < range.upperBound else { return }
      let start = index
      while index < range.upperBound, !isSpace(buffer[index]), buffer[index] != 0x3D { index += 1 }
      if start == end { fault("an attribute has no space before it; add one", at: start, .mended) }
      let nameEnd = index
      let name = String(decoding: buffer[start..<nameEnd], as: UTF8.self)
      skipSpace()
      guard index < range.upperBound, buffer[index] == 0x3D, !name.isEmpty else {
        fault("the attribute “\(excerpt(name))” has no value; add it", at: start, .mended)
        if name.isEmpty { index += 1 }
        continue
      }
      checkName(buffer[start..<nameEnd], "an attribute")
      index += 1
      skipSpace()
      guard index < range.upperBound else {
        fault("the attribute “\(excerpt(name))” has no value; add it", at: start, .mended)
        return
      }
      let value: Range<Int>
      let quote = buffer[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += 1
        let first = index
        while index < range.upperBound, buffer[index] != quote { index += 1 }
        value = first..<index
        index += 1
      } else {
        fault(
          "the value of “\(excerpt(name))” has no quotation marks; add them", at: index, .mended)
        let first = index
        while index < range.upperBound, !isSpace(buffer[index]) { index += 1 }
        value = first..<index
      }
      end = index
      add(name, value, at: start)
    }
  }

  mutating func add(_ name: String, _ value: Range<Int>, at start: Int) {
    guard attributes.count < Self.mostAttributes else {
      fault("a tag has more than \(Self.mostAttributes) attributes", at: start, .unreadable)
      return
    }
    guard attributes[name] == nil else {
      fault(
        "the attribute “\(name)” stands twice in a tag; the first counts: remove the other",
        at: start, .mended)
      return
    }
    let isPlain = !buffer[value].contains { $0 < 0x20 || $0 == 0x26 || $0 == 0xEF }
    guard !isPlain else {
      attributes.append(XMLAttribute(name, String(decoding: buffer[value], as: UTF8.self)))
      return
    }
    var text: [UInt8] = []
    append(value, to: &text, .attribute)
    attributes.append(XMLAttribute(name, String(decoding: text, as: UTF8.self)))
  }

  /// Takes the name of a tag and its prefix.
  private mutating func takeName(_ qualified: ArraySlice<UInt8>) {
    let colon = qualified.firstIndex(of: UInt8(ascii: ":"))
    prefix = colon.map { String(decoding: qualified[..<$0], as: UTF8.self) }
    name = String(decoding: colon.map { qualified[($0 + 1)...] } ?? qualified, as: UTF8.self)
  }

  private mutating func checkName(_ name: ArraySlice<UInt8>, _ what: String) {
    if isQualifiedName(name) { return }
    let shown = excerpt(String(decoding: name.prefix(200), as: UTF8.self))
    fault(
      "“\(shown)” is no name that \(what) can have; XML has letters, digits, “-”, “_” and “.”",
      at: name.startIndex, .mended)
  }
}
