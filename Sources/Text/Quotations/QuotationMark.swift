/// A sign that may open or close a quotation, with what its neighbors allow it to be.
struct QuotationMark {
  enum Family: Int, CaseIterable {
    /// " “ ” „ ‟ '' ``: writers mix them, so any of them closes any other.
    case double
    case guillemet
    case singleGuillemet
    case single
    /// A dash at the start of a line; it pairs with nothing.
    case dash
  }

  /// Which way the glyph itself leans.
  enum Lean {
    case opening, closing, neutral
  }

  var range: Range<Int>
  var family: Family
  var lean: Lean
  /// Space or an opening sign before it and a word after it.
  var looksOpening: Bool
  /// A word or a stop before it and none after it.
  var looksClosing: Bool
  /// May be an apostrophe at the end of a word (po', the boys') or a unit after a number (6", 5').
  var isDoubtfulClosing: Bool

  static func family(_ value: UInt32) -> (Family, Lean)? {
    switch value {
    case 0x22: (.double, .neutral)
    case 0x201C, 0x201E, 0x201F: (.double, .opening)
    case 0x201D: (.double, .closing)
    case 0xAB: (.guillemet, .opening)
    case 0xBB: (.guillemet, .closing)
    case 0x2039: (.singleGuillemet, .opening)
    case 0x203A: (.singleGuillemet, .closing)
    case 0x2018, 0x201A, 0x201B: (.single, .opening)
    case 0x2019: (.single, .closing)
    case 0x27: (.single, .neutral)
    default: nil
    }
  }

  static func isDoubleOrGuillemet(_ value: UInt32) -> Bool {
    guard let (family, _) = family(value) else { return false }
    return family == .double || family == .guillemet
  }

  /// The marks of a paragraph in order, apostrophes between letters left out. Linear.
  static func marks(in bytes: [UInt8], _ paragraph: Range<Int>, language: Language) -> [Self] {
    let context = MarkContext(bytes: bytes, paragraph: paragraph, language: language)
    var marks: [Self] = []
    bytes.withView { text in
      var index = paragraph.lowerBound
      while index < paragraph.upperBound {
        let byte = text[index]
        guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2 else {
          index = text.skip(from: index + 1, limit: paragraph.upperBound, until: mayHoldMark)
          continue
        }
        if let mark = context.mark(at: index) {
          marks.append(mark)
          index = mark.range.upperBound
        } else {
          index = text.offset(after: index)
        }
      }
    }
    return marks
  }

  @inline(__always)
  private static func mayHoldMark(_ block: UInt64) -> UInt64 {
    ByteView.contains(block, 0x22) | ByteView.contains(block, 0x27)
      | ByteView.contains(block, 0x60) | ByteView.contains(block, 0xC2)
      | ByteView.contains(block, 0xE2)
  }
}

/// Judges what stands around a sign.
private struct MarkContext {
  let bytes: [UInt8]
  let paragraph: Range<Int>
  let language: Language

  func mark(at start: Int) -> QuotationMark? {
    if let pair = typewriterPair(at: start) { return pair }
    let value = bytes.scalar(at: start)
    guard let (family, lean) = QuotationMark.family(value) else { return nil }
    let end = bytes.offset(after: start)
    if family == .single { return single(start..<end, lean) }
    let isUnit = Scalar.isDigit(before(start)) && !Scalar.isWordPart(after(end))
    return QuotationMark(
      range: start..<end, family: family, lean: lean, looksOpening: looksOpening(start..<end),
      looksClosing: looksClosing(start..<end),
      isDoubtfulClosing: isUnit && family == .double && lean != .opening)
  }

  /// Two apostrophes or two grave accents, as typewriters and TeX write a double mark.
  private func typewriterPair(at start: Int) -> QuotationMark? {
    let byte = bytes[start]
    guard byte == 0x27 || byte == 0x60, start + 1 < paragraph.upperBound, bytes[start + 1] == byte
    else { return nil }
    let range = start..<(start + 2)
    return QuotationMark(
      range: range, family: .double, lean: byte == 0x60 ? .opening : .neutral,
      looksOpening: looksOpening(range), looksClosing: looksClosing(range),
      isDoubtfulClosing: false)
  }

