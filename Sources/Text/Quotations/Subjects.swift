/// Who a clause names as the one that speaks.
enum Subject: Equatable {
  /// A person or a body, with the full name where it can be known.
  case named(String)
  case outlet(String)
  /// "la testata": the outlet named last.
  case previousOutlet
  /// A pronoun or nothing: the one who spoke last, of the pronoun's gender if it tells one.
  case previous(Person.Gender?)

  var isExplicit: Bool {
    if case .previous = self { false } else { true }
  }
}

/// Finds the subject of a cue verb before or after it.
struct SubjectFinder {
  let context: AttributionContext

  var runs: NameRuns { NameRuns() }

  /// The farthest a subject stands from its verb, in words.
  private static let reach = 14

  // MARK: After the verb

  /// The subject in an inversion ("ha detto Rossi") that starts at `start`.
  func subject(in words: ArraySlice<HostWord>, after start: Int) -> Subject {
    var start = start
    while start < words.endIndex, isFiller(words[start]) { start += 1 }
    var region = words[start..<clauseEnd(in: words, from: start)]
    guard let first = region.first else { return .previous(nil) }
    if first.classes.contains(.pronoun) { return .previous(Person.gender(of: first.classes)) }
    if first.classes.contains(.preposition), !startsName(region) {
      let rest = afterComplement(region)
      guard rest.first?.isAny([.article, .capitalized, .title]) == true else {
        return later(in: region)
      }
      region = rest
    }
    if let outlet = outlet(leading: region) { return .outlet(outlet) }
    if let run = nameRuns(in: region).first { return .named(name(run, in: region)) }
    if let name = appositionName(in: words, at: region.endIndex) { return .named(name) }
    return nounPhrase(region)
  }

  /// The complement at `start` ("secondo | il ministro la crisi …"): it ends before the next article,
  /// and may begin with a preposition that holds its own ("del ministro").
  func complement(in words: ArraySlice<HostWord>, at start: Int) -> Subject {
    guard start < words.endIndex else { return .previous(nil) }
    let end =
      words[start...].dropFirst().firstIndex {
        $0.classes.contains(.article) && !$0.classes.contains(.possessive)
      } ?? words.endIndex
    let isOpen =
      end > start + 1 && !words[end - 1].isAny([.preposition, .punctuation, .conjunction])
    let region = isOpen ? words[..<end] : words
    if region[start].classes.contains(.articulated) {
      let rest = region[start..<clauseEnd(in: region, from: start)]
      if let run = nameRuns(in: rest.dropFirst()).first { return .named(name(run, in: rest)) }
      if let name = appositionName(in: region, at: rest.endIndex) { return .named(name) }
      return nounPhrase(rest)
    }
    return subject(in: region, after: start)
  }

  /// "(ha detto) Di Nardo": a particle with a capital letter that belongs to a name.
  private func startsName(_ region: ArraySlice<HostWord>) -> Bool {
    region.count > 1 && region[region.startIndex].isCapitalized
      && region[region.startIndex + 1].isCapitalized
  }

  /// The subject behind longer complements: "(ha detto) nel corso di un incontro Andrij Koval".
  private func later(in region: ArraySlice<HostWord>) -> Subject {
    if let run = nameRuns(in: region).first { return .named(name(run, in: region)) }
    guard
      let article = region.indices.dropFirst().first(where: {
        region[$0].classes.contains(.article) && !region[$0 - 1].classes.contains(.preposition)
      })
    else { return .previous(nil) }
    return nounPhrase(region[article...])
  }

  /// What follows a complement in front of the subject: "(ha detto) alla Reuters | Andrij Koval".
  private func afterComplement(_ region: ArraySlice<HostWord>) -> ArraySlice<HostWord> {
    var index = region.startIndex
    while index < region.endIndex, region[index].isAny([.preposition, .article, .possessive]) {
      index += 1
    }
    if let outlet = context.outlets.match(at: index, in: region) {
      index = outlet.words.upperBound
    } else {
      index += 1
    }
    return region[min(index, region.endIndex)...]
  }

  /// "il sottosegretario al Lavoro, Bruno Castelli, …": the name after the comma at `end`.
  private func appositionName(in words: ArraySlice<HostWord>, at end: Int) -> String? {
    guard end + 2 < words.endIndex, words[end].classes.contains(.comma) else { return nil }
    let run = runs.run(at: end + 1, in: words)
    guard run.count > 1, run.upperBound == words.endIndex || !words[run.upperBound].isAny(.word),
      context.outlets.match(at: run.lowerBound, in: words) == nil
    else { return nil }
    return name(run, in: words)
  }

