import BitestoText

/// What stands around a place's name: more of a longer name (*South China Morning Post*, *Kyiv
/// Ledger*), or words of the other language (*University of London*, *Banca d'Italia*).
struct NameSurroundings {
  /// Further words that tell the language of a title.
  private static let reach = 5

  private let text: CheckedText
  private let range: Range<Int>
  /// Words and signs before and after the name, the nearest first.
  private let before: [Token]
  private let after: [Token]

  init(_ range: Range<Int>, in text: CheckedText) {
    self.range = range
    self.text = text
    let paragraphs = text.prose.paragraphs
    let next = paragraphs.partitioningIndex { $0.upperBound >= range.upperBound }
    let paragraph = next < paragraphs.count ? paragraphs[next] : range
    let tokenizer = Tokenizer(language: text.language)
    let start = text.wordStart(before: range.lowerBound - 80, in: paragraph)
    let end = text.wordStart(before: range.upperBound + 80, in: paragraph)
    before = tokenizer.tokens(
      in: text.prose, min(start, range.lowerBound)..<range.lowerBound
    ).reversed()
    after = tokenizer.tokens(
      in: text.prose, range.upperBound..<max(end, range.upperBound))
  }

  /// Whether the name is a part of another one.
  var makeLongerName: Bool {
    if let next = after.first, isCapitalized(next), isJoined(next.range),
      !Self.titles.contains(text.prose.folded(next.range)), !isFunctionWord(next, text.language)
    {
      return true
    }
    guard let last = before.first, isCapitalized(last), isJoined(last.range),
      !isFunctionWord(last, text.language)
    else { return false }
    // The first word of a sentence has a capital whatever it is.
    return before.count > 1 && !opensSentence(before[1])
  }

  /// Whether the words around are in the other language.
  var areForeign: Bool {
    let other: Language = text.language == .italian ? .english : .italian
    return [before, after].contains { tokens in
      tokens.prefix(Self.reach).contains {
        Self.elsewhere.contains(text.prose.folded($0.range))
          || (isFunctionWord($0, other) && !isFunctionWord($0, text.language))
      }
    }
  }

  private func isCapitalized(_ token: Token) -> Bool {
    token.kind == .word
      && text.prose.text(token.range).unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func isFunctionWord(_ token: Token, _ language: Language) -> Bool {
    Self.functionWords[language]?.contains(text.prose.folded(token.range)) ?? false
  }

  private func opensSentence(_ token: Token) -> Bool {
    token.kind == .punctuation && !Self.inside.contains(text.prose.text(token.range))
  }

  /// Whether only a space or a hyphen stands between a word and the name.
  private func isJoined(_ word: Range<Int>) -> Bool {
    let gap =
      word.upperBound <= range.lowerBound
      ? word.upperBound..<range.lowerBound : range.upperBound..<word.lowerBound
    return text.prose.text(gap).allSatisfy { $0 == " " || $0 == "-" }
  }

  /// After these a capital still says something.
  private static let inside: Set<String> = [",", ";", "(", ")", "/", "&", "'", "’"]

  /// English titles and kinds of places, which follow a name without being part of it.
  private static let titles: Set<String> = [
    "mayor", "governor", "president", "oblast", "region", "province", "city", "time", "district",
    "police", "airport", "station", "university", "railway",
  ]

  /// Words of neither Italian nor English: *Chronique de Paris*.
  private static let elsewhere: Set<String> = [
    "de", "du", "des", "et", "les", "von", "und", "der", "für", "y", "el", "los", "las",
  ]

  private static let functionWords: [Language: Set<String>] = [
    .english: [
      "the", "of", "and", "for", "with", "by", "from", "at", "to", "in", "on", "'s", "a", "an", "i",
      "as", "if", "when", "but", "that", "while", "since",
    ],
    .italian: [
      "di", "d'", "del", "della", "dell'", "dello", "dei", "degli", "delle", "il", "lo", "l'",
      "gli",
      "e", "ed", "da", "dal", "dalla", "al", "alla", "all'", "nel", "nella", "nell'", "con", "per",
      "tra", "fra", "sul", "sulla", "la", "le", "i", "a", "ad", "in", "su", "un", "una", "che",
      "quando", "oggi", "ieri", "se", "ma", "anche", "non",
    ],
  ]
}

extension CheckedText {
  /// An offset between code points near another one, inside a range.
  fileprivate func wordStart(before offset: Int, in range: Range<Int>) -> Int {
    var start = min(max(offset, range.lowerBound), range.upperBound)
    while start > range.lowerBound, start < prose.bytes.count, prose.bytes[start] & 0xC0 == 0x80 {
      start -= 1
    }
    return start
  }
}
