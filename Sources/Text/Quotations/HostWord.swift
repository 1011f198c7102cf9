/// A token of the sentence around a quotation, with what attribution asks of it.
struct HostWord {
  let range: Range<Int>
  /// The ``WordFolding`` key; a sign is its own key.
  let folded: String
  let kind: Token.Kind
  let isCapitalized: Bool
  /// Two capital letters or more and nothing else: "LSU".
  let isAcronym: Bool

  var isPunctuation: Bool { kind == .punctuation }

  /// Separates clauses: , ; : ( ) and dashes between spaces.
  var isBreak: Bool {
    kind == .punctuation && !["'", "-", ".", "/"].contains(folded)
  }

  /// The tokens of a stretch of text as host words. Linear.
  static func words(
    in document: Document, _ range: Range<Int>, tokenizer: Tokenizer
  ) -> [HostWord] {
    tokenizer.tokens(in: document.bytes, range).map { token in
      HostWord(
        range: token.range, folded: WordFolding.key(document.bytes[token.range]), kind: token.kind,
        isCapitalized: Scalar.isUpper(document.bytes.scalar(at: token.range.lowerBound)),
        isAcronym: token.range.count > 1
          && document.bytes[token.range].allSatisfy { $0 >= 0x41 && $0 <= 0x5A })
    }
  }
}
