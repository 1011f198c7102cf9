/// A hash of a word's folded form (``WordFolding``): equal words have equal keys, and two of a
/// text's words share one by chance in fewer than one of 10¹² texts.
struct WordKey: Hashable, Sendable {
  let value: UInt64

  fileprivate init(value: UInt64) { self.value = value }

  /// The key of folded text.
  init(_ folded: String) {
    var hasher = WordHasher()
    for byte in folded.utf8 { hasher.add(byte) }
    self.init(value: hasher.value)
  }

  /// The key of a stretch of valid UTF-8, whatever its case. Linear; ASCII and composed Latin
  /// letters are folded in passing.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var hasher = WordHasher()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        hasher.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte == 0xC3, index + 1 < range.upperBound, bytes[index + 1] != 0x97 {
        let next = bytes[index + 1]
        hasher.add(byte)
        hasher.add(next < 0x9F ? next | 0x20 : next)
        index += 2
      } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        hasher.add(0x27)
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
    self.init(value: hasher.value)
  }
}

/// Hashes bytes in blocks of eight, the last one filled with zeros.
private struct WordHasher {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private var block: UInt64 = 0
  private var shift: UInt64 = 0

  mutating func add(_ byte: UInt8) {
    block |= UInt64(byte) << shift
    shift += 8
    guard shift == 64 else { return }
    add(block: block)
    (block, shift) = (0, 0)
  }

  @inline(__always)
  mutating func add(block: UInt64) {
    hash = (hash ^ block) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
  }

  var value: UInt64 {
    var whole = self
    if shift > 0 { whole.add(block: block) }
    return whole.hash
  }
}

/// A word of ASCII letters that a sign of ASCII ends, as most are: read eight bytes at a time.
struct PlainWord {
  let end: Int
  let key: WordKey
  let classes: WordClasses

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let caseBits: UInt64 = 0x2020_2020_2020_2020

  /// Nil when another kind of token stands at `start`, a word that goes on, or the text's last one.
  @inline(__always)
  init?(_ bytes: ByteView, at start: Int) {
    var hasher = WordHasher()
    var lowerCase: UInt64 = 0
    var index = start
    var count = 8
    while count == 8 {
      guard let block = bytes.eightBytes(at: index) else { return nil }
      count = (~Self.letters(block) & Self.highBits).trailingZeroBitCount >> 3
      guard count > 0 else { break }
      let inside = UInt64.max >> UInt64(64 - 8 * count)
      lowerCase |= block & inside
      hasher.add(block: (block | Self.caseBits) & inside)
      index += count
    }
    guard index > start, Self.endsWord(bytes[index]) else { return nil }
    end = index
    key = WordKey(value: hasher.value)
    var classes: WordClasses = .word
    if bytes[start] & 0x20 == 0 {
      classes.insert(.capitalized)
      if lowerCase & Self.caseBits == 0, index > start + 1 { classes.insert(.acronym) }
    }
    self.classes = classes
  }

  /// The high bit of each byte that is a letter of ASCII.
  @inline(__always)
  private static func letters(_ block: UInt64) -> UInt64 {
    let lower = (block | caseBits) & ~highBits
    let atLeastA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = lower &+ 0x0505_0505_0505_0505
    return atLeastA & ~afterZ & ~block & highBits
  }

  /// Signs of ASCII that no word goes on after; an apostrophe, a hyphen or a digit may belong to it.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != 0x27 && byte != 0x2D && byte &- 0x30 >= 10
  }
}
