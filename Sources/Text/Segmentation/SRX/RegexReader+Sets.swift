extension RegexReader {
  /// Reads "[…]". Sets within sets, and what ICU has beside (&&, --, [:alpha:]), are left to ICU.
  mutating func set() throws(RegexFault) -> UnitSet {
    copy()
    var set = UnitSet()
    var isOpaque = false
    var isNegated = false
    if next == "^" {
      isNegated = true
      copy()
    }
    if next == "]" {
      isOpaque = true
      copy()
    }
    var nesting = 0
    while true {
      guard let scalar = next else { throw RegexFault(.unclosedSet) }
      switch scalar {
      case "]":
        copy()
        if nesting == 0 {
          if isOpaque || (isNegated && ignoresCase) { return .opaque }
          set = folded(set)
          if isNegated { set.negate() }
          return set
        }
        nesting -= 1
      case "[":
        isOpaque = true
        nesting += 1
        copy()
        if next == "^" { copy() }
      case "&" where peek() == "&", "-" where peek() == "-" || peek() == "[":
        isOpaque = true
        copy()
      default:
        guard try readItem(into: &set) else {
          isOpaque = true
          continue
        }
      }
    }
  }

  /// One character, range or class; false when only ICU knows what it is.
  private mutating func readItem(into set: inout UnitSet) throws(RegexFault) -> Bool {
    guard let first = try setScalar() else {
      return readClass(into: &set)
    }
    guard first <= 0xFFFF else { return false }
    let lower = UInt16(first)
    guard next == "-", let after = peek(), after != "]", after != "[", after != "-" else {
      set.insert(lower...lower)
      return true
    }
    copy()
    if after == "\\", let name = peek(), "dDwWsSpPhHvV".unicodeScalars.contains(name) {
      // "[a-\d]", which ICU refuses.
      set.insert(lower...lower)
      return false
    }
    guard let last = try setScalar(), last <= 0xFFFF, last >= first else { return false }
    set.insert(lower...UInt16(last))
    return true
  }

  /// The code point of a character or an escape that stands for one; nil, with nothing read, before
  /// a class.
  private mutating func setScalar() throws(RegexFault) -> UInt32? {
    guard let scalar = next else { throw RegexFault(.unclosedSet) }
    guard scalar == "\\" else {
      copy()
      return scalar.value
    }
    guard let name = peek() else { throw RegexFault(.finalBackslash) }
    if let value = escapedScalar(name) { return value }
    return nil
  }

  private mutating func readClass(into set: inout UnitSet) -> Bool {
    guard let (unitClass, isNegated) = escapedClass() else {
      // "\Q" and the rest: the backslash and its letter, so that a bracket after it still counts.
      if next == "\\" { copy(2) }
      return false
    }
    guard let unitClass else { return false }
    set.insert(unitClass, isNegated: isNegated)
    return true
  }
}
