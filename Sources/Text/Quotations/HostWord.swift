/// A token of the text around a quotation, with what attribution asks of it.
struct HostWord {
  private let start: UInt32
  private let end: UInt32
  let key: WordKey
  fileprivate(set) var classes: WordClasses

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
    let bytes = document.bytes
    var words: [HostWord] = []
    words.reserveCapacity(bytes.count / 4)
    var paragraphs: [Range<Int>] = []
    var firstWords: [UInt32] = []
    firstWords.reserveCapacity(bytes.count / 64 + 1)
    bytes.withView { text in
      lexicon.table.withReader { table in
        for paragraph in document.paragraphs {
          let first = words.count
          let addresses = AddressScanner(bytes: bytes, range: paragraph)
          var index = paragraph.lowerBound
          while index < paragraph.upperBound {
            if text[index] == 0x20 {
              index += 1
              continue
            }
            var word: HostWord
            if let plain = PlainWord(text, at: index),
              !addresses.mayBegin(at: index)
            {
              word = HostWord(range: index..<plain.end, key: plain.key, classes: plain.classes)
            } else {
              guard
                let token = tokenizer.token(
                  in: bytes, from: index, limit: paragraph.upperBound, addresses)
              else { break }
              word = HostWord(
                range: token.range, key: WordKey(bytes, token.range),
                classes: Self.shape(of: token, in: bytes))
            }
            word.classes.formUnion(table[word.key])
            while firstWords.count <= word.range.lowerBound >> 6 {
              firstWords.append(UInt32(truncatingIfNeeded: words.count))
            }
            words.append(word)
            index = word.range.upperBound
          }
          paragraphs.append(first..<words.count)
        }
      }
    }
    self.words = words
    self.paragraphs = paragraphs
    self.firstWords = firstWords
  }

  /// The words that begin in a range of the document. Constant, but for the words of 64 bytes.
  func slice(_ range: Range<Int>) -> ArraySlice<HostWord> {
    let first = index(of: range.lowerBound)
    return words[first..<max(first, index(of: range.upperBound))]
  }

  /// The first word that begins at an offset or after.
  private func index(of offset: Int) -> Int {
    let block = offset >> 6
    guard block < firstWords.count else { return words.count }
    var index = Int(firstWords[block])
    while index < words.count, words[index].range.lowerBound < offset { index += 1 }
    return index
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
    case 0x2D where bytes.scalar(at: range.upperBound) == 0x20: [.punctuation, .clauseBreak]
    case 0x27, 0x2019, 0x2BC, 0x2D, 0x2F: .punctuation
    default: [.punctuation, .clauseBreak]
    }
  }
}
