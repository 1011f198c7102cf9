/// Text of any number of lines in one cell of a line of tab-separated columns: a line feed is `\n`, a
/// carriage return `\r`, a tab `\t`, a backslash `\\`, and in files of bilingual texts another control
/// character `\xHH`, as PostgreSQL's COPY has them.
///
/// A backslash before anything else stands for itself, so that a note which nobody escaped is read as
/// it was meant.
package enum EscapedText {
  /// The text with its line ends, tabs and backslashes escaped; other control characters stay.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { names[$0] != nil }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let name = names[byte] { bytes += [backslash, name] } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(backslash) else { return text }
    return unescaped(Array(text.utf8)[...])
  }

  /// The text that UTF-8 bytes stand for. Linear.
  package static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(backslash) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == backslash, let next = rest.first else {
        bytes.append(byte)
        continue
      }
      if let meant = meanings[next] {
        bytes.append(meant)
        rest.removeFirst()
      } else if next == UInt8(ascii: "x"), let control = control(rest.dropFirst().prefix(2)) {
        bytes.append(control)
        rest.removeFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a text with all its control characters escaped.
  fileprivate static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var rest = text
    while let index = rest.firstIndex(where: isSpecial) {
      bytes += rest[..<index]
      let byte = rest[index]
      if let name = names[byte] {
        bytes += [backslash, name]
      } else {
        let digits = String(byte, radix: 16)
        bytes += Array(("\\x" + (byte < 0x10 ? "0" : "") + digits).utf8)
      }
      rest = rest[(index + 1)...]
    }
    bytes += rest
  }

  fileprivate static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == backslash || byte == 0x7F
  }

  /// The control character of two hexadecimal digits.
  private static func control(_ digits: ArraySlice<UInt8>) -> UInt8? {
    let digits = String(decoding: digits, as: UTF8.self)
    // A sign would be read, too.
    guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16)
    else { return nil }
    return value < 0x20 || value == 0x7F ? value : nil
  }

  private static let backslash = UInt8(ascii: "\\")

  private static let names: [UInt8: UInt8] = [
    0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"), 0x0D: UInt8(ascii: "r"),
    backslash: backslash,
  ]

  private static let meanings: [UInt8: UInt8] = [
    UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    backslash: backslash,
  ]
}

extension ByteOutput {
  /// Appends a cell of tab-separated columns, see ``EscapedText``.
  package mutating func tabSeparatedField(_ text: ArraySlice<UInt8>) {
    guard text.contains(where: EscapedText.isSpecial) else { return raw(text) }
    var bytes: [UInt8] = []
    EscapedText.append(text, to: &bytes)
    raw(bytes)
  }

  package mutating func tabSeparatedField(_ text: String) {
    guard text.utf8.contains(where: EscapedText.isSpecial) else { return raw(text) }
    tabSeparatedField(Array(text.utf8)[...])
  }

  /// Appends text with its line ends, tabs and other control characters as spaces.
  package mutating func oneLine(_ text: ArraySlice<UInt8>) {
    for byte in text { raw(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
  }

  package mutating func oneLine(_ text: String) {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return raw(text) }
    oneLine(Array(text.utf8)[...])
  }
}
