/// Whether a name is one that elements and attributes may have: a part without colon, or two with one
/// between (Namespaces in XML 1.0, section 4). Linear.
func isQualifiedName(_ name: ArraySlice<UInt8>) -> Bool {
  guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return isPlainName(name) }
  return isPlainName(name[..<colon]) && isPlainName(name[(colon + 1)...])
}

/// Whether a name is sound and has no colon.
func isPlainName(_ name: ArraySlice<UInt8>) -> Bool {
  guard let first = name.first, isNameStart(first), first != UInt8(ascii: ":") else { return false }
  var isASCII = true
  for byte in name {
    if !isNamePart(byte) || byte == UInt8(ascii: ":") { return false }
    if byte >= 0x80 { isASCII = false }
  }
  return isASCII || hasNameCharacters(name)
}

/// Beyond ASCII the letters, digits and marks of the first plane that all editions of XML have in common.
private func hasNameCharacters(_ name: ArraySlice<UInt8>) -> Bool {
  let scalars = String(decoding: name, as: UTF8.self).unicodeScalars
  for (index, scalar) in scalars.enumerated() where scalar.value >= 0x80 {
    if scalar.value == 0xB7, index > 0 { continue }
    let properties = scalar.properties
    guard scalar.value >= 0xC0, scalar.value < 0x10000,
      index == 0 ? properties.isIDStart : properties.isIDContinue
    else { return false }
  }
  return true
}

/// Whether a byte may begin a name; those beyond ASCII may.
func isNameStart(_ byte: UInt8) -> Bool {
  (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x3A || byte >= 0x80
}

/// Whether a byte may stand in a name; those beyond ASCII may.
func isNamePart(_ byte: UInt8) -> Bool {
  isNameStart(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x2E
}
