/// The contents of a unit's sides as XLIFF can hold their codes.
///
/// A begin and its end have one number (`i`) that no other pair of the side has; those without a partner
/// are isolated codes; codes stand only where they may. Each code but a subflow has an attribute `id`, the
/// same on both sides for what corresponds; that of an end is that of its begin.
///
/// An id tells the attributes of TMX that it stands for: "3" is `x` and, of a pair, `i`; "3_1" is `x`
/// and `i`; "_1" is `i` alone; "_p1" neither. What follows a dot makes it unique.
struct XLIFFCodes {
  var source: SegmentContent
  var target: SegmentContent?

  /// Linear in the codes.
  init(source: SegmentContent, target: SegmentContent?) {
    var numbering = CodeNumbering()
    self.source = numbering.numbered(source.tidied())
    self.target = target.map {
      numbering.beginTarget()
      return numbering.numbered($0.tidied())
    }
  }

  /// What an id stands for, in a file whose ids were made here.
  static func meaning(of id: String) -> (x: String?, pair: String) {
    let base = id.prefix { $0 != "." }
    guard let mark = base.firstIndex(of: "_") else { return (String(base), String(base)) }
    let x = base[..<mark]
    return (x.isEmpty ? nil : String(x), String(base[base.index(after: mark)...]))
  }
}

extension SegmentContent {
  /// With codes only where they may stand, and pairs that have one number each.
  fileprivate func tidied() -> SegmentContent {
    guard hasCodes else { return self }
    var numbers = PairNumbers()
    return placed(isCode: false).paired(&numbers)
  }

  /// With codes only where they may stand; of others, what they hold.
  private func placed(isCode: Bool) -> SegmentContent {
    var content = SegmentContent()
    for piece in pieces {
      guard case .code(var code) = piece else {
        content.append(piece)
        continue
      }
      if (code.kind == .subflow) == isCode {
        code.content = code.content.placed(isCode: !code.holdsWords)
        content.append(code)
      } else {
        code.content.placed(isCode: isCode).pieces.forEach { content.append($0) }
      }
    }
    return content
  }

  /// With the pairs of a segment, or of words inside a code, which are no others' partners.
  private func paired(_ numbers: inout PairNumbers) -> SegmentContent {
    guard hasCodes else { return self }
    var flow = FlowPairs(pairs: CodePairs(withoutCodeContent))
    return paired(&flow, &numbers)
  }

  private func paired(_ flow: inout FlowPairs, _ numbers: inout PairNumbers) -> SegmentContent {
    var content = SegmentContent()
    for piece in pieces {
      guard case .code(var code) = piece else {
        content.append(piece)
        continue
      }
      if code.kind.isPaired {
        flow.settle(&code, &numbers)
      } else if code.kind == .isolated, !["begin", "end"].contains(code.attributes["pos"] ?? "") {
        code.kind = .placeholder
      }
      code.content =
        code.kind == .subflow
        ? code.content.paired(&numbers) : code.content.paired(&flow, &numbers)
      content.append(code)
    }
    return content
  }

  /// Highlights keep what they hold, since it belongs to the words around them.
  private var withoutCodeContent: SegmentContent {
    SegmentContent(
      pieces.map { piece in
        guard case .code(var code) = piece else { return piece }
        code.content = code.kind == .highlight ? code.content.withoutCodeContent : ""
        return .code(code)
      })
  }

  fileprivate mutating func append(_ piece: Piece) {
    switch piece {
    case .text(let text): append(text)
    case .code(let code): append(code)
    }
  }

  /// Whether each pair of codes lies wholly inside or outside of every other, and of every highlight.
  var isNested: Bool {
    var open: [String?] = []
    for case .code(let code) in pieces {
      switch code.kind {
      case .begin: open.append(code.attributes["i"])
      case .end where open.popLast() != code.attributes["i"]: return false
      case .highlight where !code.content.isNested: return false
      default: continue
      }
    }
    return open.isEmpty
  }

  /// All texts, those of codes too.
  var allText: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .code(let code): code.content.allText
      }
    }.joined()
  }
}

