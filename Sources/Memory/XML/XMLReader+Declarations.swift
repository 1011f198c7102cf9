extension XMLReader {
  /// Reads what begins with "<!" or "<?".
  ///
  /// - Returns: false for what is neither a comment nor another thing of XML, but text.
  mutating func readDeclaration() throws -> Bool {
    if try starts(with: "<?") {
      try readInstruction()
    } else if try starts(with: "<!--") {
      try skip(4, past: Self.commentEnd, "comment")
    } else if try starts(with: "<![CDATA[") {
      position += 9
      isInCDATA = true
    } else if try starts(with: "<!DOCTYPE") {
      try readDoctype()
    } else {
      return false
    }
    return true
  }

  static let commentEnd = Array("-->".utf8)
  static let instructionEnd = Array("?>".utf8)

  /// A processing instruction, or the declaration that a file begins with, which is made like one.
  private mutating func readInstruction() throws {
    var end = 2
    while let byte = try byte(end), isNamePart(byte), end < Self.longestName { end += 1 }
    let target = buffer[(position + 2)..<(position + end)]
    let next = try byte(end)
    if String(decoding: target, as: UTF8.self).lowercased() == "xml" {
      try checkXMLDeclaration(isLowercase: target.elementsEqual("xml".utf8))
    } else if !isPlainName(target) || !(next.map(isSpace) ?? true || next == UInt8(ascii: "?")) {
      fault("“<?” begins no processing instruction here; write “&lt;?”", .mended)
    }
    try skip(2, past: Self.instructionEnd, "processing instruction")
  }

  private static let longestName = 100
  private static let longestXMLDeclaration = 1000

  private mutating func checkXMLDeclaration(isLowercase: Bool) throws {
    guard base + position == 0, isLowercase else {
      fault(
        "“<?xml” stands where only the first characters of a file may be it; remove what is before it, "
          + "or the second one", .mended)
      return
    }
    var end = 5
    while try byte(end + 1) != nil, end < Self.longestXMLDeclaration {
      if buffer[(position + end)...].starts(with: Self.instructionEnd) {
        let inside = buffer[(position + 5)..<(position + end)]
        if let what = XMLDeclarationGrammar.fault(in: inside) { fault(what, .mended) }
        return
      }
      end += 1
    }
    fault(
      "the XML declaration is wrong: it has no “?>”; write <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      .mended)
  }

  /// Goes past a mark without keeping what stands before it.
  mutating func skip(_ distance: Int, past mark: [UInt8], _ what: String) throws {
    let openingLine = tokenLine()
    position += distance
    var isDoubleTold = mark != Self.commentEnd
    while true {
      let start = position
      while let hit = index(of: mark[0], from: position), hit + mark.count <= buffer.count {
        position = hit + 1
        if (1..<mark.count).allSatisfy({ buffer[hit + $0] == mark[$0] }) {
          checkCharacters(start..<hit)
          position = hit + mark.count
          return
        }
        if !isDoubleTold, buffer[hit + 1] == mark[0] {
          isDoubleTold = true
          fault("“--” stands inside a comment; write one hyphen", at: hit, .mended)
        }
      }
      position = max(position, buffer.count - 2)
      checkCharacters(start..<position)
      tokenStart = position
      if try !refill() { break }
    }
    position = buffer.count
    faults.append(
      XMLFault(line: openingLine, what: "the \(what) is never closed", effect: .unreadable))
  }

  /// Tells about what is no character in what nobody reads.
  private mutating func checkCharacters(_ range: Range<Int>) {
    let place = buffer[range].firstIndex { $0 < 0x20 && !isSpace($0) || $0 == 0xEF }
    guard place != nil else { return }
    var text: [UInt8] = []
    append(range, to: &text, .verbatim)
  }

  /// A DOCTYPE: what it declares itself is kept, what it refers to is not read.
  mutating func readDoctype() throws {
    var end = 2
    var quote: UInt8 = 0
    var subset: Int?
    while let byte = try byte(end) {
      if end > Self.longestTag { throw tooLong() }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "<"), try commentStarts(at: end) {
        guard let length = try commentLength(from: end) else { break }
        end += length
        continue
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "["), subset == nil {
        subset = end + 1
      } else if byte == UInt8(ascii: "]"), let start = subset {
        entities.declare(in: buffer[(position + start)..<(position + end)])
        if entityLine == nil, entities.hasDeclarations { entityLine = tokenLine() }
        subset = nil
      } else if byte == UInt8(ascii: ">"), subset == nil {
        checkDoctype(buffer[(position + 9)..<(position + end)])
        position += end + 1
        return
      }
      end += 1
    }
    fault("the declaration is never closed", .unreadable)
    position = buffer.count
  }

  private mutating func checkDoctype(_ inside: ArraySlice<UInt8>) {
    if hasRoot || hasDoctype {
      fault("a DOCTYPE may stand once, before the first element; remove it", .mended)
    } else if !XMLDoctypeGrammar.isSound(inside) {
      fault("the DOCTYPE is not well-formed; mend or remove it", .mended)
    } else {
      checkCharacters(inside.startIndex..<inside.endIndex)
    }
    hasDoctype = true
  }

  mutating func commentStarts(at distance: Int) throws -> Bool {
    guard try byte(distance + 3) != nil else { return false }
    return buffer[(position + distance)...].starts(with: "<!--".utf8)
  }

  mutating func commentLength(from distance: Int) throws -> Int? {
    var length = 4
    while try byte(distance + length + 2) != nil {
      if buffer[(position + distance + length)...].starts(with: "-->".utf8) { return length + 3 }
      length += 1
      if length > Self.longestTag { throw tooLong() }
    }
    return nil
  }
}
