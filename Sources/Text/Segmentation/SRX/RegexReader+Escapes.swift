extension RegexReader {
  /// Reads a backslash and what belongs to it, outside of sets.
  mutating func escape() throws(RegexFault) -> RegexNode {
    guard let name = peek() else { throw RegexFault(.finalBackslash) }
    switch name {
    case "b", "B":
      copy(2)
      return .boundary(isNegated: name == "B")
    case "A": return anchor(length: 2, "(?<![\\s\\S])", .textStart)
    case "z", "Z": return anchor(length: 2, "(?![\\s\\S])", .textEnd)
    case "G":
      copy(2)
      return .assertion
    case "Q": return quotation()
    default: break
    }
    if let (unitClass, isNegated) = escapedClass() {
      guard let unitClass else { return .unit(.opaque) }
      var set = UnitSet()
      set.insert(unitClass, isNegated: isNegated)
      return .unit(ignoresCase && unitClass.dependsOnCase ? .opaque : set)
    }
    if let value = escapedScalar(name) {
      return Unicode.Scalar(value).map(literal) ?? .unit(.opaque)
    }
    copy(2)
    if name >= "1", name <= "9" { giveUp() }
    return .unknown
  }

  /// Reads a class, such as \d or \p{Lu}; nil, with nothing read, when there is none, and a nil class
  /// when only ICU knows it.
  mutating func escapedClass() -> (UnitClass?, isNegated: Bool)? {
    guard next == "\\", let name = peek() else { return nil }
    switch name {
    case "d", "D":
      copy(2)
      return (.digit, name == "D")
    case "w", "W":
      copy(2)
      return (.word, name == "W")
    case "s", "S":
      copy(2)
      return (.space, name == "S")
    case "h", "H", "v", "V":
      copy(2)
      return (nil, false)
    case "p", "P":
      guard peek(2) == "{", let close = scalars[index...].firstIndex(of: "}") else {
        // Java's \pL.
        guard let letter = peek(2), "LMNPSZ".unicodeScalars.contains(letter) else { return nil }
        index += 3
        text += "\\\(name){\(letter)}"
        return (UnitClass(property: String(letter)), name == "P")
      }
      var property = String.UnicodeScalarView()
      property.append(contentsOf: scalars[(index + 3)..<close])
      copy(close + 1 - index)
      return (UnitClass(property: String(property)), name == "P")
    default: return nil
    }
  }

  /// The code point that an escape stands for; nil, with nothing read, for an escape of another kind.
  mutating func escapedScalar(_ name: Unicode.Scalar) -> UInt32? {
    switch name {
    case "t", "n", "r", "f", "e", "a":
      copy(2)
      return ["t": 0x09, "n": 0x0A, "r": 0x0D, "f": 0x0C, "e": 0x1B, "a": 0x07][name]
    case "u": return hexadecimal(digits: 4)
    case "U": return hexadecimal(digits: 8)
    case "x":
      if peek(2) == "{", let close = scalars[index...].firstIndex(of: "}") {
        return hexadecimal(from: index + 3, to: close, next: close + 1)
      }
      return hexadecimal(digits: 2)
    default:
      guard name.value < 0x80, !name.properties.isAlphabetic, !("0"..."9").contains(name) else {
        return nil
      }
      copy(2)
      return name.value
    }
  }

  private mutating func hexadecimal(digits: Int) -> UInt32? {
    hexadecimal(from: index + 2, to: index + 2 + digits, next: index + 2 + digits)
  }

  private mutating func hexadecimal(from start: Int, to end: Int, next: Int) -> UInt32? {
    guard start < end, end <= scalars.count else { return nil }
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: scalars[start..<end])
    guard let value = UInt32(String(digits), radix: 16) else { return nil }
    copy(next - index)
    return value
  }

  /// Reads "\Q…\E", whose characters stand for themselves.
  private mutating func quotation() -> RegexNode {
    index += 2
    var parts: [RegexNode] = []
    while let scalar = next {
      if scalar == "\\", peek() == "E" {
        index += 2
        break
      }
      if scalar.value < 0x80, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) {
        text += "\\"
      }
      copy()
      parts.append(literal(scalar))
    }
    return .sequence(parts)
  }
}
