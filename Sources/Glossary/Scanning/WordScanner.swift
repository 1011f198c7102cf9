import BitestoText

/// A word of a text, as a name index sees it.
struct ScannedWord {
  /// UTF-8 bytes in the text.
  var start: Int
  var end: Int
  /// Of the folded bytes.
  var hash: UInt64
  /// The word's number in a vocabulary, or -1.
  var id: Int32 = -1
  var startsUppercase: Bool
  /// Two or more letters, the first a capital and none in lower case.
  var isAllUppercase: Bool
  /// What stands between the word before and this one can't stand inside a name.
  var followsBoundary: Bool
}

/// Cuts bytes into folded words, one pass, without allocating for each word.
///
/// Apostrophes and hyphens separate words, so that *dell’Ucraina*, *Putin's* and *Ivano-Frankivsk*
/// need no rules. Spaces, one line end, hyphens, apostrophes, and the period of an initial may stand
/// inside a name; anything else ends it.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  private var gapIsBoundary = true
  /// The word before has one or two letters: a period after it may be an initial's.
  private var lastWasInitial = false
  /// What each ASCII byte folds to; 0 for what is no letter or digit.
  private let asciiFolds = FoldedCharacter.asciiFolds

  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: 0..<bytes.count)
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> ScannedWord? {
    skipGap()
    guard position < end else { return nil }
    let start = position
    var letters = 0
    var hasLowercase = false
    var startsUppercase = false
    var hash = WordHash()
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        let folded = asciiFolds[Int(byte)]
        if folded == 0 { break }
        hash.add(folded)
        let isUppercase = folded != byte
        if letters == 0 { startsUppercase = isUppercase }
        hasLowercase = hasLowercase || (!isUppercase && byte > UInt8(ascii: "9"))
        letters += 1
        position += 1
        continue
      }
      let (character, width) = character(at: position)
      if character.role == .softSign { position += width }
      guard character.role.isInsideWord, character.role != .regionalIndicator || letters != 2 else {
        break
      }
      if character.role != .ignored {
        if letters == 0 { startsUppercase = character.isUppercase }
        hasLowercase = hasLowercase || !character.isUppercase
        letters += 1
        character.forEachUnit(of: bytes[position..<(position + width)]) { hash.add($0) }
      }
      position += width
    }
    defer {
      gapIsBoundary = false
      lastWasInitial = letters <= 2
    }
    return ScannedWord(
      start: start, end: position, hash: hash.value, startsUppercase: startsUppercase,
      isAllUppercase: letters > 1 && startsUppercase && !hasLowercase,
      followsBoundary: gapIsBoundary)
  }

  /// The folded bytes of a word, which must come from this scanner.
  func folded(_ word: ScannedWord) -> [UInt8] {
    var folded: [UInt8] = []
    forEachUnit(of: word) { folded.append($0) }
    return folded
  }

  /// The folded bytes of a word are `expected`; does not allocate.
  func isFolded(_ word: ScannedWord, to expected: ArraySlice<UInt8>) -> Bool {
    var next = expected.startIndex
    var isSame = true
    forEachUnit(of: word) { unit in
      isSame = isSame && next < expected.endIndex && expected[next] == unit
      next += 1
    }
    return isSame && next == expected.endIndex
  }

  @inline(__always)
  private func forEachUnit(of word: ScannedWord, _ body: (UInt8) -> Void) {
    var offset = word.start
    while offset < word.end {
      let byte = bytes[offset]
      if byte < 0x80 {
        body(asciiFolds[Int(byte)])
        offset += 1
        continue
      }
      let (character, width) = character(at: offset)
      if character.role == .letter || character.role == .regionalIndicator {
        character.forEachUnit(of: bytes[offset..<(offset + width)], body)
      }
      offset += width
    }
  }

  /// Moves to the next letter, minding what may not stand inside a name.
  private mutating func skipGap() {
    var newlines = 0
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: " ") {
        position += 1
        continue
      }
      let (character, width) = character(at: position)
      switch character.role {
      case .letter, .regionalIndicator: return
      case .space, .hyphen, .apostrophe, .softSign, .ignored: break
      case .newline:
        newlines += byte == UInt8(ascii: "\r") ? 0 : 1
        if newlines > 1 { gapIsBoundary = true }
      case .period:
        if !lastWasInitial { gapIsBoundary = true }
      case .boundary: gapIsBoundary = true
      }
      position += width
    }
  }

  /// The character at an offset and its width; bytes that are not UTF-8 are taken one by
  /// one, as boundaries.
  private func character(at offset: Int) -> (FoldedCharacter, width: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (FoldedCharacter.of(UInt32(lead)), 1) }
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
}

extension FoldedCharacter {
  fileprivate static let asciiFolds: [UInt8] = (0..<128).map { of($0).first }

  /// The bytes that this character is compared by; `own` are its bytes in the text.
  @inline(__always)
  fileprivate func forEachUnit(
    of own: Slice<UnsafeBufferPointer<UInt8>>, _ body: (UInt8) -> Void
  ) {
    if first == 0 { return own.forEach(body) }
    body(first)
    if second != 0 { body(second) }
  }
}

extension FoldedCharacter.Role {
  fileprivate var isInsideWord: Bool {
    self == .letter || self == .ignored || self == .regionalIndicator
  }
}
