/// Writes JSON piece by piece, with the keys in the order given; commas and line ends are its
/// business, the balance of what is opened and closed the caller's.
package struct JSONOutput {
  /// Whether the members of a container stand on lines of their own.
  package enum Layout {
    case lines
    case inline
  }

  private var output: ByteOutput
  private var open: [(close: UInt8, layout: Layout, isEmpty: Bool)] = []
  private var followsKey = false

  package init(_ output: ByteOutput) {
    self.output = output
  }

  package mutating func object(
    _ layout: Layout = .inline, _ members: (inout JSONOutput) throws -> Void
  ) rethrows {
    try container("{", "}", layout, members)
  }

  package mutating func array(
    _ layout: Layout = .inline, _ elements: (inout JSONOutput) throws -> Void
  ) rethrows {
    try container("[", "]", layout, elements)
  }

  package mutating func key(_ name: String) {
    separate()
    var name = name
    name.withUTF8 { quoted($0) }
    output.raw(": ")
    followsKey = true
  }

  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { text(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    separate()
    output.raw(value ? "true" : "false")
  }

  /// A number of at most four decimals.
  package mutating func member(_ name: String, _ value: Double) {
    key(name)
    separate()
    output.raw(shortDecimal(value))
  }

  package mutating func member(_ name: String, _ value: ArraySlice<UInt8>) {
    key(name)
    separate()
    value.withUnsafeBufferPointer { quoted($0) }
  }

  /// A string in an array.
  package mutating func text(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { quoted($0) }
  }

  package mutating func number(_ value: Int) {
    separate()
    output.raw(String(value))
  }

  package mutating func null() {
    separate()
    output.raw("null")
  }

  /// Hands over large output; called between units.
  package mutating func flushIfLarge() throws {
    try output.flushIfLarge()
  }

  /// Ends a line, for JSON Lines; nothing may be open.
  package mutating func endLine() {
    output.raw(0x0A)
  }

  /// Hands over what is left.
  package mutating func finish() throws {
    try output.finish()
  }

  /// Ends the text with a line end and gives the output back.
  package consuming func finished() -> ByteOutput {
    output.raw(0x0A)
    return output
  }

  private mutating func container(
    _ start: String, _ end: Character, _ layout: Layout,
    _ content: (inout JSONOutput) throws -> Void
  ) rethrows {
    separate()
    output.raw(start)
    open.append((end.asciiValue ?? 0x5D, layout, true))
    try content(&self)
    guard let last = open.popLast() else { return }
    if !last.isEmpty, layout == .lines { newLine() }
    output.raw(last.close)
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let innermost = open.indices.last else { return }
    if !open[innermost].isEmpty { output.raw(open[innermost].layout == .lines ? "," : ", ") }
    open[innermost].isEmpty = false
    if open[innermost].layout == .lines { newLine() }
  }

  private mutating func newLine() {
    output.raw("\n" + String(repeating: "  ", count: open.count))
  }

  /// RFC 8259, and U+2028 and U+2029 escaped so that the text is JavaScript too.
  private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    output.raw(0x22)
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard mayNeedEscape[Int(byte)] else {
        index += 1
        continue
      }
      let isSeparator =
        byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
        && text[index + 2] & 0xFE == 0xA8
      if byte == 0xE2, !isSeparator {
        index += 1
        continue
      }
      output.raw(UnsafeBufferPointer(rebasing: text[start..<index]))
      if isSeparator {
        output.raw(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      } else if let short = shortEscapes[byte] {
        output.raw(short)
      } else {
        output.raw("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
      }
      index += isSeparator ? 3 : 1
      start = index
    }
    output.raw(UnsafeBufferPointer(rebasing: text[start...]))
    output.raw(0x22)
  }
}

/// The bytes that cannot simply be copied, and the first of U+2028 and U+2029.
private let mayNeedEscape: [Bool] = (0...255).map {
  $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C || $0 == 0xE2
}

private let shortEscapes: [UInt8: String] = [
  0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
]
