/// Splits text into tokens.
///
/// Elided articles and prepositions are tokens of their own and keep the apostrophe: "dell'|Ucraina".
/// The English possessive is one, too: "Moscow|'s"; contractions ("don't") and truncated words
/// ("po'") stay whole. Hyphenated words stay whole.
public struct Tokenizer: Sendable {
  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// The tokens of a document's range, in order, white space left out. Linear.
  public func tokens(in document: Document, _ range: Range<Int>) -> [Token] {
    tokens(in: document.bytes, range.clamped(to: 0..<document.bytes.count))
  }

  /// The tokens of a stretch of valid UTF-8 whose bounds stand between code points.
  func tokens(in bytes: [UInt8], _ range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    forEachToken(in: bytes, range) { tokens.append($0) }
    return tokens
  }

  /// Hands over the tokens of a stretch of valid UTF-8, one after the other.
  @inline(__always)
  package func forEachToken(in bytes: [UInt8], _ range: Range<Int>, _ body: (Token) -> Void) {
    let addresses = AddressScanner(bytes: bytes, range: range)
    var index = range.lowerBound
    while let token = token(in: bytes, from: index, limit: range.upperBound, addresses) {
      body(token)
      index = token.range.upperBound
    }
  }

  /// The first token at or after an offset, nil when only white space is left.
  func token(
    in bytes: [UInt8], from start: Int, limit: Int, _ addresses: AddressScanner
  ) -> Token? {
    var index = start
    while index < limit {
      let value = bytes.scalar(at: index)
      if Scalar.isSpace(value) {
        index = bytes.offset(after: index)
        continue
      }
      if addresses.mayBegin(at: index), let end = addresses.end(from: index) {
        return Token(kind: .address, range: index..<end)
      }
      let token = token(in: bytes, at: index, value, end: limit)
      return token.range.isEmpty ? Token(kind: .symbol, range: index..<(index + 1)) : token
    }
    return nil
  }

  private func token(in bytes: [UInt8], at start: Int, _ value: UInt32, end: Int) -> Token {
    if Scalar.isDigit(value) {
      return Token(kind: .number, range: start..<numberEnd(in: bytes, from: start, limit: end))
    }
    if Scalar.isLetter(value) {
      return Token(kind: .word, range: start..<wordEnd(in: bytes, from: start, limit: end))
    }
    if Scalar.isApostrophe(value), language == .english,
      let possessiveEnd = possessiveEnd(in: bytes, from: start, limit: end)
    {
      return Token(kind: .word, range: start..<possessiveEnd)
    }
    if let emojiEnd = EmojiScanner.end(in: bytes, from: start, limit: end) {
      return Token(kind: .symbol, range: start..<emojiEnd)
    }
    let next = bytes.offset(after: start)
    return Token(kind: isPunctuation(value) ? .punctuation : .symbol, range: start..<next)
  }

  /// The end of a word; an apostrophe between letters ends an elision or belongs to a contraction.
  private func wordEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let value = bytes.scalar(at: index)
      if Scalar.isWordPart(value) {
        index = bytes.offset(after: index)
        continue
      }
      let next = bytes.offset(after: index)
      let following = next < limit ? bytes.scalar(at: next) : 0
      if Scalar.isApostrophe(value) {
        if Scalar.isLetter(following) {
          if language == .italian { return next }
          if possessiveEnd(in: bytes, from: index, limit: limit) != nil { return index }
          index = next
          continue
        }
        let isTruncated =
          language == .italian
          && Truncations.italian.contains(WordFolding.key(bytes[start..<index]))
        return isTruncated || isElision(bytes, start..<index, following) ? next : index
      }
      guard value == 0x2D || value == 0x2010 || value == 0x2011, Scalar.isWordPart(following)
      else { return index }
      index = next
    }
    return index
  }

  /// An elision stands before a quotation mark or a digit too: l'"operazione", l'11 marzo.
  private func isElision(_ bytes: [UInt8], _ word: Range<Int>, _ following: UInt32) -> Bool {
    language == .italian
      && (Scalar.isDigit(following) || QuotationMark.isDoubleOrGuillemet(following))
      && Scalar.isLetter(bytes.scalar(before: word.upperBound))
  }

  /// The end of "'s" at `start`, nil when something else stands there.
  private func possessiveEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    guard language == .english, Scalar.isLetter(bytes.scalar(before: start)) else { return nil }
    let letter = bytes.offset(after: start)
    guard letter < limit, bytes[letter] | 0x20 == 0x73 else { return nil }
    let next = letter + 1
    return next < limit && Scalar.isWordPart(bytes.scalar(at: next)) ? nil : next
  }

  /// Separators (. , / : - and the decimal point) belong to the number when a digit follows.
  private func numberEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let value = bytes.scalar(at: index)
      if Scalar.isWordPart(value) {
        index = bytes.offset(after: index)
        continue
      }
      let next = index + 1
      let isSeparator =
        value == 0x2E || value == 0x2C || value == 0x2F || value == 0x3A || value == 0x2D
      guard isSeparator, next < limit, Scalar.isDigit(UInt32(bytes[next])) else { return index }
      index = next
    }
    return index
  }

  /// $ + < = > ^ ` | ~
  private static func isSymbol(_ value: UInt32) -> Bool {
    switch value {
    case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }

  private func isPunctuation(_ value: UInt32) -> Bool {
    if value < 0x80 { return value > 0x20 && !Self.isSymbol(value) }
    if value >= 0x2010, value < 0x2028 { return true }
    guard let scalar = UnicodeScalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default:
      return false
    }
  }
}

/// Words that Italian writes with an apostrophe at the end, without the apostrophe.
enum Truncations {
  static let italian: Set<String> = [
    "po", "mo", "be", "va", "fa", "da", "di", "sta", "to", "ca", "ve", "de", "ne", "co", "pe",
  ]
}
