import BitestoText

/// Writes JSON piece by piece, with the keys in the order given; commas and line ends are its
/// business, the balance of what is opened and closed the caller's.
struct JSONOutput {
  /// Whether the members of a container stand on lines of their own.
  enum Layout {
    case lines
    case inline
  }

  private var output: ByteOutput
  private var open: [(close: UInt8, layout: Layout, isEmpty: Bool)] = []
  private var followsKey = false

  init(_ output: ByteOutput) {
    self.output = output
  }

  mutating func object(
    _ layout: Layout = .inline, _ members: (inout JSONOutput) throws -> Void
  ) rethrows {
    try container("{", "}", layout, members)
  }

  mutating func array(
    _ layout: Layout = .inline, _ elements: (inout JSONOutput) throws -> Void
  ) rethrows {
    try container("[", "]", layout, elements)
  }

  mutating func key(_ name: String) {
    separate()
    quoted(name.utf8)
    output.raw(": ")
    followsKey = true
  }

  mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value.map { Array($0.utf8) })
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    separate()
    output.raw(value ? "true" : "false")
  }

  /// A number of at most four decimals.
  mutating func member(_ name: String, _ value: Double) {
    key(name)
    separate()
    output.raw(shortDecimal(value))
  }

  mutating func member(_ name: String, _ value: ArraySlice<UInt8>) {
    key(name)
    string(Array(value))
  }

  /// A string in an array.
  mutating func text(_ value: String) {
    string(Array(value.utf8))
  }

  mutating func number(_ value: Int) {
    separate()
    output.raw(String(value))
  }

  mutating func null() {
    separate()
    output.raw("null")
  }

  private mutating func string(_ value: [UInt8]?) {
    guard let value else { return null() }
    separate()
    quoted(value)
  }

  /// Hands over large output; called between units.
  mutating func flushIfLarge() throws {
    try output.flushIfLarge()
  }

  /// Ends the text with a line end and gives the output back.
  consuming func finished() -> ByteOutput {
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
  private mutating func quoted(_ text: some Collection<UInt8>) {
    output.raw(0x22)
    var index = text.startIndex
    while index != text.endIndex {
      let byte = text[index]
      if let short = shortEscapes[byte] {
        output.raw(short)
      } else if byte < 0x20 || byte == 0x7F {
        output.raw("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
      } else if byte == 0xE2, text[index...].prefix(3).elementsEqual([0xE2, 0x80, 0xA8]) {
        output.raw("\\u2028")
        index = text.index(index, offsetBy: 2)
      } else if byte == 0xE2, text[index...].prefix(3).elementsEqual([0xE2, 0x80, 0xA9]) {
        output.raw("\\u2029")
        index = text.index(index, offsetBy: 2)
      } else {
        output.raw(byte)
      }
      index = text.index(after: index)
    }
    output.raw(0x22)
  }
}

private let shortEscapes: [UInt8: String] = [
  0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
]
