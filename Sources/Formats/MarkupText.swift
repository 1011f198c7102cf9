extension ByteOutput {
  /// Appends text for the content of an XML or HTML element or for an attribute in double quotes.
  ///
  /// What is no XML 1.0 Char (section 2.2: control characters, U+FFFE, U+FFFF) is left out; code
  /// points beyond the Basic Multilingual Plane stay. A carriage return becomes a reference in
  /// XML, where a parser would otherwise turn it into a line feed, and goes in HTML, where the
  /// reference is an error.
  mutating func markup(_ text: some Collection<UInt8>, in language: MarkupLanguage = .html) {
    var index = text.startIndex
    while index != text.endIndex {
      let byte = text[index]
      if let entity = entities[Int(byte)] {
        raw(entity)
      } else if byte == 0x0D {
        if language == .xml { raw("&#13;") }
      } else if byte == 0xEF, isNoncharacter(text, at: index) {
        index = text.index(index, offsetBy: 2)
      } else if byte >= 0x20 || byte == 0x09 || byte == 0x0A {
        raw(byte)
      }
      index = text.index(after: index)
    }
  }

  mutating func markup(_ text: String, in language: MarkupLanguage = .html) {
    markup(Array(text.utf8), in: language)
  }

  /// Appends text for an XML attribute: as `markup`, with tabs and line ends kept as references.
  mutating func xmlAttribute(_ text: String) {
    var rest = Array(text.utf8)[...]
    while let blank = rest.firstIndex(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      markup(rest[..<blank], in: .xml)
      raw("&#\(rest[blank]);")
      rest = rest[(blank + 1)...]
    }
    markup(rest, in: .xml)
  }

  /// Whether U+FFFE or U+FFFF (EF BF BE, EF BF BF) starts here.
  private func isNoncharacter<T: Collection<UInt8>>(_ text: T, at index: T.Index) -> Bool {
    let three = text[index...].prefix(3)
    return three.count == 3 && (three.elementsEqual([0xEF, 0xBF, 0xBE])
      || three.elementsEqual([0xEF, 0xBF, 0xBF]))
  }
}

/// Which rules `markup` follows where XML and HTML differ.
enum MarkupLanguage {
  case xml
  case html
}

/// The references for the characters that mean something in markup, by byte.
private let entities: [String?] = {
  var table = [String?](repeating: nil, count: 256)
  let pairs: [(Character, String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ]
  for (character, reference) in pairs {
    if let byte = character.asciiValue { table[Int(byte)] = reference }
  }
  return table
}()
