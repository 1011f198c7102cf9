extension XMLReader {
  /// Reads what begins with "<!" or "<?".
  ///
  /// - Returns: false for what is neither a comment nor another thing of XML, but text.
  mutating func readDeclaration() throws -> Bool {
    if try starts(with: "<?") {
      try skip(2, past: Self.instructionEnd, "processing instruction")
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

  /// Goes past a mark without keeping what stands before it.
  mutating func skip(_ distance: Int, past mark: [UInt8], _ what: String) throws {
    let openingLine = tokenLine()
    position += distance
    while true {
      while let start = index(of: mark[0], from: position), start + mark.count <= buffer.count {
        position = start + 1
        if (1..<mark.count).allSatisfy({ buffer[start + $0] == mark[$0] }) {
          position = start + mark.count
          return
        }
      }
      position = max(position, buffer.count - mark.count + 1)
      tokenStart = position
      if try !refill() { break }
    }
    position = buffer.count
    faults.append(
      XMLFault(line: openingLine, what: "the \(what) is never closed", effect: .unreadable))
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
        position += end + 1
        return
      }
      end += 1
    }
    fault("the declaration is never closed", .unreadable)
    position = buffer.count
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
