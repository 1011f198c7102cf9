import BitestoText

/// Words written twice. Italian repeats adjectives and adverbs for emphasis (*piano piano*) and
/// English has *had had*: only words that no one repeats count.
struct DoubledWordRule {
  /// Two words; what is to go is from the end of the first one.
  struct Doubling {
    var range: Range<Int>
    var word: String
    /// White space and the second word.
    var surplus: Range<Int>
  }

  /// Linear.
  func doublings(in text: CheckedText) -> [Doubling] {
    guard let words = Self.words[text.language], let endings = Self.endings[text.language] else {
      return []
    }
    let tokens = text.tokens
    var found: [Doubling] = []
    for index in tokens.indices.dropFirst() {
      let (first, second) = (tokens[index - 1], tokens[index])
      guard first.kind == .word, second.kind == .word, first.range.count == second.range.count,
        isSpace(first.range.upperBound..<second.range.lowerBound, text),
        isLowercase(second, text)
      else { continue }
      let key = text.prose.folded(second.range)
      guard key == text.prose.folded(first.range),
        words.contains(key) || (key.count > 6 && endings.contains(where: key.hasSuffix))
      else { continue }
      // Three of a kind are a song or a stammer.
      if index > 1, text.prose.folded(tokens[index - 2].range) == key { continue }
      if index + 1 < tokens.count, text.prose.folded(tokens[index + 1].range) == key { continue }
      found.append(
        Doubling(
          range: first.range.lowerBound..<second.range.upperBound, word: key,
          surplus: first.range.upperBound..<second.range.upperBound))
    }
    return found
  }

  /// White space with at most one line end.
  private func isSpace(_ range: Range<Int>, _ text: CheckedText) -> Bool {
    let gap = text.prose.text(range)
    return !gap.isEmpty && gap.allSatisfy(\.isWhitespace) && gap.count(where: \.isNewline) < 2
      && !text.hasMarkup(range)
  }

  private func isLowercase(_ token: Token, _ text: CheckedText) -> Bool {
    text.prose.text(token.range).unicodeScalars.allSatisfy { !$0.properties.isUppercase }
  }

  /// Articles, prepositions and conjunctions, without those that can stand side by side (*se se ne
  /// va*).
  private static let words: [Language: Set<String>] = [
    .italian: set(
      """
      il lo gli un uno una di del dello della dei degli delle al allo alla ai agli alle dal dallo
      dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col con
      per tra fra in non è ed anche perché sono hanno era erano stato stata questo questa quello
      quella suo sua loro cui
      """),
    .english: set(
      """
      the a an of and to for with from at or but as was were be been are has this their his its it
      he they we which who when than into not
      """),
  ]

  /// Endings of nouns.
  private static let endings: [Language: [String]] = [
    .italian: ["zione", "zioni", "mento", "menti", "enza", "ezza", "ità"],
    .english: ["tion", "tions", "ment", "ments", "ness", "ity"],
  ]

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
