import TestSupport

/// Texts put together by chance from characters of every kind that XML allows.
struct RandomText {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(state: seed)
  }

  /// Runs of code points, most of them from the edges of what encodings tell apart.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x7E, 0x20...0x3F, 0x9...0xA, 0xD...0xD, 0x7F...0xA0, 0xA1...0xFF,
    0x300...0x36F, 0x590...0x6FF, 0x7FE...0x801, 0x1F00...0x1FFF, 0x2000...0x206F,
    0xD7FE...0xD7FF, 0xE000...0xE001, 0xFE00...0xFE0F, 0xFEFD...0xFF01, 0xFFFA...0xFFFD,
    0x10000...0x10001, 0x1F1E6...0x1F1FF, 0x1F600...0x1F64F, 0xE0100...0xE01EF,
    0x10FFFE...0x10FFFF,
  ]
  private static let words = [
    "&amp;", "&", "<", "]]>", "<![CDATA[", "-->", "\r\n", "\\n", "\"", "'", "</seg>", "&#x41;",
  ]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        text += Self.words.randomElement(using: &random) ?? ""
      } else if let range = Self.ranges.randomElement(using: &random),
        let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
      {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
