extension NameComparer {
  /// Why ``compare(_:_:)-(NameKey,NameKey)`` says what it says, in sentences: how the words sound and
  /// where they differ, what the table of given names knows, and what decided.
  public func explain(_ first: NameKey, _ second: NameKey) -> [String] {
    let comparison = compare(first, second)
    switch comparison.cause {
    case .sameEntry, .differentEntries, .noName:
      return [sentence(comparison, first, second)]
    default: break
    }
    var lines: [String] = []
    if let one = first.person, let other = second.person,
      first.isSurelyPerson || second.isSurelyPerson
    {
      if one.surname.count == other.surname.count {
        for (mine, theirs) in zip(one.surname, other.surname) {
          lines.append(
            words(first, first.words[mine], second, second.words[theirs], .surname, "surnames"))
        }
      } else {
        lines.append("one surname has more words than the other")
      }
      lines.append(givenNames(first, one, second, other))
      if let mine = one.patronymic, let theirs = other.patronymic {
        lines.append(
          words(first, first.words[mine], second, second.words[theirs], .surname, "patronymics"))
      }
    } else if first.words.count == second.words.count {
      let tolerance: Tolerance = first.words.count == 1 ? .singleWord : .anyWord
      for (one, other) in zip(first.words, second.words) {
        lines.append(words(first, one, second, other, tolerance, "words"))
      }
    }
    return lines + [sentence(comparison, first, second)]
  }

  // MARK: Words

  private func words(
    _ first: NameKey, _ one: WordKey, _ second: NameKey, _ other: WordKey,
    _ tolerance: Tolerance, _ what: String
  ) -> String {
    let (mine, theirs) = (first.text(of: one), second.text(of: other))
    let start = "\(what) \(mine) and \(theirs)"
    if one.isWritten(like: other) { return "\(start): the same letters" }
    guard !one.readings.isEmpty, !other.readings.isEmpty else {
      return "\(start): other letters, in a script that is not read"
    }
    let distance = tolerance.isStrict ? surnameDistance : wordDistance
    let match = distance.match(one, other, limit: SoundDistance.farthest)
    guard match.cost < SoundDistance.farthest else { return "\(start): nothing in common" }
    let readings = (one.readings[match.readings.0], other.readings[match.readings.1])
    let heard = (
      Array(one.sounds[one.range(of: match.readings.0)]),
      Array(other.sounds[other.range(of: match.readings.1)])
    )
    var parts = [
      "read as \(spoken(heard.0)) (\(readings.0.family.rawValue)) "
        + "and \(spoken(heard.1)) (\(readings.1.family.rawValue))"
    ]
    let steps = distance.steps(heard.0, heard.1)
    parts.append(
      contentsOf: [consonants(steps), vowels(steps)].compactMap { $0 })
    let penalty = readings.0.penalty + readings.1.penalty
    if penalty > 0 { parts.append("reading the letters so costs \(penalty)") }
    let limit = judged(one, other, tolerance).match.limit
    return
      "\(start): \(parts.joined(separator: "; ")); in all \(match.cost), at most \(limit) allowed"
  }

  private func consonants(_ steps: [SoundDistance.Step]) -> String {
    let all = steps.filter { step in
      [step.first, step.second].contains { $0.map(sounds.isConsonant) ?? false }
    }
    let different = all.filter { $0.cost > 0 }
    if different.isEmpty {
      let agreeing = all.compactMap { $0.first ?? $0.second }
      return "consonants \(agreeing.map { sounds.shown[Int($0)] }.joined(separator: "-")) agree"
    }
    return "consonants differ: \(list(different))"
  }

  private func vowels(_ steps: [SoundDistance.Step]) -> String? {
    let different = steps.filter { step in
      step.cost > 0
        && ![step.first, step.second].contains { $0.map(sounds.isConsonant) ?? false }
    }
    return different.isEmpty ? nil : "vowels differ: \(list(different))"
  }

  /// "a for o (12), j only in one (10)"
  private func list(_ steps: [SoundDistance.Step]) -> String {
    steps.map { step in
      let names = (
        step.first.map { sounds.shown[Int($0)] }, step.second.map { sounds.shown[Int($0)] }
      )
      return switch names {
      case (let one?, let other?): "\(one) for \(other) (\(step.cost))"
      case (let one?, nil), (nil, let one?): "\(one) only in one (\(step.cost))"
      case (nil, nil): ""
      }
    }.joined(separator: ", ")
  }

  private func spoken(_ heard: [UInt8]) -> String {
    heard.map { sounds.shown[Int($0)] }.joined()
  }

  // MARK: Given names

  private func givenNames(
    _ first: NameKey, _ one: NameKey.Person, _ second: NameKey, _ other: NameKey.Person
  ) -> String {
    func described(_ key: NameKey, _ person: NameKey.Person) -> String {
      let word = key.words[person.given]
      let forms = key.givenNames.compactMap { givenNames.names[$0.name].russian.first }
      let text = key.text(of: word)
      if word.isInitial { return "\(text) (an initial)" }
      return forms.isEmpty || forms == [text]
        ? text : "\(text) (\(forms.joined(separator: " or ")))"
    }
    return "given names \(described(first, one)) and \(described(second, other))"
  }

  // MARK: What decided

  private func sentence(_ comparison: NameComparison, _ first: NameKey, _ second: NameKey) -> String
  {
    func ids(_ key: NameKey) -> String { key.entries.map(evidence.id).joined(separator: ", ") }
    switch (comparison.cause, comparison.verdict) {
    case (.spelling, .same): return "same: the words are spellings of each other"
    case (.spelling, .unsure): return "unsure: the words are alike, but not enough for one name"
    case (.spelling, .different): return "different: the words are not spellings of each other"
    case (.sameEntry, _):
      return
        "same: the glossary has both (\(Set([ids(first), ids(second)]).sorted().joined(separator: ", ")))"
    case (.differentEntries, _):
      return "different: the glossary has two entries, \(ids(first)) and \(ids(second))"
    case (.givenNames, _): return "different: the given names are two names"
    case (.shortGivenName, _): return "unsure: one given name may be short for the other"
    case (.traditionalGivenName, _):
      return "unsure: one given name is a traditional form, which few bear"
    case (.unknownGivenNames, let verdict):
      return "\(verdict.rawValue): the given names are not in the table and differ"
    case (.patronymics, let verdict): return "\(verdict.rawValue): the patronymics differ"
    case (.gender, _): return "different: one is a woman's form and the other a man's"
    case (.initial, .unsure): return "unsure: an initial can stand for many given names"
    case (.initial, _): return "different: the initial does not fit the given name"
    case (.partOfName, _): return "unsure: one is a part of the other, and nobody by itself"
    case (.wordCount, .unsure): return "unsure: one has words that the other lacks"
    case (.wordCount, _): return "different: one has words that the other lacks"
    case (.noName, let verdict): return "\(verdict.rawValue): there are no letters to compare"
    }
  }
}
