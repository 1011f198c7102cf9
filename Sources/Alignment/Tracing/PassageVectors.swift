import BitestoEmbedding
import BitestoText
import Foundation

/// What is compared of a list of passages: a vector of the whole, the sum of its words', its keys.
struct PassageVectors: Sendable {
  /// Unit vectors of the passages as texts.
  var whole: VectorTable
  /// Unit vectors of their word sums.
  var words: VectorTable
  var keys: [[SurfaceEvidence.Key]]
  /// UTF-8 bytes of letters and digits, the measure of length.
  var lengths: [Int]

  /// One table after the other.
  mutating func append(_ other: PassageVectors) {
    whole.append(other.whole)
    words.append(other.words)
    keys += other.keys
    lengths += other.lengths
  }
}

/// Turns ranges of documents into vectors.
struct PassageEncoder: Sendable {
  let encoder: Encoder
  let words: WordVectors
  let evidence: SurfaceEvidence

  func vectors(of ranges: [Range<Int>], in document: Document) -> PassageVectors {
    vectors(of: ranges.map { (document, $0) })
  }

  /// - Parameter passages: in any order; those of one language are encoded together.
  func vectors(of passages: [(document: Document, range: Range<Int>)]) -> PassageVectors {
    let tokens = passages.map { passage in
      Tokenizer(language: passage.document.language).tokens(in: passage.document, passage.range)
    }
    let texts = zip(passages, tokens).map { passage, tokens in
      PlainText.plain(passage.document, passage.range, tokens)
    }
    let wordLists = zip(passages, tokens).map { passage, tokens in
      tokens.compactMap { PlainText.word($0, in: passage.document) }
    }
    var sums = VectorTable(count: passages.count, width: Encoder.width)
    for language in Set(passages.map(\.document.language)) {
      let rows = passages.indices.filter { passages[$0].document.language == language }
      sums.replace(rows, with: words.sums(rows.map { wordLists[$0] }, language: language))
    }
    sums.normalize()
    return PassageVectors(
      whole: encoder.encode(texts), words: sums,
      keys: zip(passages, tokens).map { evidence.keys(in: $0.document, tokens: $1[...]) },
      lengths: tokens.map { list in
        list.reduce(0) { $0 + ($1.kind == .punctuation ? 0 : $1.range.count) }
      })
  }
}

/// What the encoder is given for a passage.
enum PlainText {
  /// The passage without the brackets of insertions, and with flags as the names of countries: the
  /// encoder knows "Belarus", but not 🇧🇾.
  static func plain(_ document: Document, _ range: Range<Int>, _ tokens: [Token]) -> String {
    var text = ""
    var copied = range.lowerBound
    for token in tokens where token.kind == .symbol || isBracket(document, token) {
      text += document.text(copied..<token.range.lowerBound)
      copied = token.range.upperBound
      if token.kind == .symbol {
        let sign = document.text(token.range)
        text += country(ofFlag: sign) ?? sign
      }
    }
    return text + document.text(copied..<range.upperBound)
  }

  /// The word a token is read as; nil for punctuation.
  static func word(_ token: Token, in document: Document) -> String? {
    switch token.kind {
    case .word, .number: document.text(token.range)
    case .symbol: country(ofFlag: document.text(token.range))
    case .punctuation, .address: nil
    }
  }

  private static func isBracket(_ document: Document, _ token: Token) -> Bool {
    let byte = document.bytes[token.range.lowerBound]
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static let english = Locale(identifier: "en")

  /// The English name of the country whose code the two regional indicators spell.
  private static func country(ofFlag flag: String) -> String? {
    let letters = flag.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
      return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    }
    guard letters.count == 2, flag.unicodeScalars.count == 2 else { return nil }
    let code = String(String.UnicodeScalarView(letters))
    return english.localizedString(forRegionCode: code)
  }
}
