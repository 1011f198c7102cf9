/// A hash of a word's folded form (``WordFolding``): equal words have equal keys, and two of a
/// text's words share one by chance in fewer than one of 10¹² texts.
struct WordKey: Hashable, Sendable {
  let value: UInt64

  fileprivate init(value: UInt64) { self.value = value }

  fileprivate static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of folded text.
  init(_ folded: String) {
    self.init(value: folded.utf8.reduce(Self.seed, Self.mix))
  }

  /// The key of a stretch of valid UTF-8, whatever its case. Linear; ASCII and composed Latin
  /// letters are folded in passing.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var hash = Self.seed
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        hash = Self.mix(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte == 0xC3, index + 1 < range.upperBound, bytes[index + 1] != 0x97 {
        let next = bytes[index + 1]
        hash = Self.mix(Self.mix(hash, byte), next < 0x9F ? next | 0x20 : next)
        index += 2
      } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        hash = Self.mix(hash, 0x27)
        index += 3
      } else {
        self.init(WordFolding.key(bytes[range]))
        return
      }
      if index < range.upperBound, bytes[index] == 0xCC || bytes[index] == 0xCD {
        self.init(WordFolding.key(bytes[range]))
        return
      }
    }
    self.init(value: hash)
  }

  fileprivate static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}

/// A word of ASCII letters with a space, a stop or a comma after it, as most are: read in one pass.
struct PlainWord {
  let end: Int
  let key: WordKey
  let classes: WordClasses

  /// Nil when another kind of token stands at `start`.
  @inline(__always)
  init?(_ bytes: [UInt8], at start: Int, limit: Int) {
    var hash = WordKey.seed
    var index = start
    var allUpper: UInt8 = 0x20
    while index < limit {
      let byte = bytes[index]
      let lower = byte | 0x20
      guard lower &- 0x61 < 26 else { break }
      allUpper &= ~byte
      hash = WordKey.mix(hash, lower)
      index += 1
    }
    guard index > start, index < limit else { return nil }
    let next = bytes[index]
    guard next == 0x20 || next == 0x2C || next == 0x2E else { return nil }
    end = index
    key = WordKey(value: hash)
    var classes: WordClasses = .word
    if bytes[start] & 0x20 == 0 {
      classes.insert(.capitalized)
      if allUpper != 0, index > start + 1 { classes.insert(.acronym) }
    }
    self.classes = classes
  }
}
