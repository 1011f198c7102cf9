/// A cue found in the words around a quotation.
struct Cue {
  /// Indices into the words of its zone.
  var words: Range<Int>
  var subject: Subject
  /// The outlet that cites the subject: "BBC cita un testimone".
  var citedBy: String?
}

/// Finds the verb or phrase that says whose words a quotation is.
struct CueFinder {
  let context: AttributionContext

  private var subjects: SubjectFinder { SubjectFinder(context: context) }

  /// The verb of a cue at `index`, with its auxiliary; nil when the word there is no cue.
  func verb(at index: Int, in words: ArraySlice<HostWord>) -> Range<Int>? {
    let classes = words[index].classes
    guard !classes.isDisjoint(with: .reportingVerb), classes.contains(.word) else { return nil }
    if classes.contains(.gerund) { return index..<(index + 1) }
    guard classes.contains(.finiteVerb) else {
      var start = index
      while start > words.startIndex, index - start < 5 {
        start -= 1
        if words[start].classes.contains(.auxiliary) { return start..<(index + 1) }
        guard words[start].classes.contains(.filler) else { return nil }
      }
      return nil
    }
    guard index > words.startIndex else { return index..<(index + 1) }
    let previous = words[index - 1].classes
    let isNoun =
      previous.contains(.article) && !previous.contains(.filler)
      || previous.contains(.preposition)
    return isNoun ? nil : index..<(index + 1)
  }

  /// A cue in the words after a quotation.
  ///
  /// - Parameters:
  ///   - isFollowed: the next quotation stands in the same sentence.
  ///   - endsInStop: the quotation's own last sign separates it from what follows (English comma).
  func cue(after words: ArraySlice<HostWord>, isFollowed: Bool, endsInStop: Bool) -> Cue? {
    var start = words.startIndex
    while start < words.endIndex, words[start].isBreak { start += 1 }
    let hasComma = endsInStop || start > words.startIndex
    if let phrase = speakerPhrase(at: start, in: words) ?? nominalCue(at: start, in: words) {
      return phrase
    }
    let limit = min(words.endIndex, start + 10)
    guard let index = (start..<max(limit, start)).first(where: { verb(at: $0, in: words) != nil }),
      let verb = verb(at: index, in: words), hasComma || verb.lowerBound - start <= 1,
      !words[start..<verb.lowerBound].contains(where: { $0.classes.contains(.clauseOpener) })
    else { return nil }
    if isFollowed, belongsToNext(verb, in: words, hasComma: hasComma) { return nil }
    if verb.lowerBound > start {
      let before = subjects.subject(in: words[start...], before: verb.lowerBound)
      if before.isExplicit || hasPronoun(words[start..<verb.lowerBound]) {
        return Cue(words: verb, subject: before)
      }
    }
    return Cue(words: verb, subject: subjects.subject(in: words, after: verb.upperBound))
  }

  private func hasPronoun(_ words: ArraySlice<HostWord>) -> Bool {
    words.contains { $0.classes.contains(.pronoun) }
  }

  /// "...» e ha aggiunto «...": the cue announces the quotation after it.
  private func belongsToNext(
    _ verb: Range<Int>, in words: ArraySlice<HostWord>, hasComma: Bool
  ) -> Bool {
    guard let last = words.last else { return false }
    let abuts = verb.upperBound == words.endIndex
    let joins = words.first.map { $0.classes.contains(.conjunction) } ?? false
    return joins || abuts && !last.isBreak
      || (!hasComma && (last.classes.contains(.colon) || last.classes.contains(.complementizer))
        && verb.lowerBound > words.startIndex)
  }

  /// The subject before a verb; that of a gerund is the subject of the clause it hangs on.
  func subject(of verb: Range<Int>, in words: ArraySlice<HostWord>) -> Subject {
    guard words[verb.upperBound - 1].classes.contains(.gerund) else {
      return subjects.subject(in: words, before: verb.lowerBound)
    }
    for index in words[..<verb.lowerBound].indices.suffix(30) {
      guard let main = self.verb(at: index, in: words), main.upperBound <= verb.lowerBound else {
        continue
      }
      return subjects.subject(in: words, before: main.lowerBound)
    }
    return subjects.leading(in: words).map { .named($0) } ?? .previous(nil)
  }

  /// The last cue in the words before a quotation.
  func cue(before words: ArraySlice<HostWord>) -> Cue? {
    var index = words.endIndex - 1
    while index >= words.startIndex, words.endIndex - index < 30 {
      if let verb = verb(at: index, in: words) { return cue(verb, before: words) }
      if let phrase = speakerPhrase(at: index, in: words) { return relayed(phrase, words) }
      index -= 1
    }
    return nominalCue(before: words) ?? nameBeforeColon(words)
  }

  /// "Secondo l'Ansa, Bianchi avrebbe rifiutato: «…»": the outlet reports whom the words before the colon
  /// name.
  private func relayed(_ phrase: Cue, _ words: ArraySlice<HostWord>) -> Cue {
    guard case .outlet(let outlet) = phrase.subject,
      let comma = words[phrase.words.upperBound...].firstIndex(where: {
        $0.classes.contains(.comma)
      }), let named = nameBeforeColon(words[(comma + 1)...])
    else { return phrase }
    return Cue(words: named.words, subject: named.subject, citedBy: outlet)
  }

