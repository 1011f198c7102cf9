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
    var pairs = CodePairs(self)
    var numbers = PairNumbers()
    return tidied(isCode: false, &pairs, &numbers)
  }

  private func tidied(
    isCode: Bool, _ pairs: inout CodePairs, _ numbers: inout PairNumbers
  ) -> SegmentContent {
    var content = SegmentContent()
    for piece in pieces {
      guard case .code(var code) = piece else {
        content.append(piece)
        continue
      }
      guard (code.kind == .subflow) == isCode else {
        code.content.tidied(isCode: isCode, &pairs, &numbers).pieces.forEach { content.append($0) }
        continue
      }
      if code.kind.isPaired {
        if let number = pairs.next() {
          code.attributes["i"] = numbers.number(for: number, isBegin: code.kind == .begin)
        } else {
          code.attributes["pos"] = code.kind == .begin ? "begin" : "end"
          code.attributes["i"] = nil
          code.kind = .isolated
        }
      } else if code.kind == .isolated, !["begin", "end"].contains(code.attributes["pos"] ?? "") {
        code.kind = .placeholder
      }
      let holdsWords = code.kind == .highlight || code.kind == .subflow
      code.content = code.content.tidied(isCode: !holdsWords, &pairs, &numbers)
      content.append(code)
    }
    return content
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

/// The numbers of pairs: as the file has them where they can be used.
private struct PairNumbers {
  private var used: Set<String> = []
  /// Of the pairs that have begun.
  private var open: [String: String] = [:]
  private var last = 0

  mutating func number(for original: String, isBegin: Bool) -> String {
    guard isBegin else { return open.removeValue(forKey: original) ?? original }
    var number = original
    while !isPlainID(number) || !used.insert(number).inserted {
      last += 1
      number = "n\(last)"
    }
    open[original] = number
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
