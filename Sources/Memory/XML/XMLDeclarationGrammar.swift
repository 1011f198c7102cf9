/// Holds `<?xml … ?>` against XML 1.0, section 2.8.
enum XMLDeclarationGrammar {
  /// What is wrong with a declaration, and what to do; nil for a sound one. Linear.
  ///
  /// - Parameter bytes: what stands between "<?xml" and "?>".
  static func fault(in bytes: ArraySlice<UInt8>) -> String? {
    var cursor = XMLCursor(bytes)
    var last = -1
    while true {
      let hasSpace = cursor.space()
      if cursor.isAtEnd { break }
      guard hasSpace, let name = cursor.name() else {
        return advice("it is not made as it must be")
      }
      let attribute = String(decoding: name, as: UTF8.self)
      guard let index = order.firstIndex(of: attribute) else {
        return advice("it has no “\(excerpt(attribute))”")
      }
      if index == last { return advice("“\(attribute)” stands twice") }
      if index < last { return advice("“\(attribute)” stands too late") }
      if last < 0, index > 0 { return advice("“version” is missing") }
      cursor.space()
      guard cursor.take("=") else { return advice("“\(attribute)” has no value") }
      cursor.space()
      guard let value = cursor.quoted() else {
        return advice("the value of “\(attribute)” has no quotation marks")
      }
      if !isSound(value, of: attribute) {
        let shown = excerpt(String(decoding: value, as: UTF8.self))
        return advice("“\(attribute)” is “\(shown)”")
      }
      if index == 1, !commonEncodings.contains(String(decoding: value, as: UTF8.self).uppercased())
      {
        let shown = excerpt(String(decoding: value, as: UTF8.self))
        return "the encoding “\(shown)” is unknown to many readers; save the file as UTF-8"
      }
      last = index
    }
    return last < 0 ? advice("“version” is missing") : nil
  }

  private static let order = ["version", "encoding", "standalone"]

  /// The names of encodings that readers of XML have in common (IANA, "Character Sets"; those of Java's reader).
  private static let commonEncodings: Set<String> = {
    var names: Set<String> = [
      "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "US-ASCII", "ASCII", "ISO-8859-13", "ISO-8859-15",
      "ISO_8859-15", "ISO-8859-8-I", "KOI8-R", "TIS-620", "SHIFT_JIS", "WINDOWS-31J", "EUC-JP",
      "ISO-2022-JP", "EUC-KR", "BIG5", "GB2312", "GBK", "GB18030", "IBM437", "IBM850", "IBM852",
      "IBM855", "IBM866", "CP437", "CP850", "CP852", "CP855", "CP866",
    ]
    for number in 1...9 { names.formUnion(["ISO-8859-\(number)", "ISO_8859-\(number)"]) }
    for number in 1...5 { names.formUnion(["LATIN\(number)", "L\(number)"]) }
    for number in 0...8 { names.insert("WINDOWS-125\(number)") }
    return names
  }()

  private static func advice(_ what: String) -> String {
    "the XML declaration is wrong: \(what); write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  }

  private static func isSound(_ value: ArraySlice<UInt8>, of attribute: String) -> Bool {
    switch attribute {
    // Parsers of today refuse other versions, or read them otherwise.
    case "version": value.elementsEqual("1.0".utf8)
    case "encoding":
      value.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
        && value.allSatisfy { $0 < 0x80 && isNamePart($0) && $0 != UInt8(ascii: ":") }
    default: value.elementsEqual("yes".utf8) || value.elementsEqual("no".utf8)
    }
  }
}
