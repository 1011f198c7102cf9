/// Text of any number of lines in one line: a line feed is `\n`, a carriage return `\r`, a tab `\t`,
/// a backslash `\\`.
///
/// A backslash before any other character stands for itself, so that a note which nobody escaped
/// is read as it was meant.
package enum EscapedText {
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == backslash || names[$0] != nil }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let name = names[byte] {
        bytes += [backslash, name]
      } else {
        if byte == backslash { bytes.append(backslash) }
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(backslash) else { return text }
    var bytes: [UInt8] = []
    var isEscape = false
    for byte in text.utf8 {
      if isEscape {
        isEscape = false
        if let meant = meanings[byte] {
          bytes.append(meant)
        } else {
          bytes += [backslash, byte]
        }
      } else if byte == backslash {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    if isEscape { bytes.append(backslash) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let backslash = UInt8(ascii: "\\")

  private static let names: [UInt8: UInt8] = [
    0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"), 0x0D: UInt8(ascii: "r"),
  ]

  private static let meanings: [UInt8: UInt8] = [
    UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    backslash: backslash,
  ]
}
