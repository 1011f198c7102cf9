import BitestoText

extension ByteOutput {
  /// Appends the content of a `seg` with its codes, valid by the DTD.
  ///
  /// A begin and an end that have no partner become isolated codes. A code where none may stand gives its
  /// text.
  mutating func tmx(_ content: SegmentContent) {
    guard content.hasCodes else {
      for case .text(let text) in content.pieces { markup(text, in: .xml) }
      return
    }
    var pairs = CodePairs(content)
    write(content, in: .words, &pairs)
  }

  private mutating func write(
    _ content: SegmentContent, in place: CodePlace, _ pairs: inout CodePairs
  ) {
    for piece in content.pieces {
      switch piece {
      case .text(let text): markup(text, in: .xml)
      case .code(let code):
        if place.holds(code.kind) {
          write(code, &pairs)
        } else {
          write(code.content, in: place, &pairs)
        }
      }
    }
  }

  private mutating func write(_ code: InlineCode, _ pairs: inout CodePairs) {
    var code = code
    if code.kind.isPaired {
      if let number = pairs.next() {
        code.attributes["i"] = number
      } else {
        code.attributes["pos"] = code.kind == .begin ? "begin" : "end"
        code.kind = .isolated
      }
    } else if code.kind == .isolated, !["begin", "end"].contains(code.attributes["pos"] ?? "") {
      code.kind = .placeholder
    }
    let name = code.kind.rawValue
    raw("<\(name)")
    for attribute in TMXAttributes.code(code.kind) {
      guard let value = code.attributes[attribute] else { continue }
      raw(" \(attribute)=\"")
      xmlAttribute(value)
      raw("\"")
    }
    guard !code.content.pieces.isEmpty else {
      raw("/>")
      return
    }
    raw(">")
    write(code.content, in: code.kind.place, &pairs)
    raw("</\(name)>")
  }
}

/// What an element may hold beside text.
private enum CodePlace {
  /// In a segment, a highlight or words inside a code.
  case words
  /// In a code.
  case code

  func holds(_ kind: InlineCode.Kind) -> Bool {
    (kind == .subflow) == (self == .code)
  }
}

extension InlineCode.Kind {
  var isPaired: Bool { self == .begin || self == .end }

  fileprivate var place: CodePlace {
    self == .highlight || self == .subflow ? .words : .code
  }
}

/// Which begins and ends of a segment belong together.
struct CodePairs {
  /// The number of each begin and end in reading order; nil for one without a partner.
  private(set) var numbers: [String?] = []
  private var index = 0

  /// Pairs by the attribute `i`; those that lack it, like brackets. Linear in the codes.
  init(_ content: SegmentContent) {
    var open: [String: Int] = [:]
    var nameless: [Int] = []
    var codes: [InlineCode] = []
    Self.collect(content, in: .words, into: &codes)
    numbers = Array(repeating: nil, count: codes.count)
    let used = Set(codes.compactMap { $0.attributes["i"] })
    var free = (1...).lazy.map(String.init).filter { !used.contains($0) }.makeIterator()
    for (index, code) in codes.enumerated() {
      switch (code.kind, code.attributes["i"]) {
      case (.begin, let number?) where open[number] == nil: open[number] = index
      case (.begin, nil): nameless.append(index)
      case (.end, let number?):
        if let partner = open.removeValue(forKey: number) {
          numbers[partner] = number
          numbers[index] = number
        }
      case (.end, nil):
        if let partner = nameless.popLast() {
          let number = free.next()
          numbers[partner] = number
          numbers[index] = number
        }
      default: continue
      }
    }
  }

  /// Those that are written, in the order in which they are.
  private static func collect(
    _ content: SegmentContent, in place: CodePlace, into codes: inout [InlineCode]
  ) {
    for case .code(let code) in content.pieces {
      let isWritten = place.holds(code.kind)
      if isWritten, code.kind.isPaired { codes.append(code) }
      collect(code.content, in: isWritten ? code.kind.place : place, into: &codes)
    }
  }

  mutating func next() -> String? {
    defer { index += 1 }
    return index < numbers.count ? numbers[index] : nil
  }
}
