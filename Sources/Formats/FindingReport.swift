import BitestoChecks
import BitestoText

/// Findings as people read them:
///
///     article.it.txt:3:12: warning: “Kharkov” is not how Italian names the place [wrong-exonym]
///       Il sindaco di Kharkov ha detto
///                     ^^^^^^^ Kharkiv
struct FindingReport {
  private static let widestLine = 100
  /// Columns of the line kept before the words when all of it is too long.
  private static let lead = 40
  /// Bytes of a line that are looked at on either side of the words.
  private static let reach = 1_024

  let style: TerminalStyle
  private var positions = TextPositions()

  init(style: TerminalStyle) {
    self.style = style
  }

  mutating func write(_ finding: CheckFinding, to output: inout ByteOutput) {
    let start = positions.region(of: finding.place).start
    let place = "\(TerminalText.line(finding.document.path)):\(start.line):\(start.column):"
    let color: KeyPath<TerminalStyle, String> =
      switch finding.severity {
      case .error: \.poor
      case .warning: \.fair
      case .note: \.good
      }
    output.raw(
      "\(style.dressed(place, \.strong)) "
        + "\(style.dressed(finding.severity.rawValue + ":", color)) "
        + "\(TerminalText.line(finding.message)) "
        + style.dressed("[\(finding.rule.rawValue)]", \.faint) + "\n")
    let (before, words, after) = excerpt(finding)
    output.raw("  \(before)\(words)\(after)\n")
    let caret = String(repeating: "^", count: max(1, TerminalText.width(words)))
    let indent = String(repeating: " ", count: 2 + TerminalText.width(before))
    let suggestion = finding.suggestions.first.map { " " + TerminalText.line($0) } ?? ""
    output.raw(indent + style.dressed(caret, color) + suggestion + "\n")
    if let related = finding.related {
      let place = Finding.Place(document: related.document, range: related.range)
      let start = positions.region(of: place).start
      let words = TerminalText.line(related.document.bytes[related.range])
      output.raw(
        "  \(TerminalText.line(related.document.path)):\(start.line):\(start.column): "
          + Self.cut(words, to: Self.widestLine) + "\n")
    }
  }

  /// The line of a finding in three parts, cut to a width.
  private func excerpt(_ finding: CheckFinding) -> (before: String, words: String, after: String) {
    let bytes = finding.document.bytes
    let range = finding.document.wholeCodePoints(finding.range)
    let lead = bytes[max(0, range.lowerBound - Self.reach)..<range.lowerBound]
    let start = lead.lastIndex(of: 0x0A).map { $0 + 1 } ?? lead.startIndex
    let trail = bytes[range.upperBound..<min(bytes.count, range.upperBound + Self.reach)]
    let end = trail.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? trail.endIndex
    let line = finding.document.wholeCodePoints(start..<end)
    let wordsEnd = bytes[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    let words = Self.shown(bytes[range.lowerBound..<wordsEnd])
    var before = Self.shown(bytes[line.lowerBound..<range.lowerBound])
    if before.allSatisfy(\.isWhitespace) { before = "" }
    let after = Self.shown(bytes[wordsEnd..<max(wordsEnd, line.upperBound)])
    let whole = [before, words, after].reduce(0) { $0 + TerminalText.width($1) }
    guard whole > Self.widestLine else { return (before, words, after) }
    if TerminalText.width(before) > Self.lead {
      before = "…" + String(Self.suffix(before, width: Self.lead - 1))
    }
    let rest = Self.widestLine - TerminalText.width(before) - TerminalText.width(words)
    return (before, words, Self.cut(after, to: max(0, rest)))
  }

  /// Text as it stands, with control characters made visible: white space keeps its width.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    // A line's own white space counts for the caret, so it is not folded as elsewhere.
    let text = String(decoding: bytes, as: UTF8.self)
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          switch scalar.properties.generalCategory {
          case .control: scalar == "\t" ? " " : "\u{FFFD}"
          case .format: nil
          default: scalar
          }
        }))
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard TerminalText.width(text) > width else { return text }
    var cut = ""
    var used = 0
    for character in text {
      used += TerminalText.width(character)
      if used > width - 1 { break }
      cut.append(character)
    }
    return cut + "…"
  }

  private static func suffix(_ text: String, width: Int) -> String {
    var kept: [Character] = []
    var used = 0
    for character in text.reversed() {
      used += TerminalText.width(character)
      if used > width { break }
      kept.append(character)
    }
    return String(kept.reversed())
  }
}
