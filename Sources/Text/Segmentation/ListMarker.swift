/// The marker of a list item at the start of a sentence: "1.", "1)", "(a)", "•".
///
/// Lists whose lines were run together are cut before each marker that goes on counting.
struct ListMarker {
  /// The bullet, 0 when the marker counts.
  var bullet: UInt32 = 0
  private var value = 0
  private var isLetter = false
  private var isCapital = false
  private var hasBracketBefore = false
  /// The byte after the number or letter: "." or ")"; ".)" counts as ")" with a stop.
  private var mark: UInt8 = 0
  private var hasStopBeforeBracket = false

  /// Nil when no marker stands at `start`.
  init?(_ text: ByteView, at start: Int, limit: Int) {
    let first = text.scalar(at: start)
    if StopSign.isBullet(first) {
      bullet = first
      return
    }
    var index = start
    if text[index] == 0x28 {
      hasBracketBefore = true
      index += 1
    }
    guard let end = readNumber(text, at: index) else { return nil }
    index = end
    if text[index] == 0x2E, text[index + 1] == 0x29 {
      hasStopBeforeBracket = true
      index += 1
    }
    mark = text[index]
    guard mark == 0x29 || (mark == 0x2E && !hasBracketBefore), index + 1 < limit,
      text[index + 1] == 0x20
    else { return nil }
    // A capital letter and a stop is an initial.
    if mark == 0x2E, isLetter, isCapital { return nil }
  }

  private mutating func readNumber(_ text: ByteView, at start: Int) -> Int? {
    let byte = text[start]
    if Scalar.isLetter(UInt32(byte)), byte < 0x80 {
      isLetter = true
      isCapital = byte < 0x60
      value = Int(byte)
      return start + 1
    }
    var index = start
    while index - start < 3, Scalar.isDigit(UInt32(text[index])) {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return index > start ? index : nil
  }

  /// Where the marker starts whose number or letter ends at `end` and which comes next in the list,
  /// nil when it belongs to something else.
  func startOfNext(_ text: ByteView, endingAt end: Int) -> Int? {
    let index = hasStopBeforeBracket && text[end] == 0x2E ? end + 1 : end
    guard bullet == 0, text[index] == mark, text[index + 1] == 0x20 else { return nil }
    var start = end - 1
    if !isLetter { while end - start < 3, Scalar.isDigit(UInt32(text[start - 1])) { start -= 1 } }
    var next = ListMarker()
    guard next.readNumber(text, at: start) == end, next.isLetter == isLetter,
      next.value == value + 1
    else { return nil }
    if hasBracketBefore {
      guard text[start - 1] == 0x28 else { return nil }
      start -= 1
    }
    guard text[start - 1] == 0x20 else { return nil }
    return mark == 0x2E && isReference(text, before: start - 1) ? nil : start
  }

  private init() {}

  /// A number after "paragraph" or "comma" counts no list: "… di cui al paragrafo 2. La …".
  private func isReference(_ text: ByteView, before end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 12, Scalar.isLetter(UInt32(text[start - 1])) { start -= 1 }
    return end > start && Self.referringWords[Word(text, start..<end).folded] != nil
  }

  private static let referringWords: WordTable = {
    var table = WordTable()
    let words = """
      articolo articoli comma commi paragrafo paragrafi punto punti capitolo lettera numero figura \
      tabella parte fase e o article articles paragraph paragraphs section sections point points \
      chapter number figure table part step rule and or to for of
      """
    for word in words.split(separator: " ") { table.set(.folded(word), to: 1) }
    return table
  }()
}
