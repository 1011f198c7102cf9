/// Reported clauses that no verb opens: an attribution stands before, after or inside them.
extension ReportedSpeech {
  /// "Secondo X, ..." at the start of the sentence; the comma may be missing after a name.
  func phraseClause(in words: ArraySlice<HostWord>, end: Int) -> Clause? {
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

  /// "La legge, ha spiegato X, entrerà in vigore": two pieces around a cue between commas.
  func interruptedClause(in words: ArraySlice<HostWord>, end: Int) -> [Clause] {
    let commas = words[..<end].indices.filter { words[$0].classes.contains(.comma) }
    for (comma, next) in zip(commas, commas.dropFirst())
    where comma - words.startIndex >= 2 && end - next > 2 {
      let inside = words[(comma + 1)..<next]
      guard inside.count <= 12, let cue = interruptingCue(in: inside),
        let first = bytes(words.startIndex..<comma, in: words),
        let second = bytes((next + 1)..<end, in: words), let range = bytes(cue.words, in: words)
      else { continue }
      var outlets = credits.credits(in: inside)
      let speaker = name(of: cue.subject)
      if let speaker { outlets.claim(by: speaker) }
      let piece = Clause(
        content: first, cue: range, speaker: speaker,
        addressee: addressees.addressee(of: cue.words, in: inside), outlets: outlets)
      var rest = piece
      rest.content = second
      rest.isContinued = true
      return [piece, rest]
    }
    return []
  }

  /// A verb of saying that opens the words between commas, with or without a subject, or "secondo X".
  private func interruptingCue(in inside: ArraySlice<HostWord>) -> Cue? {
    let phrases = context.lexicon.speakerPhrases
    if context.lexicon.phraseEnd(phrases, at: inside.startIndex, in: inside) != nil {
      return cues.speakerPhrase(at: inside.startIndex, in: inside)
    }
    guard
      let verb = inside.indices.prefix(4).lazy.compactMap({ cues.verb(at: $0, in: inside) }).first,
      inside[..<verb.lowerBound].allSatisfy({ $0.isAny(.filler) }),
      !inside[verb].contains(where: { $0.classes.contains(.gerund) })
    else { return nil }
    return Cue(words: verb, subject: subjects.subject(in: inside, after: verb.upperBound))
  }

  func isSemicolon(_ word: HostWord) -> Bool {
    context.document.bytes[word.range.lowerBound] == 0x3B
  }

  /// "..., ha detto X." and "..., secondo X.": the attribution ends the sentence.
  func followedClause(in words: ArraySlice<HostWord>) -> Clause? {
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
}

extension [Quotation.Outlet] {
  /// Makes the outlet that says the words by itself their speaker: "secondo Bloomberg".
  fileprivate mutating func claim(by speaker: String) {
    guard count == 1, self[0].name == speaker, self[0].role == .reported else { return }
    self[0].role = .speaker
  }
}
