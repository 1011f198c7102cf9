extension ByteOutput {
  /// Appends text for the content of an XML or HTML element or for an attribute in double quotes.
  ///
  /// What is no XML 1.0 Char (section 2.2: control characters, U+FFFE, U+FFFF) is left out; code
  /// points beyond the Basic Multilingual Plane stay. A carriage return becomes a reference in
  /// XML, where a parser would otherwise turn it into a line feed, and goes in HTML, where the
  /// reference is an error.
  package mutating func markup(_ text: ArraySlice<UInt8>, in language: MarkupLanguage = .html) {
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let byte = text[index]
      guard isSpecial[Int(byte)] else {
        index += 1
        continue
      }
      let next = index + (byte == 0xEF ? 3 : 1)
      if byte == 0xEF, !isNoncharacter(text[index...]) {
        index = min(next, text.endIndex)
        continue
      }
      raw(text[start..<index])
      if byte == 0x0D {
        if language == .xml { raw("&#13;") }
      } else {
        raw(entities[byte] ?? "")
      }
      start = min(next, text.endIndex)
      index = start
    }
    raw(text[start...])
  }

  package mutating func markup(_ text: String, in language: MarkupLanguage = .html) {
    markup(Array(text.utf8)[...], in: language)
  }

  /// Appends text for an XML attribute: as `markup`, with tabs and line ends kept as references.
  package mutating func xmlAttribute(_ text: String) {
    var rest = Array(text.utf8)[...]
    while let blank = rest.firstIndex(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      markup(rest[..<blank], in: .xml)
      raw("&#\(rest[blank]);")
      rest = rest[(blank + 1)...]
    }
    markup(rest, in: .xml)
  }

  /// Whether U+FFFE or U+FFFF (EF BF BE, EF BF BF) stands at the start.
  private func isNoncharacter(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: [0xEF, 0xBF, 0xBE]) || text.starts(with: [0xEF, 0xBF, 0xBF])
  }
}

/// Which rules `markup` follows where XML and HTML differ.
package enum MarkupLanguage {
  case xml
  case html
}

/// The references for the characters that mean something in markup, by byte.
private let entities: [UInt8: String] = [
  0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;", 0x27: "&#39;",
]

/// The bytes that cannot simply be copied.
private let isSpecial: [Bool] = (0...255).map { byte in
  let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A
  return isControl || byte == 0xEF || entities[UInt8(byte)] != nil
}
