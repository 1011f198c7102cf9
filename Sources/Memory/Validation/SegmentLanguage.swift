import BitestoText

/// Whether a segment is in another language than the one it is said to be in.
enum SegmentLanguage {
  /// Bytes and words below which no segment says enough.
  private static let fewestBytes = 40
  private static let fewestWords = 8
  /// By how much the other language has to be ahead of all.
  private static let leastLead = 0.75

  /// The language that a text surely is in, when it is said to be in another; nil else.
  ///
  /// Titles and lists of names, of which most words are capitalized, are often left in their language.
  static func contradiction(of text: String, saidToBe language: LanguageTag) -> Language? {
    guard text.utf8.count >= fewestBytes, let said = Language(tag: language.canonical), said.isTold
    else { return nil }
    let evidence = LanguageEvidence(Array(text.utf8)[...])
    guard evidence.words >= fewestWords, evidence.lead >= leastLead,
      evidence.capitalizedWords * 5 < evidence.words * 2, let found = evidence.guess.language,
      found != said
    else { return nil }
    return found
  }
}
