/// A token of the text around a quotation, with what attribution asks of it.
struct HostWord {
  private let start: UInt32
  private let end: UInt32
  let key: WordKey
  let classes: WordClasses

  /// UTF-8 bytes in the document.
  var range: Range<Int> { Int(start)..<Int(end) }

  var isPunctuation: Bool { classes.contains(.punctuation) }
  var isBreak: Bool { classes.contains(.clauseBreak) }
  var isCapitalized: Bool { classes.contains(.capitalized) }

  /// Whether the word belongs to one of the classes at least.
  func isAny(_ classes: WordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }

  init(range: Range<Int>, key: WordKey, classes: WordClasses) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    self.key = key
    self.classes = classes
  }
}

/// All words of a document, in order.
struct HostWords {
  let words: [HostWord]
  /// The indices of each paragraph's words.
  let paragraphs: [Range<Int>]
  /// For each 64 bytes of the document, the first word that begins there or after.
  private let firstWords: [UInt32]

  /// Linear in the length of the document; 24 bytes a word.
  init(document: Document, lexicon: AttributionLexicon) {
    let tokenizer = Tokenizer(language: lexicon.language)
    var words: [HostWord] = []
    words.reserveCapacity(document.bytes.count / 5)
    let bytes = document.bytes
    var paragraphs: [Range<Int>] = []
    var firstWords: [UInt32] = []
    firstWords.reserveCapacity(bytes.count / 64 + 1)
    for paragraph in document.paragraphs {
      let first = words.count
      let addresses = AddressScanner(bytes: bytes, range: paragraph)
      var index = paragraph.lowerBound
      while index < paragraph.upperBound {
        var range: Range<Int>
        let key: WordKey
        var classes: WordClasses
        if bytes[index] == 0x20 {
          index += 1
          continue
        } else if let plain = PlainWord(bytes, at: index, limit: paragraph.upperBound),
          !addresses.mayBegin(at: index)
        {
          (range, key, classes) = (index..<plain.end, plain.key, plain.classes)
        } else {
          guard
            let token = tokenizer.token(
              in: bytes, from: index, limit: paragraph.upperBound, addresses)
          else { break }
          range = token.range
          key = WordKey(bytes, range)
          classes = Self.shape(of: token, in: bytes)
        }
        classes.formUnion(lexicon.table[key])
        while firstWords.count <= range.lowerBound >> 6 {
          firstWords.append(UInt32(truncatingIfNeeded: words.count))
        }
        words.append(HostWord(range: range, key: key, classes: classes))
        index = range.upperBound
      }
      paragraphs.append(first..<words.count)
    }
    self.words = words
    self.paragraphs = paragraphs
    self.firstWords = firstWords
  }

  /// The words that begin in a range of the document. Linear in the range.
  func slice(_ range: Range<Int>) -> ArraySlice<HostWord> {
    var first =
      firstWords.isEmpty ? 0 : Int(firstWords[min(range.lowerBound >> 6, firstWords.count - 1)])
    while first < words.endIndex, words[first].range.lowerBound < range.lowerBound { first += 1 }
    var last = first
    while last < words.endIndex, words[last].range.lowerBound < range.upperBound { last += 1 }
    return words[first..<last]
  }

  private static func shape(
    of token: Token, in bytes: [UInt8]
  ) -> WordClasses {
    switch token.kind {
    case .word: wordShape(token.range, in: bytes)
    case .number: .number
    case .punctuation: signShape(token.range, in: bytes)
    case .address, .symbol: []
    }
  }

  private static func wordShape(
    _ range: Range<Int>, in bytes: [UInt8]
  ) -> WordClasses {
    var shape: WordClasses = .word
    let first = bytes[range.lowerBound]
    let isUpper =
      first < 0x80
      ? first &- 0x41 < 26 : Scalar.isUpper(bytes.scalar(at: range.lowerBound))
    if isUpper {
      shape.insert(.capitalized)
      if range.count > 1, bytes[range].allSatisfy({ $0 &- 0x41 < 26 }) { shape.insert(.acronym) }
    }
    let last = bytes[range.upperBound - 1]
    if last == 0x27 || last == 0x99 && range.count > 2 && bytes[range.upperBound - 3] == 0xE2 {
      shape.insert(.elided)
    }
    return shape
  }

  private static func signShape(
    _ range: Range<Int>, in bytes: [UInt8]
  ) -> WordClasses {
    switch bytes.scalar(at: range.lowerBound) {
    case 0x2C: [.punctuation, .clauseBreak, .comma]
    case 0x3A: [.punctuation, .clauseBreak, .colon]
    case 0x2E: [.punctuation, .fullStop, .terminator]
    case 0x21, 0x3F, 0x2026: [.punctuation, .clauseBreak, .terminator]
    case 0x27, 0x2019, 0x2BC, 0x2D, 0x2F: .punctuation
    default: [.punctuation, .clauseBreak]
    }
  }
}
