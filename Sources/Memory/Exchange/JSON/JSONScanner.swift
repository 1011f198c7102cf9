/// Reads JSON (RFC 8259) straight into the values that a caller asks for, without a tree between.
///
/// A lone half of a surrogate pair is read as U+FFFD. Linear.
struct JSONScanner {
  struct Fault: Error {
    var what: String
    /// In bytes, from 0.
    var offset: Int
  }

  /// Of containers inside each other: a unit has four around its codes, each code two.
  private static let greatestDepth = 8 + 2 * UnitLimits.greatestDepth

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads an object; `member` reads each value, or skips it.
  mutating func object(_ member: (inout JSONScanner, String) throws -> Void) throws {
    try container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), "an object") { scanner in
      let key = try scanner.string()
      try scanner.expect(UInt8(ascii: ":"), "a colon")
      try member(&scanner, key)
    }
  }

  /// Reads an array; `element` reads each value, or skips it.
  mutating func array(_ element: (inout JSONScanner) throws -> Void) throws {
    try container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), "an array", element)
  }

  mutating func string() throws -> String {
    try expect(quote, "a string")
    let start = index
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == quote {
        defer { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      if byte == backslash { return try escapedString(from: start) }
      if byte < 0x20 { throw fault("a control character in a string; it must be escaped") }
      index += 1
    }
    throw fault("a string that does not end")
  }

  /// Whether the next value begins with a byte, such as that of an object.
  mutating func isNext(_ byte: UInt8) -> Bool {
    skipSpace()
    return index < bytes.endIndex && bytes[index] == byte
  }

  /// Passes over a value of any kind.
  mutating func skip() throws {
    skipSpace()
    guard index < bytes.endIndex else { throw fault("a value is missing") }
    switch bytes[index] {
    case quote: _ = try string()
    case UInt8(ascii: "{"): try object { scanner, _ in try scanner.skip() }
    case UInt8(ascii: "["): try array { try $0.skip() }
    default:
      let start = index
      while index < bytes.endIndex, isLiteral(bytes[index]) { index += 1 }
      let literal = String(decoding: bytes[start..<index], as: UTF8.self)
      guard ["true", "false", "null"].contains(literal) || Double(literal) != nil else {
        index = start
        throw fault("expected a value")
      }
    }
  }

  /// Makes sure that nothing follows.
  mutating func end() throws {
    skipSpace()
    if index < bytes.endIndex { throw fault("text after the end of the value") }
  }

  // MARK: Parts

  private mutating func container(
    open: UInt8, close: UInt8, _ name: String, _ element: (inout JSONScanner) throws -> Void
  ) throws {
    try expect(open, name)
    depth += 1
    if depth > Self.greatestDepth { throw fault("its values lie too deep") }
    defer { depth -= 1 }
    if isNext(close) {
      index += 1
      return
    }
    while true {
      try element(&self)
      if isNext(close) {
        index += 1
        return
      }
      try expect(UInt8(ascii: ","), "a comma")
    }
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws {
    guard isNext(byte) else { throw fault("expected \(name)") }
    index += 1
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private func fault(_ what: String) -> Fault {
    Fault(what: what, offset: index - bytes.startIndex)
  }

  // MARK: Escapes

  /// A string that has an escape, from its first byte; the index stands on the first backslash.
  private mutating func escapedString(from start: Int) throws -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == quote {
        index += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte < 0x20 { throw fault("a control character in a string; it must be escaped") }
      index += 1
      if byte != backslash {
        text.append(byte)
      } else {
        try appendEscape(to: &text)
      }
    }
    throw fault("a string that does not end")
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws {
    guard index < bytes.endIndex else { throw fault("a string that does not end") }
    let byte = bytes[index]
    index += 1
    if let meant = meanings[byte] {
      text.append(meant)
      return
    }
    guard byte == UInt8(ascii: "u"), var value = codeUnit(at: index) else {
      index -= 1
      throw fault("an escape that JSON does not have")
    }
    index += 4
    if value & 0xFC00 == 0xD800, index + 1 < bytes.endIndex, bytes[index] == backslash,
      bytes[index + 1] == UInt8(ascii: "u"), let low = codeUnit(at: index + 2),
      low & 0xFC00 == 0xDC00
    {
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      index += 6
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

private let meanings: [UInt8: UInt8] = [
  quote: quote, backslash: backslash, UInt8(ascii: "/"): UInt8(ascii: "/"),
  UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
  UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
]
