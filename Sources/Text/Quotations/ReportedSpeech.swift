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
      lexicon.infinitiveMarkers.contains(words[next].folded) && next + 1 < words.endIndex
      && isInfinitive(words[next + 1].folded)
    guard lexicon.complementizers.contains(words[next].folded) || isInfinitive,
      let verb = cues.verb(at: index, in: words), !isSubordinate(verb, in: words)
    else { return nil }
    return (verb, next)
  }

  /// "(di) aver notato che", "amici che dicono che": part of the clause around it.
  private func isSubordinate(_ verb: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    let first = words[verb.lowerBound].folded
    if verb.lowerBound > words.startIndex,
      lexicon.relatives.contains(words[verb.lowerBound - 1].folded)
    {
      return true
    }
    return first == "aver" || first == "avere" || first == "avendo"
  }

  private func isInfinitive(_ folded: String) -> Bool {
    ["are", "ere", "ire", "arsi", "ersi", "irsi", "arlo", "erlo", "arla", "erla", "aver", "esser"]
      .contains { folded.hasSuffix($0) } || folded == "non"
  }

  /// "Secondo X, ..." at the start of the sentence.
  private func phraseClause(in words: ArraySlice<HostWord>, end: Int) -> Clause? {
    let start = words.startIndex
    let phrases = lexicon.speakerPhrases.filter { phrase in
      words.count > phrase.count && zip(words, phrase).allSatisfy { $0.folded == $1 }
    }
    guard let phrase = phrases.first,
      let comma = words[start..<min(words.endIndex, start + 16)].firstIndex(where: {
        $0.folded == ","
      }),
      end - comma > Self.fewestWords
    else { return nil }
    let head = words[start..<comma]
    let outlet = credits.credit(in: head)
    let named = cues.speakerPhrase(at: start, in: head).flatMap { name(of: $0.subject) }
    guard let speaker = named ?? outlet?.name, let content = bytes((comma + 1)..<end, in: words),
      let cue = bytes(start..<(start + phrase.count), in: words)
    else { return nil }
    return Clause(content: content, cue: cue, speaker: speaker, outlet: outlet)
  }

  /// Where the reported words end: before the final stop, and before ", secondo OUTLET".
  private func contentEnd(in words: ArraySlice<HostWord>) -> Int {
    var end = words.endIndex
    while end > words.startIndex, [".", "!", "?", "…"].contains(words[end - 1].folded) { end -= 1 }
    for index in words[..<end].indices.suffix(12).reversed() where words[index].folded == "," {
      let isPhrase = lexicon.speakerPhrases.contains { phrase in
        zip(words[(index + 1)..<end], phrase).allSatisfy { $0.folded == $1 }
          && end - index > phrase.count + 1
      }
      if isPhrase { return index }
    }
    return end
  }

  /// The end of a clause that ", ma ha aggiunto che" follows.
  private func clauseEnd(before cue: Int, in words: ArraySlice<HostWord>) -> Int {
    var end = cue
    while end > words.startIndex,
      words[end - 1].isBreak || lexicon.conjunctions.contains(words[end - 1].folded)
        || lexicon.fillers.contains(words[end - 1].folded)
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
