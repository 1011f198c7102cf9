extension XMLReader {
  /// Takes the text up to the next "<", or as much as there is of it.
  ///
  /// - Parameter first: the distance of the first byte that may be a "<".
  /// - Returns: false when nothing can be told before more is read.
  mutating func readText(from first: Int) throws -> Bool {
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
  func wholeText(upTo end: Int) -> Int {
    if isAtEnd { return end }
    let tail = max(position, end - Self.longestReference - 1)..<end
    if let mark = buffer[tail].lastIndex(of: UInt8(ascii: "&")), !buffer[mark..<end].contains(0x3B)
    {
      return mark
    }
    return buffer[end - 1] == 0x0D ? end - 1 : end
  }

  mutating func readCDATA() throws -> Bool {
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
  package mutating func appendText(to text: inout [UInt8]) {
    append(textRange, to: &text, isVerbatim ? .verbatim : .content)
  }

  /// Whether the last text has anything but white space.
  var hasVisibleText: Bool { !buffer[textRange].allSatisfy(isSpace) }

  /// The line of the first character that is no white space, told once between two tags.
  mutating func takeLineOfVisibleText() -> Int? {
    guard let start = buffer[textRange].firstIndex(where: { !isSpace($0) }) else { return nil }
    checkText()
    guard !isTextTold else { return nil }
    isTextTold = true
    return lineNumber(at: tokenStart) + buffer[tokenStart..<start].count { $0 == 0x0A }
  }

  /// Finds the faults of the last text, which nobody reads: others refuse a file for them wherever they stand.
  mutating func checkText() {
    let known = faults.count
    var text: [UInt8] = []
    appendText(to: &text)
    for index in known..<faults.count { faults[index].effect = .mended }
  }

  enum TextKind {
    case content
    /// Of a CDATA section, without references.
    case verbatim
    case attribute
  }

  mutating func append(_ range: Range<Int>, to text: inout [UInt8], _ kind: TextKind) {
    var start = range.lowerBound
    func copy(upTo end: Int) {
      let first = text.count
      text += buffer[start..<end]
      guard kind == .attribute else { return }
      // White space as such becomes spaces, not so that of references (XML 1.0, section 3.3.3).
      for index in first..<text.count where isSpace(text[index]) { text[index] = 0x20 }
    }
    while let special = indexOfSpecial(start..<range.upperBound) {
      copy(upTo: special)
      start = special + 1
      switch buffer[special] {
      case UInt8(ascii: "&") where kind == .verbatim: text.append(UInt8(ascii: "&"))
      case UInt8(ascii: "&"): start = appendReference(special..<range.upperBound, to: &text)
      case 0x0D:
        text.append(kind == .attribute ? 0x20 : 0x0A)
        if start < range.upperBound, buffer[start] == 0x0A { start += 1 }
      case UInt8(ascii: "]"):
        if kind == .content, buffer[special..<range.upperBound].starts(with: "]]>".utf8) {
          fault("“]]>” stands where “]]&gt;” should", at: special, .mended)
        }
        text.append(UInt8(ascii: "]"))
      case 0xEF:
        let isNoncharacter =
          start + 1 < range.upperBound && buffer[start] == 0xBF && buffer[start + 1] >= 0xBE
        if isNoncharacter {
          fault(
            "U+FFFE or U+FFFF is no character and was left out; remove it", at: special, .mended)
          start += 2
        } else {
          text.append(0xEF)
        }
      default:
        let code = String(buffer[special], radix: 16, uppercase: true)
        fault(
          "the control character U+00\(code.count < 2 ? "0" : "")\(code) was left out; remove it",
          at: special, .mended)
      }
    }
    copy(upTo: range.upperBound)
  }

  /// Appends what a reference stands for, and returns where the text goes on.
  mutating func appendReference(_ range: Range<Int>, to text: inout [UInt8]) -> Int {
    let start = range.lowerBound
    let name = buffer[(start + 1)..<range.upperBound].prefix(Self.longestReference).prefix {
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
}