  /// Articles look like clitics ("la testata", "la definisce"); before a noun they stay.
  func isFiller(_ word: HostWord) -> Bool {
    word.classes.contains(.filler) && !word.classes.contains(.article)
  }

  /// Where the clause ends: at a sign, at the next cue verb, or out of reach.
  private func clauseEnd(in words: ArraySlice<HostWord>, from start: Int) -> Int {
    var end = start
    while end < words.endIndex, end - start < Self.reach, !words[end].isBreak,
      !words[end].classes.contains(.fullStop) || isInitial(before: end, in: words)
    {
      if end > start, words[end].classes.contains(.gerund) { break }
      end += 1
    }
    return end
  }

  private func isInitial(before index: Int, in words: ArraySlice<HostWord>) -> Bool {
    index > words.startIndex && words[index - 1].isCapitalized
      && words[index - 1].range.count <= 2
  }

  private func outlet(leading region: ArraySlice<HostWord>) -> String? {
    var index = region.startIndex
    while index < region.endIndex, index - region.startIndex < 4 {
      if let match = context.outlets.match(at: index, in: region) { return match.name }
      guard region[index].isAny([.article, .outletNoun]) else { return nil }
      index += 1
    }
    return nil
  }

  /// The outlet whose name ends a region, unless a preposition makes it a complement.
  private func outlet(ending region: ArraySlice<HostWord>) -> String? {
    for index in region.indices.suffix(6) {
      guard let match = context.outlets.match(at: index, in: region),
        match.words.upperBound == region.endIndex
      else { continue }
      return isGoverned(match.words.lowerBound, in: region) ? nil : match.name
    }
    return nil
  }

  // MARK: Before the verb

  /// The subject that stands before a cue at `end`, in the last clause of `words`.
  func subject(in words: ArraySlice<HostWord>, before end: Int) -> Subject {
    var end = end
    while end > words.startIndex, words[end - 1].classes.contains(.filler) { end -= 1 }
    if end > words.startIndex + 1, words[end - 1].classes.contains(.indefinite),
      words[end - 2].classes.contains(.relative)
    {
      end -= 1
    }
    if end > words.startIndex, words[end - 1].classes.contains(.relative) { end -= 1 }
    guard end > words.startIndex else { return .previous(nil) }
    if words[end - 1].isBreak { return subjectBeforeApposition(in: words, before: end - 1) }
    if words[end - 1].classes.contains(.pronoun) {
      return .previous(Person.gender(of: words[end - 1].classes))
    }
    let region = words[clauseStart(in: words, before: end)..<end]
    if let outlet = outlet(ending: region) { return .outlet(outlet) }
    if let run = nameRuns(in: region).last { return .named(name(run, in: region)) }
    return nounPhrase(region[nounPhraseStart(in: region)...])
  }

  /// The last article that no preposition governs; the start of the region without one.
  private func nounPhraseStart(in region: ArraySlice<HostWord>) -> Int {
    region.indices.last { index in
      region[index].classes.contains(.article)
        && (index == region.startIndex || !region[index - 1].classes.contains(.preposition))
    } ?? region.startIndex
  }

  /// "Rossi, ministro della Difesa, ha detto": the name before the commas, or else between them.
  private func subjectBeforeApposition(
    in words: ArraySlice<HostWord>, before end: Int
  ) -> Subject {
    let start = clauseStart(in: words, before: end)
    let inside = words[start..<end]
    if start > words.startIndex {
      let outer = words[clauseStart(in: words, before: start - 1)..<(start - 1)]
      if let run = nameRuns(in: outer).last, outer.endIndex - run.upperBound <= 3 {
        return .named(name(run, in: outer))
      }
    }
    if let run = nameRuns(in: inside).first { return .named(name(run, in: inside)) }
    return .previous(nil)
  }

  private func clauseStart(in words: ArraySlice<HostWord>, before end: Int) -> Int {
    var start = end
    while start > words.startIndex, end - start < Self.reach,
      !words[start - 1].isBreak,
      !words[start - 1].classes.contains(.fullStop) || isInitial(before: start - 1, in: words)
    {
      start -= 1
    }
    return start
  }

  /// Whom a sentence says something of, when its first words name a person the document gives a full
  /// name ("Churches" is none).
  func leading(in words: ArraySlice<HostWord>) -> String? {
    guard let run = nameRuns(in: words.prefix(8)).first, run.lowerBound - words.startIndex <= 3
    else { return nil }
    let first = words[run.lowerBound]
    guard run.count > 1 else {
      return context.names.fullName(forSurname: first.key, at: first.range.lowerBound)
    }
    return name(run, in: words)
  }
}
