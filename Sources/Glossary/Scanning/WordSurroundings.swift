/// The words beside a name in a text.
struct WordSurroundings {
  /// The name.
  let range: Range<Int>
  /// Where the part of the text starts that is looked at.
  let lowerBound: Int
  let reader: WordReader

  /// The farthest that the word before may start.
  private static let reach = 64

  /// The word before an offset when nothing but spaces or one line end is between, or the period of
  /// an initial; it is then the last word that was read.
  func word(before offset: Int) -> ScannedWord? {
    guard let last = letter(before: offset) else { return nil }
    let gapStart = last + reader.character(at: last).width
    for byte in reader.bytes[gapStart..<offset] where !Self.joiners.contains(byte) { return nil }
    var start = last
    while let before = previous(start), offset - before <= Self.reach,
      reader.character(at: before).0.isInsideWord
    { start = before }
    // Marks before the first letter belong to what stands there.
    while start < last, reader.character(at: start).0.role == .ignored {
      start += reader.character(at: start).width
    }
    guard let word = reader.word(at: start), word.end == gapStart else { return nil }
    let (next, isBoundary) = reader.gap(after: word)
    return isBoundary || next != offset ? nil : word
  }

  /// The words beside the name are in capitals, as in a headline.
  var areCapitals: Bool {
    if let before = word(before: range.lowerBound), before.letters > 1 {
      return before.isAllUppercase
    }
    let name = ScannedWord(start: range.lowerBound, end: range.upperBound)
    let (next, isBoundary) = reader.gap(after: name)
    guard !isBoundary, next < reader.end, let after = reader.word(at: next) else { return false }
    return after.isAllUppercase
  }

  private static let joiners: Set<UInt8> = Set(" \t\r\n.\u{A0}".utf8)

  /// The start of the nearest character before an offset that is inside a word.
  private func letter(before offset: Int) -> Int? {
    var position = offset
    while let before = previous(position), offset - before <= 8 {
      if reader.character(at: before).0.isInsideWord { return before }
      position = before
    }
    return nil
  }

  /// The start of the character before an offset.
  private func previous(_ offset: Int) -> Int? {
    var start = offset - 1
    while start > lowerBound, start > offset - 4, reader.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= lowerBound ? start : nil
  }
}
