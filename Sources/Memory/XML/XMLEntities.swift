import BitestoText

/// The entities of an XML file: the five that every file has, those it declares itself, and numbers.
///
/// Nothing outside the file is read, and what a file's entities grow to is bounded.
struct XMLEntities {
  enum Meaning: Equatable {
    case text([UInt8])
    /// The number of a character that XML does not allow.
    case noCharacter(String)
    case unreadable(String)
  }

  private static let builtIn: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]
  private static let greatestDepth = 16
  /// The bytes that references may grow to at once.
  private static let greatestGrowth = 16 << 20

  private var declared: [String: [UInt8]] = [:]
  private var external: Set<String> = []
  private var allowance = greatestGrowth

  /// Lets references grow by some bytes more: what a file grows to stays in proportion to its size.
  mutating func allow(_ growth: Int) {
    allowance = min(Self.greatestGrowth, allowance + growth)
  }

  /// Whether the file declares any itself.
  var hasDeclarations: Bool { !declared.isEmpty || !external.isEmpty }

  /// Reads the declarations between the brackets of a DOCTYPE. The first of a name counts. Linear.
  mutating func declare(in subset: ArraySlice<UInt8>) {
    var rest = subset
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.starts(with: "<!--".utf8) {
        rest = rest[(Self.end(of: "-->", in: rest) ?? rest.endIndex)...]
      } else if rest.starts(with: "<!ENTITY".utf8) {
        rest = declareEntity(in: rest.dropFirst(8))
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  /// Reads what follows "<!ENTITY", and returns what follows the declaration.
  private mutating func declareEntity(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop(while: isSpace)
    let name = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") }
    rest = rest[name.endIndex...].drop(while: isSpace)
    let key = String(decoding: name, as: UTF8.self)
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      external.insert(key)
      return rest.drop { $0 != UInt8(ascii: ">") }
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    if declared[key] == nil { declared[key] = Self.allowed(value) }
    return rest[value.endIndex...].dropFirst()
  }

  /// The bytes without characters that XML does not have, line ends as line feeds.
  private static func allowed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var kept: [UInt8] = []
    for scalar in text where isXMLCharacter(scalar) {
      if scalar == "\n", kept.last == 0x0D { kept.removeLast() }
      kept += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    return kept.map { $0 == 0x0D ? 0x0A : $0 }
  }

  /// The offset after the first occurrence of a mark.
  private static func end(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = mark.withUTF8Buffer { Array($0) }
    var rest = bytes
    while let start = rest.firstIndex(of: mark[0]) {
      if rest[start...].starts(with: mark) { return start + mark.count }
      rest = rest[(start + 1)...]
    }
    return nil
  }

  /// What stands for a reference.
  ///
  /// - Parameter name: what stands between "&" and ";".
  mutating func meaning(of name: ArraySlice<UInt8>) -> Meaning {
    if name.first == UInt8(ascii: "#") { return Self.character(name.dropFirst()) }
    let key = String(decoding: name, as: UTF8.self)
    if let text = Self.builtIn[key] { return .text(Array(text.utf8)) }
    guard declared[key] != nil || external.contains(key) else {
      return .unreadable("the entity “&\(key);” is not declared; write the character itself")
    }
    var text: [UInt8] = []
    if let reason = expand(key, into: &text, depth: 0) { return .unreadable(reason) }
    return .text(text)
  }

  /// Appends what an entity stands for; returns why that is impossible.
  private mutating func expand(_ key: String, into text: inout [UInt8], depth: Int) -> String? {
    guard let value = declared[key] else {
      return external.contains(key)
        ? "the entity “&\(key);” stands for another file, which is not read"
        : "the entity “&\(key);” is not declared"
    }
    guard depth < Self.greatestDepth, value.count <= allowance else {
      return "the entity “&\(key);” grows too large"
    }
    allowance -= value.count
    var rest = value[...]
    while let special = rest.firstIndex(where: { $0 == 0x26 || $0 == 0x3C }) {
      text += rest[..<special]
      guard rest[special] == 0x26, let end = rest[special...].firstIndex(of: 0x3B) else {
        return "the entity “&\(key);” holds markup"
      }
      let name = rest[(special + 1)..<end]
      rest = rest[(end + 1)...]
      let inner = String(decoding: name, as: UTF8.self)
      if declared[inner] != nil || external.contains(inner) {
        if let reason = expand(inner, into: &text, depth: depth + 1) { return reason }
      } else if case .text(let bytes) = meaning(of: name) {
        text += bytes
      } else {
        return "the entity “&\(key);” cannot be read"
      }
    }
    text += rest
    return nil
  }

  /// What stands for the number of a character.
  ///
  /// - Parameter number: what stands between "&#" and ";".
  static func character(_ number: ArraySlice<UInt8>) -> Meaning {
    let text = String(decoding: number, as: UTF8.self)
    let isHexadecimal = text.first == "x"
    let digits = isHexadecimal ? text.dropFirst() : text[...]
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      let value = UInt32(digits, radix: isHexadecimal ? 16 : 10)
    else {
      return .unreadable("“&#\(text);” is no reference to a character; write the character itself")
    }
    guard let scalar = Unicode.Scalar(value), isXMLCharacter(scalar) else {
      return .noCharacter(
        "“&#\(text);” is no character that XML allows, and was left out; remove it")
    }
    return .text(Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
  }
}