  private func single(_ range: Range<Int>, _ lean: QuotationMark.Lean) -> QuotationMark? {
    let previous = before(range.lowerBound)
    let next = after(range.upperBound)
    if Scalar.isWordPart(previous), Scalar.isWordPart(next) { return nil }
    let opens = looksOpening(range) && lean != .closing && !isLeadingApostrophe(range.upperBound)
    let closes = looksClosing(range) && lean != .opening
    if !opens, !closes { return nil }
    return QuotationMark(
      range: range, family: .single, lean: lean, looksOpening: opens, looksClosing: closes,
      isDoubtfulClosing: closes && isTrailingApostrophe(range))
  }

  private func before(_ offset: Int) -> UInt32 {
    offset > paragraph.lowerBound ? bytes.scalar(before: offset) : 0
  }

  private func after(_ offset: Int) -> UInt32 {
    offset < paragraph.upperBound ? bytes.scalar(at: offset) : 0
  }

  private func looksOpening(_ range: Range<Int>) -> Bool {
    let next = after(range.upperBound)
    if next == 0 || Scalar.isSpace(next) || isClosingPunctuation(next) { return false }
    let previous = before(range.lowerBound)
    if previous == 0 || Scalar.isSpace(previous) || isOpeningPunctuation(previous) { return true }
    guard Scalar.isApostrophe(previous) else { return false }
    let letter = bytes.scalar(before: bytes.offset(before: range.lowerBound))
    return Scalar.isLetter(letter) || letter == 0 || Scalar.isSpace(letter)
  }

  private func looksClosing(_ range: Range<Int>) -> Bool {
    let previous = before(range.lowerBound)
    if previous == 0 || Scalar.isSpace(previous) { return false }
    let next = after(range.upperBound)
    return next == 0 || Scalar.isSpace(next) || isClosingPunctuation(next) || Scalar.isDash(next)
  }

  private func isClosingPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x2026, 0xBB, 0x201D, 0x2019, 0x203A:
      true
    case 0x27, 0x22: true
    default: false
    }
  }

  private func isOpeningPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x28, 0x5B, 0x7B, 0x2F, 0xAB, 0x201C, 0x2018, 0x201E, 0x2039, 0x22, 0xBF, 0xA1: true
    default: Scalar.isDash(value)
    }
  }

  /// 'ndrangheta, 'tis, '90: an apostrophe for what is left out.
  private func isLeadingApostrophe(_ offset: Int) -> Bool {
    if Scalar.isDigit(after(offset)) { return true }
    var end = offset
    while end < paragraph.upperBound, end - offset < 16, Scalar.isLetter(bytes.scalar(at: end)) {
      end = bytes.offset(after: end)
    }
    return Self.aphereses.contains(WordFolding.key(bytes[offset..<end]))
  }

  private static let aphereses: Set<String> = [
    "ndrangheta", "ndrine", "sta", "sto", "sti", "ste", "na", "nu", "o", "e", "tis", "twas", "em",
    "n", "cause", "til", "till", "cos", "bout", "round",
  ]

  /// po', the boys', 5': an apostrophe or a foot that may also close.
  private func isTrailingApostrophe(_ range: Range<Int>) -> Bool {
    let previous = before(range.lowerBound)
    if Scalar.isDigit(previous) { return true }
    if language == .english { return previous | 0x20 == 0x73 && isFollowedByLowerCase(range) }
    var start = range.lowerBound
    while start > paragraph.lowerBound, range.lowerBound - start < 8,
      Scalar.isLetter(bytes.scalar(before: start))
    {
      start = bytes.offset(before: start)
    }
    return Truncations.italian.contains(WordFolding.key(bytes[start..<range.lowerBound]))
  }

  private func isFollowedByLowerCase(_ range: Range<Int>) -> Bool {
    guard Scalar.isSpace(after(range.upperBound)) else { return false }
    return Scalar.isLower(after(bytes.offset(after: range.upperBound)))
  }
}
