import BitestoMemory

/// What a format has no place for. What is not declared here must come back.
struct FormatGaps: OptionSet {
  let rawValue: Int

  /// Inline codes: the words alone come back.
  static let codes = FormatGaps(rawValue: 1 << 0)
  /// Words inside a code stay in it as markup.
  static let nestedCodes = FormatGaps(rawValue: 1 << 1)
  /// Names, dates and makers of units.
  static let attributes = FormatGaps(rawValue: 1 << 2)
  /// Properties other than the confidence and the state.
  static let properties = FormatGaps(rawValue: 1 << 3)
  /// Whether a note is that of a side.
  static let sides = FormatGaps(rawValue: 1 << 4)
  static let notes = FormatGaps(rawValue: 1 << 5)
  static let states = FormatGaps(rawValue: 1 << 6)
  /// Languages beyond two.
  static let languages = FormatGaps(rawValue: 1 << 7)
  /// Tabs, line ends and control characters, which become spaces.
  static let lineEnds = FormatGaps(rawValue: 1 << 8)
  /// Characters that XML does not have.
  static let forbidden = FormatGaps(rawValue: 1 << 9)
  /// U+FFFE and U+FFFF alone.
  static let noncharacters = FormatGaps(rawValue: 1 << 10)

  static let of: [String: FormatGaps] = [
    "tmx": [.forbidden],
    "xliff": [.forbidden, .languages],
    "xliff2": [.nestedCodes, .languages],
    "tsv": [.codes, .nestedCodes, .attributes, .properties, .sides, .languages],
    "csv": [.codes, .nestedCodes, .attributes, .properties, .sides, .languages],
    "ladder": [
      .codes, .nestedCodes, .attributes, .properties, .sides, .notes, .states, .languages,
      .lineEnds,
    ],
    "jsonl": [],
  ]

  /// A text as it may come back.
  func kept(_ text: String) -> String {
    if contains(.lineEnds) {
      // How many spaces there are is left to the format.
      return text.unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x7F }
        .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
    guard contains(.forbidden) || contains(.noncharacters) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFFFE, 0xFFFF: continue
      case 0x9, 0xA, 0xD, 0x20...: kept.append(scalar)
      default: if !contains(.forbidden) { kept.append(scalar) }
      }
    }
    return String(kept)
  }
}
