/// Holds `<!DOCTYPE … >` against XML 1.0, sections 2.8 to 4.7.
///
/// What the declarations mean together is not looked at. Linear.
struct XMLDoctypeGrammar {
  private static let greatestDepth = 100

  private var cursor: XMLCursor

  /// Whether a declaration is well-formed.
  ///
  /// - Parameter bytes: what stands between "<!DOCTYPE" and the last ">".
  static func isSound(_ bytes: ArraySlice<UInt8>) -> Bool {
    var grammar = XMLDoctypeGrammar(cursor: XMLCursor(bytes))
    return grammar.readDoctype() && grammar.cursor.isAtEnd
  }

  private mutating func readDoctype() -> Bool {
    guard spacedName() else { return false }
    if cursor.space(), startsExternal, !readExternal(needsSystem: true) { return false }
    cursor.space()
    if cursor.take("[") {
      while !cursor.take("]") {
        guard readDeclaration() else { return false }
      }
    }
    cursor.space()
    return true
  }

  private mutating func readDeclaration() -> Bool {
    if cursor.space() { return true }
    if cursor.take("%") { return cursor.name() != nil && cursor.take(";") }
    if cursor.take("<!--") { return readComment() }
    if cursor.take("<?") { return readInstruction() }
    let isSound: Bool
    if cursor.take("<!ENTITY") {
      isSound = readEntity()
    } else if cursor.take("<!ELEMENT") {
      isSound = spacedName() && cursor.space() && readContent()
    } else if cursor.take("<!ATTLIST") {
      isSound = spacedName() && readAttributes()
    } else if cursor.take("<!NOTATION") {
      isSound = spacedName() && cursor.space() && readExternal(needsSystem: false)
    } else {
      return false
    }
    cursor.space()
    return isSound && cursor.take(">")
  }

  private mutating func spacedName() -> Bool {
    cursor.space() && cursor.name() != nil
  }

  private mutating func readComment() -> Bool {
    cursor.text(upTo: "--") != nil && cursor.take(">")
  }

  private mutating func readInstruction() -> Bool {
    guard let target = cursor.name() else { return false }
    if String(decoding: target, as: UTF8.self).lowercased() == "xml" { return false }
    if cursor.take("?>") { return true }
    return cursor.space() && cursor.text(upTo: "?>") != nil
  }

  // MARK: Entities and notations

  private var startsExternal: Bool {
    var ahead = cursor
    return ahead.take("SYSTEM") || ahead.take("PUBLIC")
  }

  private mutating func readExternal(needsSystem: Bool) -> Bool {
    if cursor.take("SYSTEM") { return cursor.space() && cursor.quoted() != nil }
    guard cursor.take("PUBLIC"), cursor.space(), let name = cursor.quoted(),
      name.allSatisfy(Self.isPublic)
    else { return false }
    let hasSpace = cursor.space()
    var ahead = cursor
    guard ahead.quoted() != nil else { return !needsSystem }
    cursor = ahead
    return hasSpace
  }

  /// The production PubidChar.
  private static func isPublic(_ byte: UInt8) -> Bool {
    (byte < 0x80 && isNamePart(byte)) || byte == 0x20 || byte == 0x0A || byte == 0x0D
      || "'()+,/=?;!*#@$%".utf8.contains(byte)
  }

  private mutating func readEntity() -> Bool {
    guard cursor.space() else { return false }
    let isParameter = cursor.take("%")
    if isParameter, !cursor.space() { return false }
    guard cursor.name() != nil, cursor.space() else { return false }
    if let value = cursor.quoted() {
      return !value.contains(UInt8(ascii: "%")) && Self.hasSoundReferences(value)
    }
    guard readExternal(needsSystem: true) else { return false }
    var ahead = cursor
    guard !isParameter, ahead.space(), ahead.take("NDATA") else { return true }
    cursor = ahead
    return spacedName()
  }

  private static func hasSoundReferences(_ value: ArraySlice<UInt8>) -> Bool {
    var rest = value
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      var name = rest[(mark + 1)...].prefix { $0 != UInt8(ascii: ";") }
      guard name.endIndex < rest.endIndex else { return false }
      rest = rest[(name.endIndex + 1)...]
      if name.first == UInt8(ascii: "#") {
        name = name.dropFirst()
        guard case .text = XMLEntities.character(name) else { return false }
      } else if !isQualifiedName(name) {
        return false
      }
    }
    return true
  }

  // MARK: Elements and attributes

  private mutating func readContent() -> Bool {
    if cursor.take("EMPTY") || cursor.take("ANY") { return true }
    guard cursor.take("(") else { return false }
    cursor.space()
    guard cursor.take("#PCDATA") else {
      guard readGroup(depth: 0) else { return false }
      readOccurrence()
      return true
    }
    var hasNames = false
    while true {
      cursor.space()
      if cursor.take(")") { return cursor.take("*") || !hasNames }
      guard cursor.take("|") else { return false }
      cursor.space()
      guard cursor.name() != nil else { return false }
      hasNames = true
    }
  }

  /// What follows "(": parts between commas, or between bars.
  private mutating func readGroup(depth: Int) -> Bool {
    guard depth < Self.greatestDepth else { return false }
    var separator: StaticString?
    while true {
      cursor.space()
      if cursor.take("(") {
        guard readGroup(depth: depth + 1) else { return false }
      } else if cursor.name() == nil {
        return false
      }
      readOccurrence()
      cursor.space()
      if cursor.take(")") { return true }
      if let separator {
        guard cursor.take(separator) else { return false }
      } else if cursor.take(",") {
        separator = ","
      } else if cursor.take("|") {
        separator = "|"
      } else {
        return false
      }
    }
  }

  private mutating func readOccurrence() {
    if cursor.take("?") || cursor.take("*") { return }
    _ = cursor.take("+")
  }

  private mutating func readAttributes() -> Bool {
    while true {
      let hasSpace = cursor.space()
      var ahead = cursor
      if ahead.take(">") { return true }
      guard hasSpace, cursor.name() != nil, cursor.space(), readType(), cursor.space(),
        readDefault()
      else { return false }
    }
  }

  private mutating func readType() -> Bool {
    let types: [StaticString] = [
      "CDATA", "IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN",
    ]
    if types.contains(where: { cursor.take($0) }) { return true }
    if cursor.take("NOTATION"), !cursor.space() { return false }
    guard cursor.take("(") else { return false }
    while true {
      cursor.space()
      guard cursor.nameToken() else { return false }
      cursor.space()
      if cursor.take(")") { return true }
      guard cursor.take("|") else { return false }
    }
  }

  private mutating func readDefault() -> Bool {
    if cursor.take("#REQUIRED") || cursor.take("#IMPLIED") { return true }
    if cursor.take("#FIXED"), !cursor.space() { return false }
    guard let value = cursor.quoted() else { return false }
    return !value.contains(UInt8(ascii: "<")) && Self.hasSoundReferences(value)
  }
}
