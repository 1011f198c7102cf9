/// The columns a text takes on a terminal: 2 for East Asian wide characters and emoji, 0 for
/// combining marks, format and control characters, otherwise 1. Linear in the text; an approximation
/// of Unicode Standard Annex #11, as terminals have.
public func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ character: Character) -> Int {
  guard let base = character.unicodeScalars.first(where: { !isZeroWidth($0) }) else { return 0 }
  let hasEmojiSelector = character.unicodeScalars.contains { $0.value == 0xFE0F }
  return hasEmojiSelector || isWide(base) ? 2 : 1
}

private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: true
  default: false
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isEmojiPresentation || wideRanges.contains { $0.contains(scalar.value) }
}

/// The blocks that are wide or full-width throughout (UAX #11, EastAsianWidth.txt).
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]

extension String {
  /// The text filled up with spaces to a number of columns.
  public func padded(toColumns columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - displayWidth(self)))
  }

  /// The text cut to a number of columns; "…" stands for what is cut.
  public func truncated(toColumns columns: Int) -> String {
    guard displayWidth(self) > columns else { return self }
    guard columns > 0 else { return "" }
    var result = ""
    var width = 0
    for character in self {
      width += displayWidth(character)
      if width > columns - 1 { break }
      result.append(character)
    }
    return result + "…"
  }
}
