/// Cuts bytes into folded words, without allocating for each word.
///
/// Apostrophes and hyphens separate words, so that *dell’Ucraina*, *Putin's* and *Ivano-Frankivsk*
/// need no rules. Spaces, one line end, hyphens, apostrophes, and the period of an initial may stand
/// inside a name; anything else ends it. Bytes that are not UTF-8 are boundaries.
struct WordReader {
  /// Folded bytes that are kept of a word; a longer one is no name.
  static let longest = 96

  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  /// The folded bytes of the last word that was read; eight bytes more than the longest.
  let folded: UnsafeMutableBufferPointer<UInt8>
  private let asciiFolds = FoldedCharacter.asciiFolds
  private let characters = FoldedCharacter.table

  /// Calls `body` with a reader over a part of bytes.
  static func withReader<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, end: Int? = nil, _ body: (WordReader) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 8) { folded in
      folded.initialize(repeating: 0)
      let end = min(max(end ?? bytes.count, 0), bytes.count)
      return body(WordReader(bytes: bytes, end: end, folded: folded))
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>, end: Int, folded: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.bytes = bytes
    self.end = end
    self.folded = folded
  }

  /// The word that starts at `start`, which must be inside the text; nil when none does.
  ///
  /// - Parameter joinsLines: reads on through a hyphen at the end of a line when the next line goes
  ///   on in lower case.
  func word(at start: Int, joinsLines: Bool = false) -> ScannedWord? {
    var word = ScannedWord(start: start, end: start)
    var position = start
    // Once: a chain of hyphens and line ends is no word, and would be read over and over.
    var mayJoin = joinsLines
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        let unit = asciiFolds[Int(byte)]
        if unit == 0 {
          guard mayJoin, word.letters > 0, let next = lineAfterHyphen(at: position) else {
            break
          }
          position = next
          mayJoin = false
          continue
        }
        let isLetter = byte > UInt8(ascii: "9")
        let isUppercase = unit != byte
        if word.letters == 0 { word.startsUppercase = isUppercase }
        word.hasLowercase = word.hasLowercase || (!isUppercase && isLetter)
        word.hasLatin = word.hasLatin || isLetter
        keep(unit, &word)
        word.letters += 1
        position += 1
        continue
      }
      let (character, width) = character(at: position)
      guard character.isInsideWord, character.role != .regionalIndicator || word.letters != 2 else {
        if mayJoin, word.letters > 0, let next = lineAfterHyphen(at: position) {
          position = next
          mayJoin = false
          continue
        }
        if character.role == .softSign, word.letters > 0 { position += width }
        break
      }
      if character.role == .ignored {
        // What is ignored before the first letter is no part of the word.
        if word.letters == 0 { return nil }
      } else {
        if word.letters == 0 { word.startsUppercase = character.isUppercase }
        word.hasLowercase = word.hasLowercase || !character.isUppercase
        switch character.script {
        case .latin: word.hasLatin = true
        case .cyrillic: word.hasCyrillic = true
        case .other: break
        }
        word.letters += 1
        keep(character, at: position, width: width, &word)
      }
      if character.mark != 0 {
        word.marks &+= UInt32(character.mark) &* (UInt32(word.letters) &* 0x9E37_79B1 | 1)
      }
      position += width
    }
    guard word.letters > 0 else { return nil }
    word.end = position
    return word
  }

  /// The start of the next word behind a word, or the end of the text; and whether something
  /// between them can't stand inside a name.
  func gap(after word: ScannedWord) -> (next: Int, isBoundary: Bool) {
    var position = word.end
    var newlines = 0
    var isBoundary = false
    while position < end {
      let (character, width) = character(at: position)
      switch character.role {
      case .letter, .regionalIndicator: return (position, isBoundary)
      case .space, .hyphen, .apostrophe, .softSign, .ignored: break
      case .newline:
        newlines += bytes[position] == UInt8(ascii: "\r") ? 0 : 1
        if newlines > 1 { isBoundary = true }
      case .period:
        // After one or two letters a period may be an initial's.
        if word.letters > 2 { isBoundary = true }
      case .boundary: isBoundary = true
      }
      position += width
    }
    return (end, true)
  }

  /// Where a word goes on that is broken by a hyphen, or a soft one just before, and a line end at
  /// `position`.
  func lineAfterHyphen(at position: Int) -> Int? {
    var next = position
    switch bytes[next] {
    case UInt8(ascii: "-"):
      next += 1
    case 0xE2 where next + 2 < end && bytes[next + 1] == 0x80 && bytes[next + 2] == 0x90:
      next += 3
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      guard next >= 2, bytes[next - 2] == 0xC2, bytes[next - 1] == 0xAD else { return nil }
    default:
      return nil
    }
    if next < end, bytes[next] == UInt8(ascii: "\r") { next += 1 }
    guard next + 1 < end, bytes[next] == UInt8(ascii: "\n") else { return nil }
    next += 1
    let (character, _) = character(at: next)
    return character.role == .letter && !character.isUppercase ? next : nil
  }

  /// The character at an offset inside the text and its width; bytes that are not UTF-8 are taken
  /// one by one, as boundaries.
  @inline(__always)
  func character(at offset: Int) -> (FoldedCharacter, width: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (characters[Int(lead)], 1) }
    // Latin, Greek and Cyrillic letters.
    if lead >= 0xC3, lead < 0xD4, offset + 1 < end, bytes[offset + 1] & 0xC0 == 0x80 {
      return (characters[Int(lead & 0x1F) << 6 | Int(bytes[offset + 1] & 0x3F)], 2)
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, offset + length <= end else {
      return (FoldedCharacter(role: .boundary), 1)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in offset + 1..<offset + length {
      let byte = bytes[next]
      guard byte & 0xC0 == 0x80 else { return (FoldedCharacter(role: .boundary), 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (FoldedCharacter.of(value), length)
  }

  @inline(__always)
  private func keep(_ unit: UInt8, _ word: inout ScannedWord) {
    if word.length < Self.longest { folded[word.length] = unit }
    word.length += 1
  }

  @inline(__always)
  private func keep(
    _ character: FoldedCharacter, at position: Int, width: Int, _ word: inout ScannedWord
  ) {
    if character.first == 0 {
      for offset in position..<position + width { keep(bytes[offset], &word) }
    } else {
      keep(character.first, &word)
      if character.second != 0 { keep(character.second, &word) }
    }
  }
}