  private func cue(_ verb: Range<Int>, before words: ArraySlice<HostWord>) -> Cue {
    let before = subject(of: verb, in: words)
    if case .outlet(let name) = before, words[verb.upperBound - 1].classes.contains(.citing) {
      let cited = subjects.subject(in: words, after: verb.upperBound)
      return Cue(words: verb, subject: cited, citedBy: name)
    }
    if before.isExplicit || hasPronoun(words[..<verb.lowerBound].suffix(3)) {
      return Cue(words: verb, subject: before)
    }
    let after = subjects.subject(in: words, after: verb.upperBound)
    let endsInColon = words.last?.classes.contains(.colon) == true
    let isNamed = !subjects.nameRuns(in: words[verb.upperBound...]).isEmpty
    return Cue(words: verb, subject: endsInColon || isNamed ? after : before)
  }

  /// "«…», è lo sfogo del capitano Fadel".
  private func nominalCue(at start: Int, in words: ArraySlice<HostWord>) -> Cue? {
    var index = start
    if index < words.endIndex, words[index].classes.contains(.auxiliary) { index += 1 }
    guard index + 3 < words.endIndex, words[index].classes.contains(.article) else { return nil }
    return nominalCue(ofNoun: index + 1, in: words)
  }

  /// "Durissimo il commento dell'allenatrice Bruni: «…»".
  private func nominalCue(before words: ArraySlice<HostWord>) -> Cue? {
    guard words.last?.classes.contains(.colon) == true else { return nil }
    return words.indices.suffix(12).reversed().lazy
      .compactMap { nominalCue(ofNoun: $0, in: words) }.first
  }

  private func nominalCue(ofNoun index: Int, in words: ArraySlice<HostWord>) -> Cue? {
    guard index + 2 < words.endIndex, context.lexicon.speechNouns.contains(words[index].key),
      words[index + 1].classes.contains(.genitive)
    else { return nil }
    let isArticulated = words[index + 1].classes.contains(.articulated)
    let subject = subjects.complement(in: words, at: index + (isArticulated ? 1 : 2))
    return subject.isExplicit ? Cue(words: index..<(index + 1), subject: subject) : nil
  }

  /// "Rossi: «...»".
  private func nameBeforeColon(_ words: ArraySlice<HostWord>) -> Cue? {
    guard words.last?.classes.contains(.colon) == true, words.count <= 16 else { return nil }
    let region = words.dropLast()
    if region.count <= 3, let last = region.last, last.classes.contains(.pronoun) {
      return Cue(
        words: (region.endIndex - 1)..<region.endIndex,
        subject: .previous(Person.gender(of: last.classes)))
    }
    let names = subjects.nameRuns(in: region)
    guard let run = names.last(where: { $0.upperBound == region.endIndex }) ?? names.first,
      run.lowerBound - region.startIndex <= 4
    else { return nil }
    let subject = subjects.subject(in: region, after: run.lowerBound)
    return Cue(words: run, subject: subject)
  }

  /// "secondo X" at `index`.
  func speakerPhrase(at index: Int, in words: ArraySlice<HostWord>) -> Cue? {
    guard words.indices.contains(index), words[index].classes.contains(.phraseStart) else {
      return nil
    }
    let lexicon = context.lexicon
    return cue(of: lexicon.speakerPhrases, areSure: true, at: index, in: words)
      ?? (index == words.startIndex
        ? cue(of: lexicon.openingPhrases, areSure: false, at: index, in: words) : nil)
  }

  /// - Parameter areSure: any noun after the phrases speaks; if not, a person or a known kind of source.
  private func cue(
    of phrases: [[WordKey]], areSure: Bool, at index: Int, in words: ArraySlice<HostWord>
  ) -> Cue? {
    for phrase in phrases where matches(phrase, at: index, in: words) {
      var end = index + phrase.count
      if namesWork(words[end...]) { continue }
      if words[end - 1].isAny(.article), phrase.count > 1 { end -= 1 }
      let subject = subjects.complement(in: words, at: end)
      let isSource =
        areSure
        ? isSource(words[end...])
        : words[end...].prefix(2).contains { $0.isAny([.source, .epithet]) }
      if case .named(let name) = subject, isSource || !isDescription(name) {
        return Cue(words: index..<end, subject: subject)
      }
      if case .outlet = subject { return Cue(words: index..<end, subject: subject) }
    }
    return nil
  }

  /// "(secondo) gli inquirenti": a noun after an article, unless it is one that nobody says.
  private func isSource(_ words: ArraySlice<HostWord>) -> Bool {
    guard let first = words.first, first.isAny([.article, .articulated, .source]) else {
      return false
    }
    let noun = words.dropFirst(first.classes.contains(.source) ? 0 : 1).first {
      !$0.isAny([.filler, .number])
    }
    guard let noun else { return false }
    return noun.classes.contains(.word) && !context.lexicon.unspoken.contains(noun.key)
  }

  /// "secondo un rapporto di X": a work speaks for its outlet, which is credited elsewhere.
  private func namesWork(_ words: ArraySlice<HostWord>) -> Bool {
    guard let head = words.first(where: { !$0.classes.contains(.article) }) else {
      return false
    }
    return head.isAny([.outletReport, .outletWork, .translation])
  }

  /// "secondo quanto", "secondo un rapporto": no name, so no speaker.
  private func isDescription(_ name: String) -> Bool {
    !name.unicodeScalars.contains { $0.properties.isUppercase }
  }

  private func matches(
    _ phrase: [WordKey], at index: Int, in words: ArraySlice<HostWord>
  ) -> Bool {
    guard index >= words.startIndex, index + phrase.count <= words.endIndex else { return false }
    return zip(words[index...], phrase).allSatisfy { $0.key == $1 }
  }
}
