import BitestoText

/// Double quotation marks and guillemets: those without partner, and pairs that are not the
/// house's.
///
/// Marks are paired inside their paragraph. A quotation that goes on in the next paragraph is no
/// mistake: there the mark is repeated, or the closing one stands.
struct QuotationMarksRule {
  /// A sign of a quotation.
  private struct Mark {
    enum Role { case opening, closing, either }
    var range: Range<Int>
    var glyph: Unicode.Scalar
    var role: Role
    var isGuillemet: Bool
    /// May be inches: 12".
    var isDoubtful: Bool
  }

  struct Unpaired {
    var range: Range<Int>
    var isOpening: Bool
  }

  /// Two marks and whether they stand inside others.
  struct Pair {
    var opening: Range<Int>
    var closing: Range<Int>
    var glyphs: (Unicode.Scalar, Unicode.Scalar)
    var isNested: Bool
  }

  private let text: CheckedText
  private(set) var pairs: [Pair] = []
  private(set) var unpaired: [Unpaired] = []

  /// Pairs the marks of a text. Linear.
  init(_ text: CheckedText) {
    self.text = text
    // Openings that a later paragraph may go on with.
    var waiting: [Mark] = []
    for paragraph in text.prose.paragraphs {
      let marks = marks(in: paragraph)
      guard !marks.isEmpty else { continue }
      waiting = pair(marks, in: paragraph, after: waiting)
    }
    unpaired += waiting.map { Unpaired(range: $0.range, isOpening: true) }
    unpaired.sort { $0.range.lowerBound < $1.range.lowerBound }
    pairs.sort { $0.opening.lowerBound < $1.opening.lowerBound }
  }

  /// The pairs that are not of a style and not inside others.
  func pairs(offStyle style: QuotationStyle) -> [Pair] {
    pairs.filter {
      !$0.isNested
        && (String($0.glyphs.0) != style.opening || String($0.glyphs.1) != style.closing)
    }
  }

  /// Pairs the marks of one paragraph; gives the openings that are left.
  private mutating func pair(
    _ marks: [Mark], in paragraph: Range<Int>, after waiting: [Mark]
  ) -> [Mark] {
    var open: [Mark] = []
    var waiting = waiting
    var isContinued = false
    for (number, mark) in marks.enumerated() {
      let partner = open.lastIndex { $0.isGuillemet == mark.isGuillemet }
      let closes =
        mark.role == .closing
        || (mark.role == .either && partner != nil)
      if closes, let partner {
        // What was opened since and never closed.
        unpaired += open[(partner + 1)...].map { Unpaired(range: $0.range, isOpening: true) }
        pairs.append(
          Pair(
            opening: open[partner].range, closing: mark.range,
            glyphs: (open[partner].glyph, mark.glyph), isNested: partner > 0))
        open.removeSubrange(partner...)
      } else if let index = waiting.lastIndex(where: { $0.isGuillemet == mark.isGuillemet }),
        mark.role != .opening || isFirst(mark, number, in: paragraph)
      {
        // The quotation of the paragraphs before ends here, or is opened again.
        waiting.remove(at: index)
        isContinued = true
        if mark.role != .closing, isFirst(mark, number, in: paragraph) { open.append(mark) }
      } else if mark.isDoubtful {
        continue
      } else if mark.role == .closing {
        unpaired.append(Unpaired(range: mark.range, isOpening: false))
      } else {
        open.append(mark)
      }
    }
    // A quotation inside one that goes on may be closed later still.
    if isContinued { return waiting + open }
    unpaired += waiting.map { Unpaired(range: $0.range, isOpening: true) }
    return open
  }

  private func isFirst(_ mark: Mark, _ number: Int, in paragraph: Range<Int>) -> Bool {
    number == 0
      && text.seen(paragraph.lowerBound..<mark.range.lowerBound).allSatisfy(\.isWhitespace)
  }

  // MARK: Marks

  private func marks(in paragraph: Range<Int>) -> [Mark] {
    let bytes = text.prose.bytes
    // Both " and the lead bytes of the other marks are rare: most paragraphs have none.
    guard bytes[paragraph].contains(where: { $0 == 0x22 || $0 == 0xC2 || $0 == 0xE2 }) else {
      return []
    }
    let scalars = text.prose.text(paragraph).unicodeScalars.reduce(into: [(Unicode.Scalar, Int)]())
    { list, scalar in
      let start = list.last.map { $0.1 + $0.0.utf8Count } ?? paragraph.lowerBound
      list.append((scalar, start))
    }
    let seen = scalars.filter { !CheckedText.unseen.contains($0.0.value) }
    return seen.indices.compactMap { index in
      let (glyph, start) = seen[index]
      guard Self.glyphs.contains(glyph) else { return nil }
      let before = index > 0 ? seen[index - 1].0 : nil
      let after = index + 1 < seen.count ? seen[index + 1].0 : nil
      return Mark(
        range: start..<(start + glyph.utf8Count), glyph: glyph,
        role: role(glyph, before, after), isGuillemet: glyph == "«" || glyph == "»",
        isDoubtful: glyph == "\"" && before?.properties.numericType != nil)
    }
  }

  private static let glyphs: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "‟", "«", "»"]

  /// German closes with “ and opens with », Italian never does.
  private func role(
    _ glyph: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Mark.Role {
    switch glyph {
    case "«", "„", "‟": return .opening
    case "»", "”": return .closing
    case "“":
      let mayClose = !isSpace(before) && !isOpening(before) && (isSpace(after) || isStop(after))
      return mayClose ? .either : .opening
    default: break
    }
    let opens = !isSpace(after) && !isStop(after) && (isSpace(before) || isOpening(before))
    let closes = !isSpace(before) && (isSpace(after) || isStop(after))
    return opens == closes ? .either : opens ? .opening : .closing
  }

  private func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.isWhitespace ?? true
  }

  private func isStop(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ".,;:!?)]}…»”’'-–—".unicodeScalars.contains($0) } ?? false
  }

  private func isOpening(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "([{«“‘'’-–—/".unicodeScalars.contains($0) } ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Count: Int { UTF8.width(self) }
}
