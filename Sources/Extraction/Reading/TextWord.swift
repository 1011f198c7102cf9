import BitestoAlignment
import BitestoText

/// A token of a text with what its surroundings and the tables say about it.
struct TextWord {
  /// ``WordFolding`` of the token.
  var key: String
  /// UTF-8 bytes in the document.
  var range: Range<Int>
  var kind: Token.Kind
  var traits: WordTraits = []
  var isCapitalized = false
  /// More than one letter, all of them capitals.
  var isAcronym = false
  /// Its capital says nothing: it opens a sentence or a quotation, or stands in a headline.
  var opens = false
  /// Nothing stands between it and the token before.
  var isGlued = false
  /// The number of the mention of a known name that it belongs to.
  var known: Int?

  var isWord: Bool { kind == .word }
  /// "dell'", "l'": glued to the word after it.
  var isElided: Bool { key.hasSuffix("'") }
}

/// The words of a text, sentence by sentence, page furniture left out.
struct TextWords {
  let side: Bitext.Side
  private(set) var words: [TextWord] = []
  /// The indices of the words of each sentence.
  private(set) var sentences: [Range<Int>] = []

  var document: Document { side.document }
  var language: Language { document.language }

  /// Linear in the text, but for a binary search for each word that stands in a known name.
  ///
  /// - Parameter known: the ranges of known names, in order, without overlap.
  init(_ side: Bitext.Side, known: [Range<Int>]) {
    self.side = side
    let lexicon = Lexicon.of(side.document.language)
    let tokenizer = Tokenizer(language: side.document.language)
    var next = 0
    for segment in side.segments where segment.role != .boilerplate {
      let first = words.count
      var opens = true
      for token in tokenizer.tokens(in: side.document, segment.range) {
        var word = TextWord(
          key: side.document.folded(token.range), range: token.range, kind: token.kind)
        word.isGlued = words.count > first && words.last?.range.upperBound == token.range.lowerBound
        if token.kind == .word {
          word.traits = lexicon[word.key]
          read(token.range, into: &word)
          word.opens = opens
        }
        while next < known.count, known[next].upperBound <= token.range.lowerBound { next += 1 }
        if next < known.count, known[next].overlaps(token.range) { word.known = next }
        if token.kind == .word || token.kind == .number {
          // "L'Ucraina": what an elided article opens goes on with the word after it.
          opens = opens && word.isElided
        } else if Self.openers.contains(word.key) {
          opens = true
        }
        words.append(word)
      }
      muteHeadline(first..<(first == 0 ? lineEnd(from: first) : words.count))
      sentences.append(first..<words.count)
    }
  }

  func text(_ range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    return document.text(
      bytes(range).lowerBound..<max(first.range.upperBound, last.range.upperBound))
  }

  /// The bytes of a range of words that is not empty.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = words[range].first, let last = words[range].last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  private func read(_ range: Range<Int>, into word: inout TextWord) {
    var letters = 0
    var capitals = 0
    for scalar in document.text(range).unicodeScalars where scalar.properties.isAlphabetic {
      if scalar.properties.isUppercase {
        if letters == 0 { word.isCapitalized = true }
        capitals += 1
      }
      letters += 1
    }
    if !word.isCapitalized, let dash = word.key.firstIndex(of: "-"),
      Self.prefixes.contains(word.key[..<dash]), capitals > 0
    {
      word.isCapitalized = true
    }
    word.isAcronym = letters > 1 && capitals == letters
  }

  /// In a headline, which has capitals in most of its words and no stop, no capital says anything.
  private mutating func muteHeadline(_ sentence: Range<Int>) {
    if let last = words[sentence].last, Self.stops.contains(last.key) { return }
    let telling = words[sentence].filter { word in
      word.isWord && word.key.utf8.count > 2
        && word.traits.isDisjoint(with: [.function, .calendar])
    }
    let capitalized = telling.count { $0.isCapitalized }
    // The first line is a headline, be it one with names and a few words without capitals.
    let share = sentence.lowerBound == 0 ? Self.shareInFirstLine : Self.shareInHeadline
    guard telling.count >= Self.fewestOfHeadline,
      capitalized * 10 >= telling.count * share
    else { return }
    for index in sentence { words[index].opens = true }
  }

  /// The end of the words that stand in one line with a word.
  private func lineEnd(from start: Int) -> Int {
    for index in words[start...].indices.dropFirst() {
      let gap = words[index - 1].range.upperBound..<words[index].range.lowerBound
      if document.bytes[gap].contains(0x0A) { return index }
    }
    return words.count
  }

  private static let fewestOfHeadline = 4
  /// Tenths of the words.
  private static let shareInHeadline = 7
  private static let shareInFirstLine = 5
  /// Articles that Arabic names are written with: "al-Assad".
  private static let prefixes: Set<Substring> = ["al", "el", "ad", "as", "an", "ar", "ash", "bin"]
  private static let stops: Set<String> = [".", "!", "?", "…", "\"", "”", "»"]
  private static let openers: Set<String> = [
    ".", "!", "?", "…", ":", "\"", "«", "“", "„", "‘", "'", "-", "–", "—", "•", "*", "|",
  ]
}
