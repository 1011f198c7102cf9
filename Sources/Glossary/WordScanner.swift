/// A word of a text, as a name index sees it.
struct ScannedWord {
  /// UTF-8 bytes in the text.
  var start: Int
  var end: Int
  /// The word's number in the vocabulary, or -1.
  var id: Int32
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
  /// The folded bytes of the current word; only the first ones of an overlong word are kept.
  private var folded: [UInt8] = []
  private var gapIsBoundary = true

  /// Words longer than this are in no vocabulary.
  static let longestWord = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: 0..<bytes.count)
    position = range.lowerBound
    end = range.upperBound
    folded.reserveCapacity(Self.longestWord + 4)
  }

  /// The next word, with its folded bytes given to `number` to find its id.
  mutating func next(_ number: ([UInt8], UInt64) -> Int32) -> ScannedWord? {
    var letters = 0
    var lowercase = false
    var startsUppercase = false
    var start = position
    var wordEnd = position
    var newlines = 0
    var hash = WordHash()
    folded.removeAll(keepingCapacity: true)
    scan: while position < end {
      let byte = bytes[position]
      let character: FoldedCharacter
      var width = 1
      if byte < 0x80 {
        character = FoldedCharacter.ascii[Int(byte)]
      } else {
        let codePoint = decode(&width)
        character = FoldedCharacter.of(codePoint)
      }
      switch character.role {
      case .regionalIndicator where letters == 2:
        break scan
      case .letter, .regionalIndicator:
        if letters == 0 {
          start = position
          startsUppercase = character.isUppercase
        }
        letters += 1
        if !character.isUppercase, byte > 0x39 { lowercase = true }
        append(character, width, &hash)
        wordEnd = position + width
      case .ignored:
        if letters > 0 { wordEnd = position + width }
      case .softSign where letters > 0:
        wordEnd = position + width
        break scan
      case _ where letters > 0:
        break scan
      case .space, .hyphen, .apostrophe, .softSign: break
      case .newline:
        newlines += byte == 0x0A ? 1 : 0
        if newlines > 1 { gapIsBoundary = true }
      case .period:
        if !lastWasInitial { gapIsBoundary = true }
      case .boundary: gapIsBoundary = true
      }
      position += width
    }
    guard letters > 0 else { return nil }
    let isLong = folded.count > Self.longestWord
    let word = ScannedWord(
      start: start, end: wordEnd, id: isLong ? -1 : number(folded, hash.value),
      startsUppercase: startsUppercase,
      isAllUppercase: letters > 1 && startsUppercase && !lowercase,
      followsBoundary: gapIsBoundary)
    gapIsBoundary = false
    lastWasInitial = letters <= 2
    return word
  }

  /// The word before has one or two letters: a period after it may be an initial's.
  private var lastWasInitial = false

  private mutating func append(
    _ character: FoldedCharacter, _ width: Int, _ hash: inout WordHash
  ) {
    guard folded.count <= Self.longestWord else { return }
    if character.first == 0 {
      for offset in position..<(position + width) {
        folded.append(bytes[offset])
        hash.add(bytes[offset])
      }
      return
    }
    folded.append(character.first)
    hash.add(character.first)
    if character.second != 0 {
      folded.append(character.second)
      hash.add(character.second)
    }
  }

  /// The code point at the current position, and its width; bytes that are not UTF-8 are taken one
  /// by one, as boundaries.
  private func decode(_ width: inout Int) -> UInt32 {
    let lead = bytes[position]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, position + length <= end else { return 0 }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[position + offset]
      guard byte & 0xC0 == 0x80 else { return 0 }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    width = length
    return value
  }
}

/// FNV-1a over folded bytes.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension FoldedCharacter {
  static let ascii: [FoldedCharacter] = (0..<128).map { of($0) }
}