extension InlineCode {
  fileprivate var holdsWords: Bool { kind == .highlight || kind == .subflow }
}

/// The pairs of a segment, or of words inside a code.
private struct FlowPairs {
  var pairs: CodePairs
  /// The numbers of those that have begun.
  private var open: [String: String] = [:]

  init(pairs: CodePairs) {
    self.pairs = pairs
  }

  /// Gives the next begin or end its number; one without a partner becomes an isolated code.
  mutating func settle(_ code: inout InlineCode, _ numbers: inout PairNumbers) {
    guard let original = pairs.next() else {
      code.attributes["pos"] = code.kind == .begin ? "begin" : "end"
      code.attributes["i"] = nil
      code.kind = .isolated
      return
    }
    if code.kind == .begin { open[original] = numbers.free(like: original) }
    code.attributes["i"] = open[original]
  }
}

/// The numbers that the pairs of a side have.
private struct PairNumbers {
  private var used: Set<String> = []
  private var last = 0

  /// The number itself if it can be used, or else a new one.
  mutating func free(like original: String) -> String {
    var number = original
    while !isPlainID(number) || !used.insert(number).inserted {
      last += 1
      number = "n\(last)"
    }
    return number
  }
}

/// Gives the codes of a unit their ids.
private struct CodeNumbering {
  /// What the ids of the source name: elements, since no others may share them.
  private var elements: [String: String] = [:]
  private var used: Set<String> = []
  /// The next number to make a base unique.
  private var repetitions: [String: Int] = [:]
  private var placeholders = 0
  /// The ids of codes of the source without `x` that no code of the target has taken, last first.
  private var free: [InlineCode: [String]] = [:]
  private var isTarget = false
  /// Of the pairs that have begun.
  private var pairs: [String: String] = [:]

  mutating func beginTarget() {
    isTarget = true
    used = []
    repetitions = [:]
    pairs = [:]
    for key in free.keys { free[key]?.reverse() }
  }

  mutating func numbered(_ content: SegmentContent) -> SegmentContent {
    guard content.hasCodes else { return content }
    return SegmentContent(
      content.pieces.map { piece in
        guard case .code(var code) = piece else { return piece }
        if code.kind != .subflow { code.attributes["id"] = id(of: code) }
        code.content = numbered(code.content)
        return .code(code)
      })
  }

  private mutating func id(of code: InlineCode) -> String {
    let x = code.attributes["x"].flatMap { isPlainID($0) ? $0 : nil }
    let pair = code.attributes["i"] ?? ""
    if code.kind == .end { return pairs[pair] ?? unique("_" + pair, element(of: code)) }
    if code.kind == .begin {
      let base = x == pair ? pair : (x ?? "") + "_" + pair
      let id = unique(base, element(of: code))
      pairs[pair] = id
      return id
    }
    if let x { return unique(x, element(of: code)) }
    if isTarget, let id = free[code]?.popLast(), used.insert(id).inserted { return id }
    placeholders += 1
    let id = unique("_p\(placeholders)", element(of: code))
    if !isTarget { free[code, default: []].append(id) }
    return id
  }

  private mutating func unique(_ base: String, _ element: String) -> String {
    var id = base
    while used.contains(id) || (isTarget && elements[id].map { $0 != element } ?? false) {
      let number = repetitions[base, default: 1] + 1
      repetitions[base] = number
      id = "\(base).\(number)"
    }
    used.insert(id)
    if !isTarget { elements[id] = element }
    return id
  }

  private func element(of code: InlineCode) -> String {
    switch code.kind {
    case .isolated: "isolated-\(code.attributes["pos"] ?? "")"
    case .unknown: InlineCode.Kind.placeholder.rawValue
    default: code.kind.rawValue
    }
  }
}

/// Whether a text can be an id, or a part of one, as it is.
private func isPlainID(_ text: String) -> Bool {
  (1...32).contains(text.utf8.count)
    && text.utf8.allSatisfy {
      $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D
    }
}
