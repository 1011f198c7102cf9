import BitestoMemory
import BitestoText

/// Hits for a terminal: the place of the unit, then its variants, long ones cut around the words.
struct ConcordanceTable {
  /// Of a variant.
  private static let mostLines = 3
  private static let indent = "  "

  let style: TerminalStyle
  let width: Int

  func write(_ hit: ConcordanceHit, to output: inout ByteOutput) {
    var head = style.dressed("\(TerminalText.line(hit.path)):\(hit.unit.line)", \.strong)
    if let score = hit.score {
      head += Self.indent + style.dressed("\(score) %", Double(score) / 100)
    }
    if let name = hit.unit.attributes["tuid"] {
      head += Self.indent + style.dressed("tuid \(TerminalText.line(name))", \.faint)
    }
    output.raw(head + "\n")
    let tags = hit.unit.variants.map { TerminalText.line($0.language.canonical) }
    let widest = tags.map(TerminalText.width).max() ?? 0
    let columns = max(20, width - widest - 2 * Self.indent.count)
    let place = relativePlace(of: hit)
    for (index, variant) in hit.unit.variants.enumerated() {
      let ranges = hit.ranges.indices.contains(index) ? hit.ranges[index] : []
      let excerpt = VariantExcerpt(
        variant.segment.plainText, ranges: ranges, place: place, size: columns * Self.mostLines)
      for (number, line) in excerpt.lines(columns: columns, style: style).enumerated() {
        let tag = TerminalText.padded(number == 0 ? tags[index] : "", widest)
        output.raw(Self.indent + style.dressed(tag, \.faint) + Self.indent + line + "\n")
      }
    }
  }

  /// How far into its text the first word stands, from 0 to 1, for the texts beside it.
  private func relativePlace(of hit: ConcordanceHit) -> Double {
    guard hit.unit.variants.indices.contains(hit.variant),
      hit.ranges.indices.contains(hit.variant), let first = hit.ranges[hit.variant].first
    else { return 0 }
    let length = hit.unit.variants[hit.variant].segment.plainText.utf8.count
    return Double(first.lowerBound) / Double(max(1, length))
  }
}

/// A text of one line, or the part of it around some words.
private struct VariantExcerpt {
  private var text = ""
  /// For each character of the text that is no space, whether it belongs to the words.
  private var marks: [Bool] = []

  /// - Parameter size: about how many bytes to show.
  init(_ whole: String, ranges: [Range<Int>], place: Double, size: Int) {
    let bytes = Array(whole.utf8)
    var window = 0..<bytes.count
    if bytes.count > size {
      let middle = ranges.first?.lowerBound ?? Int(place * Double(bytes.count))
      let start = min(max(0, middle - size / 3), bytes.count - size * 9 / 10)
      window = Self.wordEnd(bytes, from: start)..<Self.wordEnd(bytes, from: start + size * 9 / 10)
    }
    if window.lowerBound > 0 { add("… ", false) }
    var offset = window.lowerBound
    for range in ranges.map({ $0.clamped(to: window) }) where !range.isEmpty {
      guard range.lowerBound >= offset else { continue }
      add(String(decoding: bytes[offset..<range.lowerBound], as: UTF8.self), false)
      add(String(decoding: bytes[range], as: UTF8.self), true)
      offset = range.upperBound
    }
    add(String(decoding: bytes[offset..<window.upperBound], as: UTF8.self), false)
    if window.upperBound < bytes.count { add(" …", false) }
  }

  private mutating func add(_ part: String, _ isMarked: Bool) {
    let line = TerminalText.line(part)
    if part.utf8.first.map({ $0 <= 0x20 }) ?? false, !text.hasSuffix(" "), !text.isEmpty {
      text += " "
    }
    text += line
    if part.utf8.last.map({ $0 <= 0x20 }) ?? false, !line.isEmpty { text += " " }
    marks += Array(repeating: isMarked, count: line.unicodeScalars.count { $0 != " " })
  }

  /// Where the next word starts, if one does soon, else where the next character does.
  private static func wordEnd(_ bytes: [UInt8], from offset: Int) -> Int {
    guard offset > 0, offset < bytes.count else { return min(max(0, offset), bytes.count) }
    if let space = bytes[offset...].prefix(24).firstIndex(of: 0x20) { return space + 1 }
    return bytes[offset...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
  }

  func lines(columns: Int, style: TerminalStyle) -> [String] {
    var rest = marks[...]
    return TerminalText.wrap(text, width: columns).map { line in
      var (dressed, run, isMarked) = ("", "", false)
      for scalar in line.unicodeScalars {
        let mark = scalar == " " ? isMarked && rest.first ?? false : rest.popFirst() ?? false
        if mark != isMarked {
          dressed += isMarked ? style.dressed(run, \.poor) : run
          (run, isMarked) = ("", mark)
        }
        run.unicodeScalars.append(scalar)
      }
      return dressed + (isMarked ? style.dressed(run, \.poor) : run)
    }
  }
}
