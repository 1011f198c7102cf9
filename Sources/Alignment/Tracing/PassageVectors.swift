import BitestoEmbedding
import BitestoText
import Foundation

/// What is compared of a list of passages: a vector of the whole, the sum of its words', its keys.
struct PassageVectors: Sendable {
  /// Unit vectors of the passages as texts.
  var whole: QuantizedVectors
  /// Unit vectors of their word sums.
  var words: QuantizedVectors
  var keys: [[SurfaceEvidence.Key]]
  /// Letters and digits, the measure of length.
  var lengths: [Int]
}

/// Turns ranges of documents into vectors.
struct PassageEncoder: Sendable {
  typealias Passage = (document: Document, range: Range<Int>)

  /// What can be compared of a passage without vectors.
  struct Surface: Sendable {
    var keys: [SurfaceEvidence.Key]
    /// Letters and digits.
    var length: Int
  }

  let encoder: Encoder
  let evidence: SurfaceEvidence

  /// - Parameter ranges: what of the document is read.
  func all(of ranges: [Range<Int>], in document: Document) -> PassageVectors {
    let passages = ranges.map { (document, $0) }
    let (whole, words) = tables(of: passages)
    let surface = surfaces(of: passages)
    return PassageVectors(
      whole: whole, words: words, keys: surface.map(\.keys), lengths: surface.map(\.length))
  }

  /// Unit vectors of passages as texts.
  func vectors(of passages: [Passage]) -> QuantizedVectors {
    vectors(
      of: concurrently(passages.count, threads: encoder.threads) { index in
        let (document, range) = passages[index]
        return PlainText.plain(
          document, range, Tokenizer(language: document.language).tokens(in: document, range))
      })
  }

  /// Unit vectors of texts.
  func vectors(of texts: [String]) -> QuantizedVectors {
    Self.quantized(texts, width: Encoder.width) { encoder.vectors(of: Array($0)) }
  }

  /// Sentence vectors and word sums, both of unit length.
  func tables(of passages: [Passage]) -> (whole: QuantizedVectors, words: QuantizedVectors) {
    let sums = WordSums(encoder: encoder)
    return (
      vectors(of: passages),
      Self.quantized(passages, width: WordTable.width) { sums.sums(of: Array($0)) }
    )
  }

  /// Things whose vectors are in memory as floats at the same time.
  private static let batch = 4_096

  private static func quantized<Thing>(
    _ things: [Thing], width: Int, _ vectors: (ArraySlice<Thing>) -> VectorTable
  ) -> QuantizedVectors {
    var rows = QuantizedRows()
    for first in stride(from: 0, to: things.count, by: batch) {
      let some = vectors(things[first..<min(things.count, first + batch)])
      rows.add(QuantizedVectors(some), 0..<some.count)
    }
    return rows.table(width: width)
  }

  func surfaces(of passages: [Passage]) -> [Surface] {
    concurrently(passages.count, threads: encoder.threads) { index in
      let (document, range) = passages[index]
      let tokens = Tokenizer(language: document.language).tokens(in: document, range)
      return Surface(
        keys: evidence.keys(in: document, tokens: tokens),
        length: tokens.reduce(0) {
          $0 + ($1.kind == .punctuation ? 0 : document.bytes[$1.range].codePointCount)
        })
    }
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

  private static func isBracket(_ document: Document, _ token: Token) -> Bool {
    let byte = document.bytes[token.range.lowerBound]
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static let english = Locale(identifier: "en")

  /// The English name of the country whose code the two regional indicators spell.
  static func country(ofFlag flag: String) -> String? {
    let letters = flag.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
      return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    }
    guard letters.count == 2, flag.unicodeScalars.count == 2 else { return nil }
    let code = String(String.UnicodeScalarView(letters))
    return english.localizedString(forRegionCode: code)
  }
}

/// The bytes of vectors and their scales, row after row.
struct QuantizedRows {
  var values: [Int8] = []
  var scales: [Float] = []

  mutating func add(_ table: QuantizedVectors, _ rows: Range<Int>) {
    values += table.values[(rows.lowerBound * table.width)..<(rows.upperBound * table.width)]
    scales += table.scales[rows]
  }

  func table(width: Int) -> QuantizedVectors {
    QuantizedVectors(width: width, values: MappedArray(values), scales: MappedArray(scales))
  }
}
