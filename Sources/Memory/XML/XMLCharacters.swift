/// The production Char of XML 1.0, section 2.2.
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
  default: false
  }
}

/// White space of XML.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

extension String {
  /// Without the white space of XML at its ends. Linear.
  var trimmingSpace: String {
    guard utf8.first.map(isSpace) ?? false || utf8.last.map(isSpace) ?? false else { return self }
    guard let start = utf8.firstIndex(where: { !isSpace($0) }),
      let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[start..<utf8.index(after: last)])
  }
}
