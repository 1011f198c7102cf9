/// Finds plain reported clauses in a stretch without quotation marks.
struct ReportedSpeech {
  struct Clause {
    /// UTF-8 bytes in the document, the final stop left out.
    var content: Range<Int>
    var cue: Range<Int>
    /// Nil when the sentence leaves it to the one before.
    var speaker: String?
    var addressee: String?
    var outlets: [Quotation.Outlet]
    /// Credited to the outlet named last.
    var creditsOutletBefore = false
    /// Goes on after a cue between commas: "La legge, dice Rossi, | entrerà in vigore".
    var isContinued = false
  }

  let context: AttributionContext

  var subjects: SubjectFinder { SubjectFinder(context: context) }
  var cues: CueFinder { CueFinder(context: context) }
  var credits: OutletCredits { OutletCredits(context: context) }
  var addressees: AddresseeFinder { AddresseeFinder(context: context) }

  /// Reported clauses shorter than this are not worth tracing, in words.
  static let fewestWords = 4
  /// The same for those that a cue and "che" or "di" open.
  private static let fewestOpenedWords = 3

  /// "X ha detto che ...", "X ha chiesto a Y di ...", "Secondo X, ...", "..., ha detto X."; in the order of
  /// the text.
  func clauses(in words: ArraySlice<HostWord>) -> [Clause] {
    let openings = ReportedOpenings(context: context).openings(in: words)
    let end = contentEnd(in: words)
    if openings.isEmpty {
      if let clause = phraseClause(in: words, end: end) { return [clause] }
      let pieces = interruptedClause(in: words, end: end)
      return pieces.isEmpty ? followedClause(in: words).map { [$0] } ?? [] : pieces
    }
    let outlets = credits.credits(in: words)
    let creditsBefore = outlets.isEmpty && credits.creditsOutletBefore(in: words)
    var clauses: [Clause] = []
    for (number, opening) in openings.enumerated() {
      var limit =
        number + 1 < openings.count
        ? clauseEnd(before: openings[number + 1].cue.lowerBound, in: words) : end
      if opening.isNominal { limit = nominalEnd(from: opening.content, limit: limit, in: words) }
      if let semicolon = words[opening.content..<limit].firstIndex(where: isSemicolon) {
        limit = semicolon
      }
      if opening.isInfinitive {
        limit = infinitiveEnd(from: opening.content, limit: limit, in: words)
      }
      guard limit - opening.content >= Self.fewestOpenedWords,
        let content = bytes(opening.content..<limit, in: words),
        let cue = bytes(opening.cue, in: words)
      else { continue }
      let subject = cues.subject(of: opening.cue, in: words)
      let own =
        subject.isExplicit ? subject : subjects.subject(in: words, after: opening.cue.upperBound)
      clauses.append(
        Clause(
          content: content, cue: cue,
          speaker: name(of: opening.cue.upperBound < opening.content ? own : subject),
          addressee: addressees.addressee(of: opening.cue, in: words[..<opening.content]),
          outlets: outlets, creditsOutletBefore: creditsBefore))
    }
    return clauses
  }

  /// Who speaks, by name, in a sentence that has a cue.
  func speaker(in words: ArraySlice<HostWord>) -> String? {
    for index in words.indices.prefix(40) {
      guard let verb = cues.verb(at: index, in: words) else { continue }
      if let name = name(of: cues.subject(of: verb, in: words)),
        name.unicodeScalars.first?.properties.isUppercase == true
      {
        return name
      }
    }
    return nil
  }

  func name(of subject: Subject) -> String? {
    switch subject {
    case .named(let name), .outlet(let name): name
    case .previous, .previousOutlet: nil
    }
  }

  // MARK: Ends

  /// Where the reported words end: before the final stop, and before ", secondo OUTLET".
  private func contentEnd(in words: ArraySlice<HostWord>) -> Int {
    var end = words.endIndex
    while end > words.startIndex, words[end - 1].classes.contains(.terminator) { end -= 1 }
    for index in words[..<end].indices.suffix(12).reversed()
    where words[index].classes.contains(.comma) {
      let phraseEnd = context.lexicon.phraseEnd(
        context.lexicon.speakerPhrases, at: index + 1, in: words[..<end])
      if let phraseEnd, phraseEnd < end { return index }
    }
    return end
  }

  /// The end of a clause that ", ma Rossi ha aggiunto che" follows.
  private func clauseEnd(before cue: Int, in words: ArraySlice<HostWord>) -> Int {
    let near = max(words.startIndex, cue - 6)..<cue
    let joint = near.last {
      words[$0].classes.contains(.comma) && $0 + 1 < cue && words[$0 + 1].isAny(.conjunction)
    }
    var end = joint ?? cue
    while end > words.startIndex,
      words[end - 1].isAny([.clauseBreak, .conjunction, .filler])
    {
      end -= 1
    }
    return end
  }

  /// An infinitive ends where "e ha ..." goes on with the sentence around it.
  private func infinitiveEnd(from start: Int, limit: Int, in words: ArraySlice<HostWord>) -> Int {
    for index in start..<max(start, limit - 1) where words[index].classes.contains(.conjunction) {
      if words[index + 1].classes.contains(.auxiliary) { return index }
    }
    return limit
  }

  /// What one asks for or announces ends where ", e ..." begins another clause.
  private func nominalEnd(from start: Int, limit: Int, in words: ArraySlice<HostWord>) -> Int {
    for index in start..<max(start, limit - 1) where words[index].classes.contains(.comma) {
      if words[index + 1].classes.contains(.conjunction) { return index }
    }
    return limit
  }

  func bytes(_ range: Range<Int>, in words: ArraySlice<HostWord>) -> Range<Int>? {
    guard let first = words[range].first, let last = words[range].last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }
}
