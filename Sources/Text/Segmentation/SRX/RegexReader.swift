/// Reads a regular expression of the ICU or Java dialect: into a ``RegexNode``, and into the text
/// that ICU gets.
///
/// That text differs where ICU and Java, or an expression alone and one inside a longer text, do:
/// the anchors `^ $ \A \Z \z` become assertions about the text around, since ICU is shown parts of
/// the text; lookbehind without a limit gets one (``longestLookbehind``); a stray `}` or `{` stands
/// for itself; Java's flag U and Python's `(?P<name>` are rewritten. What this reader does not
/// understand it hands to ICU as it is.
struct RegexReader {
  /// As Loomchild's segment has it, the reference engine of many SRX files.
  static let longestLookbehind = 100
  private static let deepestGroup = 200

  private struct Flags {
    var ignoresCase = false
    var dotMatchesAll = false
    var hasComments = false
  }

  var scalars: [Unicode.Scalar]
  var index = 0
  /// What ICU gets.
  var text = ""
  private var flags = Flags()
  var lookbehinds = 0
  private var depth = 0
  /// An element that changes what the rest means was met: only ICU understands the expression.
  private var isBeyond = false

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  /// Linear.
  mutating func read() throws(RegexFault) -> RegexNode {
    let node = try alternatives()
    if index < scalars.count { throw RegexFault(.unopenedGroup) }
    // A comment at the end must not swallow what follows.
    if flags.hasComments { text += "\n" }
    return isBeyond ? .unknown : node
  }

  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  func peek(_ distance: Int = 1) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  /// Takes scalars over into the text as they are.
  mutating func copy(_ count: Int = 1) {
    for scalar in scalars[index..<min(index + count, scalars.count)] {
      text.unicodeScalars.append(scalar)
    }
    index = min(index + count, scalars.count)
  }

  private mutating func alternatives() throws(RegexFault) -> RegexNode {
    let outer = flags
    defer { flags = outer }
    var choices: [RegexNode] = []
    var parts: [RegexNode] = []
    while let scalar = next, scalar != ")" {
      if scalar == "|" {
        copy()
        choices.append(.sequence(parts))
        parts = []
      } else if flags.hasComments, scalar == "#" {
        while let scalar = next, scalar != "\n" { copy() }
      } else {
        let atom = try atom()
        parts.append(try quantified(atom))
      }
    }
    if flags.hasComments, depth == 0 { text += "\n" }
    choices.append(.sequence(parts))
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func atom() throws(RegexFault) -> RegexNode {
    guard let scalar = next else { return .empty }
    switch scalar {
    case "(": return try group()
    case "[":
      let set = try set()
      return .unit(set)
    case "\\": return try escape()
    case "^": return anchor(length: 1, "(?<![\\s\\S])", .textStart)
    case "$": return anchor(length: 1, "(?![\\s\\S])", .textEnd)
    case ".":
      copy()
      return .unit(.any(withLineEnds: flags.dotMatchesAll))
    case "*", "+", "?": throw RegexFault(.danglingQuantifier)
    case "{", "}":
      text += "\\"
      copy()
      return literal(scalar)
    default:
      copy()
      return literal(scalar)
    }
  }

  mutating func anchor(length: Int, _ replacement: String, _ node: RegexNode) -> RegexNode {
    index += length
    text += replacement
    return node
  }

  func literal(_ scalar: Unicode.Scalar) -> RegexNode {
    guard scalar.value <= 0xFFFF else { return .unit(.opaque) }
    let unit = UInt16(scalar.value)
    if flags.ignoresCase, !CaseFolding.isSimple(unit) { return .unknown }
    var set = UnitSet()
    set.insert(unit...unit)
    return .unit(folded(set))
  }

  func folded(_ set: UnitSet) -> UnitSet {
    guard flags.ignoresCase else { return set }
    var set = set
    set.foldCase()
    return set
  }

  var ignoresCase: Bool { flags.ignoresCase }

  mutating func giveUp() { isBeyond = true }

  private mutating func group() throws(RegexFault) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepestGroup { throw RegexFault(.tooDeep) }
    copy()
    var isDoubtful = false
    var look: (isAhead: Bool, isNegated: Bool)?
    let outer = flags
    if next == "?" {
      switch peek() {
      case ":": copy(2)
      case ">":
        copy(2)
        isDoubtful = true
      case "=", "!":
        look = (true, peek() == "!")
        copy(2)
      case "#":
        while let scalar = next, scalar != ")" { copy() }
        guard next != nil else { throw RegexFault(.unclosedGroup) }
        copy()
        return .empty
      case "<" where peek(2) == "=" || peek(2) == "!":
        look = (false, peek(2) == "!")
        copy(3)
      case "<": copyName()
      case "P" where peek(2) == "<":
        copy()
        index += 1
        copyName()
      default:
        if readFlags() { return .empty }
      }
    }
    if look?.isAhead == false { lookbehinds += 1 }
    let node = try alternatives()
    if look?.isAhead == false { lookbehinds -= 1 }
    flags = outer
    guard next == ")" else { throw RegexFault(.unclosedGroup) }
    copy()
    if let look { return .look(node, isAhead: look.isAhead, isNegated: look.isNegated) }
    return isDoubtful ? .sequence([node, .assertion]) : node
  }

  private mutating func copyName() {
    while let scalar = next, scalar != ">" { copy() }
    copy()
  }

  /// Reads "?i-s:" or "?i)"; true when the flags stand alone in their group.
  private mutating func readFlags() -> Bool {
    copy()
    var isOn = true
    while let scalar = next, scalar != ")", scalar != ":" {
      switch scalar {
      case "-": isOn = false
      case "i": flags.ignoresCase = isOn
      case "s": flags.dotMatchesAll = isOn
      case "x":
        flags.hasComments = isOn
        isBeyond = true
      case "U":
        // Java's Unicode classes, which ICU always has.
        index += 1
        continue
      case "w": isBeyond = true
      default: break
      }
      copy()
    }
    guard let end = next else { return false }
    if text.hasSuffix("(?") {
      text.unicodeScalars.removeLast()
      text += "?:"
      if end == ")" {
        copy()
        return true
      }
      index += 1
      return false
    }
    copy()
    return end == ")"
  }
}

/// Why a regular expression cannot be read.
struct RegexFault: Error {
  let fault: SRXError.PatternFault

  init(_ fault: SRXError.PatternFault) {
    self.fault = fault
  }
}
