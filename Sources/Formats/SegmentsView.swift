import BitestoText

/// What a person reads in a terminal: numbered sentences with the quoted words set off, and under
/// each what its quotations are and whose.
///
/// ```
///    3  "Abbiamo chiesto garanzie", ha spiegato Rossi, secondo una traduzione di
///       Ukrainska Pravda.
///       ↳ direct: Anna Rossi, translated by Ukrainska Pravda
/// ```
struct SegmentsView {
  let document: Document
  let segments: [Segment]
  let quotations: [Quotation]
  let style: TerminalStyle
  let width: Int

  private static let indent = "      "

  /// Writes the whole view. Linear in the text.
  func write(to output: inout ByteOutput) throws {
    var first = 0
    for (number, segment) in segments.enumerated() {
      while first < quotations.count,
        quotations[first].marked.upperBound <= segment.range.lowerBound
      {
        first += 1
      }
      let own = quotations[first...].prefix { $0.content.lowerBound < segment.range.upperBound }
      let label = String(number + 1)
      let gap = String(repeating: " ", count: max(0, 4 - label.count))
      for (row, line) in lines(of: segment, own).enumerated() {
        let head = row == 0 ? gap + style.dressed(label, \.faint) + "  " : Self.indent
        output.raw(head + line + "\n")
      }
      for quotation in own where segment.range.contains(quotation.content.lowerBound) {
        output.raw(Self.indent + style.dressed("↳ " + caption(quotation), \.faint) + "\n")
      }
      try output.flushIfLarge()
    }
  }

  /// The words of a segment in lines that fit, each word in the style of what it belongs to.
  private func lines(of segment: Segment, _ quotations: ArraySlice<Quotation>) -> [String] {
    var lines: [[Word]] = [[]]
    var used = 0
    for word in words(of: segment, quotations) {
      let columns = TerminalText.width(word.text)
      if used > 0, used + 1 + columns > width - Self.indent.count {
        lines.append([])
        used = 0
      }
      used += (used > 0 ? 1 : 0) + columns
      let line = lines.count - 1
      if let last = lines[line].last, last.style == word.style {
        lines[line][lines[line].count - 1].text += " " + word.text
      } else {
        lines[line].append(word)
      }
    }
    return lines.map { line in
      line.map { style.dressed($0.text, $0.style) }.joined(separator: " ")
    }
  }

  private struct Word {
    var text: String
    var style: KeyPath<TerminalStyle, String>
  }

  private func words(of segment: Segment, _ quotations: ArraySlice<Quotation>) -> [Word] {
    let range = document.wholeCodePoints(segment.range)
    let plain = plainStyle(segment.role)
    var words: [Word] = []
    var start = range.lowerBound
    var remaining = quotations
    for end in range where document.bytes[end] == 0x20 || end + 1 == range.upperBound {
      let word = start..<(document.bytes[end] == 0x20 ? end : end + 1)
      start = end + 1
      while let next = remaining.first, next.content.upperBound <= word.lowerBound {
        remaining.removeFirst()
      }
      let text = TerminalText.line(document.bytes[word])
      guard !text.isEmpty else { continue }
      let quoted = remaining.first { $0.content.overlaps(word) }
      words.append(Word(text: text, style: quoted.map(quotedStyle) ?? plain))
    }
    return words
  }

  private func plainStyle(_ role: Segment.Role) -> KeyPath<TerminalStyle, String> {
    switch role {
    case .heading: \.strong
    case .boilerplate: \.faint
    case .body: \.plain
    }
  }

  private func quotedStyle(_ quotation: Quotation) -> KeyPath<TerminalStyle, String> {
    guard quotation.isSpeech else { return \.poor }
    return quotation.kind == .indirect ? \.fair : \.good
  }

  private func caption(_ quotation: Quotation) -> String {
    guard quotation.isSpeech else { return quotation.kind.rawValue }
    var caption = quotation.kind.rawValue + ": " + (quotation.speaker ?? "speaker not named")
    if let addressee = quotation.addressee { caption += " to \(addressee)" }
    for outlet in quotation.outlets where outlet.name != quotation.speaker {
      caption += ", \(outlet.credit)"
    }
    if quotation.continues != nil { caption += " (continued)" }
    return TerminalText.line(caption)
  }
}
