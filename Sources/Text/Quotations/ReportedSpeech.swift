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
  }

  let context: AttributionContext

  private var subjects: SubjectFinder { SubjectFinder(context: context) }
  private var cues: CueFinder { CueFinder(context: context) }
  private var credits: OutletCredits { OutletCredits(context: context) }
  private var addressees: AddresseeFinder { AddresseeFinder(context: context) }

  /// Reported clauses shorter than this are not worth tracing, in words.
  private static let fewestWords = 4
  /// The same for those that a cue and "che" or "di" open.
  private static let fewestOpenedWords = 3

  /// "X ha detto che ...", "X ha chiesto a Y di ...", "Secondo X, ...", "..., ha detto X."; in the order of
  /// the text.
  func clauses(in words: ArraySlice<HostWord>) -> [Clause] {
    let openings = ReportedOpenings(context: context).openings(in: words)
    let end = contentEnd(in: words)
    if openings.isEmpty {
      return (phraseClause(in: words, end: end) ?? followedClause(in: words)).map { [$0] } ?? []
    }
    let outlets = credits.credits(in: words)
    let creditsBefore = outlets.isEmpty && credits.creditsOutletBefore(in: words)
    var clauses: [Clause] = []
    for (number, opening) in openings.enumerated() {
      var limit =
        number + 1 < openings.count
        ? clauseEnd(before: openings[number + 1].cue.lowerBound, in: words) : end
      if opening.isNominal { limit = nominalEnd(from: opening.content, limit: limit, in: words) }
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

  private func name(of subject: Subject) -> String? {
    switch subject {
    case .named(let name), .outlet(let name): name
    case .previous, .previousOutlet: nil
    }
  }

  // MARK: Clauses that no verb opens

  /// "Secondo X, ..." at the start of the sentence; the comma may be missing after a name.
  private func phraseClause(in words: ArraySlice<HostWord>, end: Int) -> Clause? {
    let start = words.startIndex
    let lexicon = context.lexicon
    let sure = lexicon.phraseEnd(lexicon.speakerPhrases, at: start, in: words)
    guard let phraseEnd = sure ?? lexicon.phraseEnd(lexicon.openingPhrases, at: start, in: words),
      let content = phraseContent(after: phraseEnd, needsComma: sure == nil, in: words),
      end - content >= Self.fewestWords
    else { return nil }
    let head = words[start..<content]
    var outlets = credits.credits(in: head)
    let named = cues.speakerPhrase(at: start, in: head).flatMap { name(of: $0.subject) }
    guard let speaker = named ?? outlets.first?.name,
      sure != nil || context.names.knows(speaker) || head.contains(where: { $0.isAny(.source) }),
      let range = bytes(content..<end, in: words),
      let cue = bytes(start..<phraseEnd, in: words)
    else { return nil }
    outlets.claim(by: speaker)
    return Clause(content: range, cue: cue, speaker: speaker, outlets: outlets)
  }

  /// Where the words begin that "Secondo X" reports: after the comma, past an apposition and adverbs
  /// between commas ("Secondo X, intervistata da Y, ..."), or right after the name.
  private func phraseContent(
    after phrase: Int, needsComma: Bool, in words: ArraySlice<HostWord>
  ) -> Int? {
    let reach = min(words.endIndex, phrase + 15)
    let comma = words[phrase..<reach].firstIndex { $0.classes.contains(.comma) }
    if !needsComma, let run = subjects.nameRuns(in: words[phrase..<(comma ?? reach)]).first,
      comma.map({ $0 - run.upperBound > 2 }) ?? true,
      run.upperBound < words.endIndex,
      words[run.upperBound].classes.isDisjoint(with: [.punctuation, .preposition, .conjunction]),
      run.count > 1 || context.names.fullName(forSurname: words[run.lowerBound].key, at: 0) != nil
    {
      return run.upperBound
    }
    guard let comma, words[phrase - 1].classes.isDisjoint(with: .comma) else { return nil }
    let content = comma + 1
    let second = words[content..<min(words.endIndex, content + 10)].firstIndex {
      $0.classes.contains(.comma)
    }
    guard let second, isAside(words[content..<second]) else { return content }
    return second + 1
  }

  /// "intervistata da Politico", "a hydrologist at Leeds", "invece": not the clause itself.
  private func isAside(_ words: ArraySlice<HostWord>) -> Bool {
    guard let first = words.first else { return false }
    return first.isAny([.outletParticiple, .indefinite])
      || first.isAny(.epithet) && !first.isAny(.article) || words.allSatisfy { $0.isAny(.filler) }
  }

  /// "..., ha detto X." and "..., secondo X.": the attribution ends the sentence.
  private func followedClause(in words: ArraySlice<HostWord>) -> Clause? {
    var end = words.endIndex
    while end > words.startIndex, words[end - 1].classes.contains(.terminator) { end -= 1 }
    for comma in words[..<end].indices.suffix(16).reversed()
    where words[comma].classes.contains(.comma) && comma - words.startIndex >= Self.fewestWords {
      let tail = words[(comma + 1)..<end]
      guard let cue = followingCue(in: tail),
        let content = bytes(words.startIndex..<comma, in: words),
        let range = bytes(cue.words, in: words), let speaker = name(of: cue.subject)
      else { continue }
      var outlets = credits.credits(in: tail)
      outlets.claim(by: speaker)
      return Clause(
        content: content, cue: range, speaker: speaker,
        addressee: addressees.addressee(of: cue.words, in: tail), outlets: outlets)
    }
    return nil
  }

  private func followingCue(in tail: ArraySlice<HostWord>) -> Cue? {
    if let phrase = cues.speakerPhrase(at: tail.startIndex, in: tail) { return phrase }
    guard let verb = tail.indices.prefix(4).lazy.compactMap({ cues.verb(at: $0, in: tail) }).first,
      verb.lowerBound == tail.startIndex,
      !tail[verb].contains(where: { $0.classes.contains(.gerund) })
    else { return nil }
    let subject = subjects.subject(in: tail, after: verb.upperBound)
    return subject.isExplicit ? Cue(words: verb, subject: subject) : nil
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

  private func bytes(_ range: Range<Int>, in words: ArraySlice<HostWord>) -> Range<Int>? {
    guard let first = words[range].first, let last = words[range].last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }
}

extension [Quotation.Outlet] {
  /// Makes the outlet that says the words by itself their speaker: "secondo Bloomberg".
  fileprivate mutating func claim(by speaker: String) {
    guard count == 1, self[0].name == speaker, self[0].role == .reported else { return }
    self[0].role = .speaker
  }
}
