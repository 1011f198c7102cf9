import BitestoText

/// A token of a text under comparison.
struct CheckedWord: Hashable, Sendable {
  var kind: Token.Kind
  /// UTF-8 bytes in the document.
  var range: Range<Int>
  /// ``WordFolding`` of the token.
  var key: String
  /// Whether it belongs to the unit, and not only to what stands around it.
  var isInside: Bool
  /// Whether a reporter put it there, in brackets, or it stands in parentheses.
  var isAside = false
  var isCapitalized = false
  /// Whether its capital says nothing: it opens a sentence or a quotation.
  var beginsSentence = false
}

/// One side of a unit: its tokens, and those of the sentences around it, in which the other side's
/// words may have their counterpart when the link is cut too short.
struct CheckedSide: Sendable {
  let document: Document
  /// The unit: UTF-8 bytes, within the document.
  let range: Range<Int>
  /// In the order of the text.
  let words: [CheckedWord]
  /// The indices of the words inside the unit.
  let inside: Range<Int>
  /// The indices of the words of the sentences that the unit stands in.
  let host: Range<Int>
  /// Whether the unit says itself that words are left out: "[…]".
  let isElided: Bool

  var language: Language { document.language }

  /// - Parameter reach: further sentences before and after those that the unit stands in.
  init(_ side: Bitext.Side, _ unit: Range<Int>, reach: Int = 1) {
    document = side.document
    let whole = 0..<side.document.bytes.count
    range = unit.clamped(to: whole)
    let sentences = side.segments
    let own = sentences.numbers(overlapping: unit)
    let around = max(0, own.lowerBound - reach)..<min(sentences.count, own.upperBound + reach)
    let host = Self.span(sentences, own, range)
    var reader = WordReader(side.document, inside: range)
    for sentence in sentences[around] { reader.starts.insert(sentence.range.lowerBound) }
    reader.starts.insert(range.lowerBound)
    words = reader.words(in: Self.span(sentences, around, range).clamped(to: whole))
    isElided = reader.isElided
    inside = Self.indices(of: range, in: words)
    self.host = Self.indices(of: host, in: words)
  }

  /// The words of the unit.
  var unitWords: ArraySlice<CheckedWord> { words[inside] }

  /// What a person reads of some words of this side.
  func text(_ range: Range<Int>) -> String { document.text(range) }

  private static func span(
    _ sentences: [Segment], _ indices: Range<Int>, _ unit: Range<Int>
  ) -> Range<Int> {
    guard let own = sentences.range(of: indices) else { return unit }
    let start = min(unit.lowerBound, own.lowerBound)
    return start..<max(start, unit.upperBound, own.upperBound)
  }

  private static func indices(of range: Range<Int>, in words: [CheckedWord]) -> Range<Int> {
    let first = words.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = words.partitioningIndex { $0.range.upperBound > range.upperBound }
    return first..<max(first, end)
  }
}

/// Reads the tokens of a text with what their surroundings say about them. One pass.
private struct WordReader {
  let document: Document
  let inside: Range<Int>
  var starts: Set<Int> = []
  private(set) var isElided = false

  init(_ document: Document, inside: Range<Int>) {
    self.document = document
    self.inside = inside
  }

  mutating func words(in range: Range<Int>) -> [CheckedWord] {
    var words: [CheckedWord] = []
    var asides = 0
    var begins = true
    for token in Tokenizer(language: document.language).tokens(in: document, range) {
      let isInside =
        inside.lowerBound <= token.range.lowerBound && token.range.upperBound <= inside.upperBound
      var word = CheckedWord(
        kind: token.kind, range: token.range, key: document.folded(token.range),
        isInside: isInside)
      if token.kind == .punctuation {
        switch word.key {
        case "[", "(": asides += 1
        case "]", ")": asides = max(0, asides - 1)
        case "…": isElided = isElided || (isInside && asides > 0)
        case ".": isElided = isElided || (isInside && asides > 0 && words.last?.key == ".")
        default: break
        }
      }
      if starts.contains(token.range.lowerBound) {
        begins = true
        asides = Self.opening.contains(word.key) ? asides : 0
      }
      word.isAside = asides > 0
      if token.kind == .word || token.kind == .number {
        word.beginsSentence = begins
        word.isCapitalized = Self.isCapitalized(document, token.range)
        begins = false
      } else if Self.ends.contains(word.key) {
        begins = true
      }
      words.append(word)
    }
    return words
  }

  private static let opening: Set<String> = ["[", "("]
  /// After these a capital says nothing.
  private static let ends: Set<String> = [
    ".", "!", "?", "…", ":", "\"", "«", "“", "„", "‘", "'", "-", "–", "—",
  ]

  private static func isCapitalized(_ document: Document, _ range: Range<Int>) -> Bool {
    guard let first = document.text(range).unicodeScalars.first else { return false }
    return first.properties.isUppercase
  }
}
