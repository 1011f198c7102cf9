import BitestoText

/// Whether a segment is in another language than the one it is said to be in.
enum SegmentLanguage {
  /// Bytes and words below which no segment says enough.
  private static let fewestBytes = 40
  private static let fewestWords = 8
  /// By how much the other language has to be ahead of the one that was said, and of all.
  private static let leastLead = 0.75
  private static let leastLeadOverAll = 0.3

  /// The language that a text surely is in, when it is said to be in another; nil else.
  ///
  /// Titles and lists of names, of which most words are capitalized, are often left in their language.
  static func contradiction(of text: String, saidToBe language: LanguageTag) -> Language? {
    guard text.utf8.count >= fewestBytes, let said = Language(tag: language.canonical), said.isTold
    else { return nil }
    let evidence = LanguageEvidence(Array(text.utf8)[...])
    guard evidence.words >= fewestWords, evidence.capitalizedWords * 5 < evidence.words * 2,
      evidence.lead(over: said) >= leastLead, evidence.lead >= leastLeadOverAll,
      let found = evidence.guess.language,
      found != said
    else { return nil }
    return found
  }
}
