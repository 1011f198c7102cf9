/// Finds plain reported clauses in a sentence without quotation marks.
struct ReportedSpeech {
  struct Clause {
    /// UTF-8 bytes in the document, the final stop left out.
    var content: Range<Int>
    var cue: Range<Int>
    /// Nil when the sentence leaves it to the one before.
    var speaker: String?
    var outlet: Quotation.Outlet?
  }

  let document: Document
  let lexicon: AttributionLexicon
  let subjects: SubjectFinder
  let cues: CueFinder
  let credits: OutletCredits

  /// Reported clauses shorter than this are not worth tracing, in words.
  private static let fewestWords = 4

  /// "X ha detto che ...", "X ha detto di aver ...", "Secondo X, ..."; in the order of the text.
  func clauses(in words: ArraySlice<HostWord>) -> [Clause] {
    let openings = words.indices.compactMap { opening(at: $0, in: words) }
    let end = contentEnd(in: words)
    if openings.isEmpty { return phraseClause(in: words, end: end).map { [$0] } ?? [] }
    let outlet = credits.credit(in: words)
    var clauses: [Clause] = []
    for (number, opening) in openings.enumerated() {
      let limit =
        number + 1 < openings.count
        ? clauseEnd(before: openings[number + 1].cue.lowerBound, in: words) : end
      guard limit - opening.content >= Self.fewestWords,
        let content = bytes(opening.content..<limit, in: words),
        let cue = bytes(opening.cue, in: words)
      else { continue }
      let subject = cues.subject(of: opening.cue, in: words)
      clauses.append(
        Clause(content: content, cue: cue, speaker: name(of: subject), outlet: outlet))
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

  /// A cue verb at `index` with the word after it that opens the reported clause.
  private func opening(
    at index: Int, in words: ArraySlice<HostWord>
  ) -> (cue: Range<Int>, content: Int)? {
    let next = index + 1
    guard next < words.endIndex else { return nil }
    let isInfinitive =
      words[next].classes.contains(.infinitiveMarker) && next + 1 < words.endIndex
      && isInfinitive(document.folded(words[next + 1].range))
    guard words[next].classes.contains(.complementizer) || isInfinitive,
      let verb = cues.verb(at: index, in: words), !isSubordinate(verb, in: words)
    else { return nil }
    return (verb, next)
  }

  /// "(di) aver notato che", "amici che dicono che": part of the clause around it.
  private func isSubordinate(_ verb: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    if verb.lowerBound > words.startIndex,
      words[verb.lowerBound - 1].classes.contains(.relative)
    {
      return true
    }
    return words[verb.lowerBound].classes.contains(.perfectInfinitive)
  }

  private func isInfinitive(_ folded: String) -> Bool {
    ["are", "ere", "ire", "arsi", "ersi", "irsi", "arlo", "erlo", "arla", "erla", "aver", "esser"]
      .contains { folded.hasSuffix($0) } || folded == "non"
  }

  /// "Secondo X, ..." at the start of the sentence.
  private func phraseClause(in words: ArraySlice<HostWord>, end: Int) -> Clause? {
    let start = words.startIndex
    guard let phraseEnd = lexicon.phraseEnd(lexicon.speakerPhrases, at: start, in: words),
      let comma = words[start..<min(words.endIndex, start + 16)].firstIndex(where: {
        $0.classes.contains(.comma)
      }),
      end - comma > Self.fewestWords
    else { return nil }
    let head = words[start..<comma]
    let outlet = credits.credit(in: head)
    let named = cues.speakerPhrase(at: start, in: head).flatMap { name(of: $0.subject) }
    guard let speaker = named ?? outlet?.name, let content = bytes((comma + 1)..<end, in: words),
      let cue = bytes(start..<phraseEnd, in: words)
    else { return nil }
    return Clause(content: content, cue: cue, speaker: speaker, outlet: outlet)
  }

  /// Where the reported words end: before the final stop, and before ", secondo OUTLET".
  private func contentEnd(in words: ArraySlice<HostWord>) -> Int {
    var end = words.endIndex
    while end > words.startIndex, words[end - 1].classes.contains(.terminator) { end -= 1 }
    for index in words[..<end].indices.suffix(12).reversed()
    where words[index].classes.contains(.comma) {
      let phraseEnd = lexicon.phraseEnd(lexicon.speakerPhrases, at: index + 1, in: words[..<end])
      if let phraseEnd, phraseEnd < end { return index }
    }
    return end
  }

  /// The end of a clause that ", ma ha aggiunto che" follows.
  private func clauseEnd(before cue: Int, in words: ArraySlice<HostWord>) -> Int {
    var end = cue
    while end > words.startIndex,
      words[end - 1].isBreak || words[end - 1].classes.contains(.conjunction)
        || words[end - 1].classes.contains(.filler)
    {
      end -= 1
    }
    return end
  }

  private func bytes(_ range: Range<Int>, in words: ArraySlice<HostWord>) -> Range<Int>? {
    guard let first = words[range].first, let last = words[range].last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }
}
