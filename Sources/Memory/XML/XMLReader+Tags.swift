extension XMLReader {
  mutating func readEndTag() throws -> Token {
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
    name = localName(qualified)
    attributes = []
    if !isClosed { fault("the tag <\(name) is never closed", .unreadable) }
    if qualified.endIndex < inside.upperBound {
      readAttributes(qualified.endIndex..<inside.upperBound)
    }
    position += end + (isClosed ? 1 : 0)
    return .start
  }

  mutating func readAttributes(_ range: Range<Int>) {
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

  mutating func add(_ name: String, _ value: Range<Int>, at start: Int) {
    guard attributes.count < Self.mostAttributes else {
      fault("a tag has more than \(Self.mostAttributes) attributes", at: start, .unreadable)
      return
    }
    guard attributes[name] == nil else {
      fault("the attribute “\(name)” stands twice in a tag; the first counts", at: start, .mended)
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

  mutating func localName(_ name: ArraySlice<UInt8>) -> String {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    hasPrefix = colon != nil
    return String(decoding: colon.map { name[($0 + 1)...] } ?? name, as: UTF8.self)
  }
}
