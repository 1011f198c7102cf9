/// A run of terminators that may end a sentence, with what stands around it.
struct Stop {
  enum Terminators: UInt8 {
    case stop, question, exclamation, dots, ellipsis, mixed, spacedDots
  }

  /// What closes between the terminators and the next word.
  enum Closers: UInt8 {
    case none, straight, curly, guillemet, bracket, square, single, several
  }

  /// What opens before the next word.
  enum Openers: UInt8 {
    case none, straight, curly, guillemet, bracket, dash, other, several
  }

  /// What is known of the word before the terminators.
  enum WordKind: UInt8 {
    case ordinary, leading, beforeNumber, either, trailing
    case capitalLetter, smallLetter, acronym, number, listNumber, missing, mixed
  }

  /// Where the sentence starts that this would end.
  var start: Int
  var terminators: Range<Int>
  /// After the closing marks that follow the terminators.
  var end: Int
  /// The end of the paragraph.
  var limit: Int
  var sort: Terminators = .stop
  var closers: Closers = .none
  var openers: Openers = .none
  var word = Word()
  var kind: WordKind = .missing
  /// The user's own table says what the word is.
  var isKindSure = false
  var next = Word()
  var nextIsStarter = false
  /// White space between `end` and what follows, at most 3.
  var spaces = 0
  /// First characters of the tokens before the word and after the next word.
  var before: Word.Initial = .none
  /// The byte before the word and its white space.
  var markBefore: UInt8 = 0
  var afterNext: UInt8 = 0
  var second: Word.Initial = .none
  /// The word begins its sentence.
  var isFirstWord = false
  /// The sentence it would end begins in lower case, as careless writers' next one may.
  var startsLower = false
  var isInQuotation = false
  var isInBrackets = false
  /// No white space follows.
  var isGlued = false
}

/// A word's bytes seen once: hashes and shape.
struct Word {
  enum Shape: UInt8 {
    case none, lower, capitalized, capitals, capitalLetter, digits, mixed, other
  }

  /// What a token begins with.
  enum Initial: UInt8 {
    case none, lower, upper, digit, initialWithStop, other
  }

  var range: Range<Int> = 0..<0
  var exact = WordHash()
  var folded = WordHash()
  var suffix: UInt32 = 0
  /// Characters.
  var length = 0
  var shape: Shape = .none
  var hasInnerStop = false
  var endsInVowel = false
  var hasVowel = false
  var isAcronym = false

  init() {}

  /// Reads a word. Linear in its length.
  init(_ text: ByteView, _ range: Range<Int>) {
    self.range = range
    var (upper, lower, digits, stops, others) = (0, 0, 0, 0, 0)
    var startsUpper = false
    var alternates = true
    var index = range.lowerBound
    while index < range.upperBound {
      let value = text.scalar(at: index)
      let next = Swift.min(text.offset(after: index), range.upperBound)
      for offset in index..<next { exact.add(text[offset]) }
      folded.addFolded(value)
      suffix = suffix << 8 | Scalar.lowercased(value) & 0xFF
      endsInVowel = false
      if Scalar.isDigit(value) {
        digits += 1
        alternates = false
      } else if value == 0x2E {
        stops += 1
        if length & 1 == 0 { alternates = false }
      } else if value == 0x2D || Scalar.isApostrophe(value) {
        alternates = false
      } else {
        if length & 1 == 1 { alternates = false }
        if Scalar.isUpper(value) {
          upper += 1
          if length == 0 { startsUpper = true }
        } else if Scalar.isLower(value) {
          lower += 1
        } else {
          others += 1
        }
        endsInVowel = Self.isVowel(value)
        if endsInVowel { hasVowel = true }
      }
      length += 1
      index = next
    }
    hasInnerStop = stops > 0
    isAcronym = alternates && length > 2 && length & 1 == 1
    shape =
      switch (upper, lower, digits) {
      case (0, 0, 0): others > 0 ? .other : .none
      case (0, _, 0): .lower
      case (1, 0, 0) where length == 1: .capitalLetter
      case (_, 0, 0): .capitals
      case (1, _, 0) where startsUpper: .capitalized
      case (0, 0, _): .digits
      default: .mixed
      }
  }

  private static func isVowel(_ value: UInt32) -> Bool {
    switch value | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: value < 0x80
    default: value >= 0xC0 && value < 0x180
    }
  }
}
