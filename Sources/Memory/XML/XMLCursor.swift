/// A place in a declaration of XML, for going through its grammar.
struct XMLCursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Goes past white space; false when there is none.
  @discardableResult
  mutating func space() -> Bool {
    let start = rest.startIndex
    rest = rest.drop(while: isSpace)
    return rest.startIndex > start
  }

  /// Goes past a mark; false when it does not stand here.
  mutating func take(_ mark: StaticString) -> Bool {
    guard mark.withUTF8Buffer({ rest.starts(with: $0) }) else { return false }
    rest = rest.dropFirst(mark.utf8CodeUnitCount)
    return true
  }

  /// Goes past a name and returns it; nil when none stands here.
  mutating func name() -> ArraySlice<UInt8>? {
    let name = rest.prefix(while: isNamePart)
    guard isQualifiedName(name) else { return nil }
    rest = rest[name.endIndex...]
    return name
  }

  /// Goes past a name made of any characters that names have.
  mutating func nameToken() -> Bool {
    let name = rest.prefix(while: isNamePart)
    rest = rest[name.endIndex...]
    return !name.isEmpty
  }

  /// Goes past a text between quotation marks and returns it without them; nil when none stands here.
  mutating func quoted() -> ArraySlice<UInt8>? {
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    guard value.endIndex < rest.endIndex else { return nil }
    rest = rest[(value.endIndex + 1)...]
    return value
  }

  /// Goes past what ends with a mark, and returns what stands before it.
  mutating func text(upTo mark: StaticString) -> ArraySlice<UInt8>? {
    var tail = rest
    let first = mark.withUTF8Buffer { $0.first }
    while let start = tail.firstIndex(where: { $0 == first }) {
      if mark.withUTF8Buffer({ tail[start...].starts(with: $0) }) {
        defer { rest = rest[(start + mark.utf8CodeUnitCount)...] }
        return rest[..<start]
      }
      tail = tail[(start + 1)...]
    }
    return nil
  }
}
