/// Passes over the words of a text that can't begin a name, mostly without folding them: eight bytes of
/// ASCII at a time, and of a Cyrillic word the first three letters.
struct WordSkimmer {
  private let reader: WordReader
  private let filter: WordFilter
  private let asciiFolds = FoldedCharacter.asciiFolds
  /// Where the search goes on: never inside a word that was seen.
  var position: Int

  init(_ reader: WordReader, start: Int, filter: WordFilter) {
    self.reader = reader
    self.filter = filter
    position = max(start, 0)
  }

  /// The start of the next word that may begin a name, where ``position`` then stands too.
  mutating func next() -> Int? {
    let bytes = reader.bytes
    let end = reader.end
    guard let base = bytes.baseAddress else { return nil }
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        if asciiFolds[Int(byte)] == 0 {
          position += 1
          continue
        }
        if position + 9 <= end {
          let chunk = UInt64(
            littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
          let stops = ~Self.wordBytes(chunk) & Self.highBits
          var length = stops.trailingZeroBitCount >> 3
          let prefix =
            (chunk | Self.lowercase) & (length < 8 ? (1 << UInt64(8 * length)) - 1 : ~0)
          let isLowercase = byte > UInt8(ascii: "Z")
          if length == 8 {
            while position + length < end, bytes[position + length] < 0x80,
              asciiFolds[Int(bytes[position + length])] != 0
            { length += 1 }
          }
          if position + length >= end || endsWord(at: position + length) {
            let key = WordFilter.key(prefix, isCyrillic: false, isLowercase: isLowercase)
            if filter.mayContain(key) { return position }
            position += length
            if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == 0xE2,
              reader.lineAfterHyphen(at: position) != nil
            {
              position -= length
              return position
            }
            continue
          }
        }
      }
      if byte & 0xFE == 0xD0, let word = cyrillicWord() {
        if filter.mayContain(word.key) { return position }
        position = word.end
        continue
      }
      if let found = skipWord() { return found }
    }
    return nil
  }

  /// The end of a word that is all Cyrillic, and what the filter asks of it; nil when it is not, or is
  /// broken at a line end.
  @inline(__always)
  private func cyrillicWord() -> (end: Int, key: UInt64)? {
    let bytes = reader.bytes
    var next = position
    var prefix: UInt64 = 0
    var isLowercase = false
    while next + 1 < reader.end, bytes[next] & 0xFE == 0xD0, bytes[next + 1] & 0xC0 == 0x80 {
      let shift = UInt64(8 * (next - position))
      if shift < 48 {
        let character = reader.character(at: next).0
        prefix |= (UInt64(character.first) | UInt64(character.second) << 8) << shift
        if shift == 0 { isLowercase = !character.isUppercase }
      }
      next += 2
    }
    if next < reader.end {
      let byte = bytes[next]
      guard byte < 0x80, asciiFolds[Int(byte)] == 0, reader.lineAfterHyphen(at: next) == nil else {
        return nil
      }
    }
    guard next > position else { return nil }
    return (next, WordFilter.key(prefix, isCyrillic: true, isLowercase: isLowercase))
  }

  /// Passes over one word or one character of any script, or finds that the word may begin a name.
  private mutating func skipWord() -> Int? {
    guard let word = reader.word(at: position) else {
      position += reader.character(at: position).width
      return nil
    }
    let next = word.end
    let breaksLine = next < reader.end && reader.lineAfterHyphen(at: next) != nil
    if word.isMixedScript || breaksLine || mayBegin(word) { return position }
    position = next
    return nil
  }

  private func mayBegin(_ word: ScannedWord) -> Bool {
    guard let folded = FoldedWord(reader.folded, count: word.length) else { return false }
    return filter.mayContain(
      WordFilter.key(
        folded.prefix, isCyrillic: word.isCyrillic,
        isLowercase: !word.startsUppercase && (folded.bytes.first ?? 0) > UInt8(ascii: "9")))
  }

  /// What stands at an offset is no letter and no mark on the letter before.
  @inline(__always)
  private func endsWord(at offset: Int) -> Bool {
    reader.bytes[offset] < 0x80 || !reader.character(at: offset).0.isInsideWord
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let lowercase: UInt64 = 0x2020_2020_2020_2020

  /// The high bit of every byte that is an ASCII letter or digit.
  @inline(__always)
  private static func wordBytes(_ chunk: UInt64) -> UInt64 {
    let low = chunk & ~highBits
    let letters = low | lowercase
    return (inRange(letters, "a", "z") | inRange(low, "0", "9")) & ~chunk & highBits
  }

  /// The high bit of every byte from one letter to another; all bytes must be ASCII.
  @inline(__always)
  private static func inRange(
    _ chunk: UInt64, _ first: Unicode.Scalar, _ last: Unicode.Scalar
  ) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let fromFirst = chunk &+ ones &* UInt64(0x80 - first.value)
    let beyondLast = chunk &+ ones &* UInt64(0x7F - last.value)
    return fromFirst & ~beyondLast
  }
}
