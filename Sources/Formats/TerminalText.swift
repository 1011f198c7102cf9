/// Text fitted to the columns of a terminal.
///
/// Control characters are shown as U+FFFD and bidirectional overrides go, so that no text can
/// move the cursor, change colors or reorder a line.
struct TerminalText {
  /// The columns a text takes.
  static func width(_ text: String) -> Int {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? text.utf8.count : text.reduce(0) { $0 + width($1) }
  }

  /// The columns of one user-perceived character: 0 for a lone mark, 2 for East Asian wide forms
  /// (Unicode Standard Annex #11) and for emoji.
  static func width(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    let isEmoji =
      first.properties.isEmojiPresentation
      || scalars.contains { $0.value == 0xFE0F } && first.properties.isEmoji
    if isEmoji { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(first.value) ? 2 : 1
    }
  }

  /// Bytes as text on one line: white space of any length is one space.
  static func line(_ bytes: some Collection<UInt8>) -> String {
    var text = ""
    var owesSpace = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) {
        owesSpace = !text.isEmpty
        continue
      }
      if reordering.contains(scalar.value) { continue }
      if owesSpace { text.unicodeScalars.append(" ") }
      owesSpace = false
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return text
  }

  static func line(_ text: String) -> String {
    line(text.utf8)
  }

  /// Lines of at most `width` columns, broken at spaces; a longer word is cut. A no-break space
  /// does not break.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(width, 2)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let wordWidth = Self.width(String(word))
      if used > 0, used + 1 + wordWidth > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      if wordWidth <= width - used {
        line += word
        used += wordWidth
        continue
      }
      for character in word {
        let columns = Self.width(character)
        if used + columns > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += columns
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text with spaces behind it up to `width` columns.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }

  private static func isWide(_ value: UInt32) -> Bool {
    wide.contains { $0.contains(value) }
  }

  /// Blocks whose characters are East Asian wide or full-width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  /// Bidirectional embeddings, overrides and isolates.
  private static let reordering: Set<UInt32> = Set(0x202A...0x202E).union(0x2066...0x2069)
}
