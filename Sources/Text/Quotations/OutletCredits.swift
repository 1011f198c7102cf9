/// Finds the outlet that a sentence credits for a quotation.
struct OutletCredits {
  let document: Document
  let lexicon: AttributionLexicon
  let outlets: OutletNames
  let cues: CueFinder

  /// The first credited outlet in a stretch of host words.
  func credit(in words: ArraySlice<HostWord>) -> Quotation.Outlet? {
    var index = words.startIndex
    while index < words.endIndex {
      if let match = outlets.match(at: index, in: words) {
        if let role = role(of: match.words, in: words) {
          return Quotation.Outlet(name: match.name, role: role)
        }
        index = match.words.upperBound
      } else if let unknown = unknownOutlet(at: index, in: words) {
        return unknown
      } else {
        index += 1
      }
    }
    return nil
  }

  /// What the sentence says the outlet did; nil when it is only mentioned.
  private func role(
    of name: Range<Int>, in words: ArraySlice<HostWord>
  ) -> Quotation.OutletRole? {
    let governor = governor(of: name.lowerBound, in: words)
    guard isCredited(name, by: governor, in: words) else { return nil }
    return role(near: governor, in: words)
  }

  private func role(near governor: Int, in words: ArraySlice<HostWord>) -> Quotation.OutletRole {
    let start = max(words.startIndex, governor - 4)
    let context = words[start..<max(start, min(governor + 1, words.endIndex))]
    let has = { (stems: [String]) in
      context.contains { word in stems.contains { word.folded.hasPrefix($0) } }
    }
    if has(lexicon.translationStems) { return .translated }
    if has(lexicon.analysisStems) { return .analyzed }
    return has(lexicon.publicationStems) ? .published : .reported
  }

  /// The index of the word that the name depends on: articles and "il quotidiano britannico" are
  /// stepped over. Before the first word when nothing governs it.
  private func governor(of start: Int, in words: ArraySlice<HostWord>) -> Int {
    var index = start - 1
    var steps = 0
    while index >= words.startIndex, steps < 5 {
      let word = words[index]
      let isAdjective =
        word.kind == .word && !word.isCapitalized && index > words.startIndex
        && lexicon.outletNouns.contains(words[index - 1].folded)
        && !lexicon.prepositions.contains(word.folded)
      guard
        lexicon.articles.contains(word.folded) || lexicon.outletNouns.contains(word.folded)
          || isAdjective
      else { break }
      index -= 1
      steps += 1
    }
    return index
  }

  private func isCredited(
    _ name: Range<Int>, by governor: Int, in words: ArraySlice<HostWord>
  ) -> Bool {
    if isSubject(name, in: words) { return true }
    guard governor >= words.startIndex else { return isFollowedByColon(name, in: words) }
    let word = words[governor].folded
    if isWriter(after: governor, in: words) { return true }
    if let verb = cues.verb(at: governor, in: words) {
      return lexicon.datives.contains(word) || !cues.subject(of: verb, in: words).isExplicit
    }
    if endsSpeakerPhrase(at: governor, in: words) { return true }
    let context = words[max(words.startIndex, governor - 4)..<governor]
    if lexicon.genitives.contains(word), context.suffix(2).contains(where: isOutletNoun) {
      return true
    }
    if lexicon.agentPrepositions.contains(word),
      context.contains(where: { lexicon.outletParticiples.contains($0.folded) })
    {
      return true
    }
    guard lexicon.datives.contains(word) else { return false }
    if context.suffix(3).contains(where: isOutletNoun) { return true }
    if isFollowedByColon(name, in: words) { return true }
    let wide = max(words.startIndex, governor - 8)..<governor
    return wide.contains { cues.verb(at: $0, in: words) != nil }
  }

  /// "Come scrive il Guardian, …", "…, riporta DW": the verb's own clause says that the outlet wrote it.
  private func isWriter(after verb: Int, in words: ArraySlice<HostWord>) -> Bool {
    let isCiting = lexicon.citing.contains(words[verb].folded)
    guard isCiting || lexicon.verbs.form(of: words[verb].folded) != nil else { return false }
    let before = words[..<verb].last { !lexicon.auxiliaries.contains($0.folded) }
    guard let before else { return false }
    return lexicon.comparisons.contains(before.folded) || isCiting && before.folded == ","
  }

  /// "BBC cita un testimone", "Reuters riferisce": the outlet is the subject of what follows.
  private func isSubject(_ name: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    for index in name.upperBound..<max(name.upperBound, min(name.upperBound + 4, words.endIndex)) {
      if lexicon.citing.contains(words[index].folded) { return true }
      if cues.verb(at: index, in: words) != nil { return true }
      guard
        lexicon.fillers.contains(words[index].folded)
          || lexicon.auxiliaries.contains(words[index].folded)
      else { return false }
    }
    return false
  }

  private func isFollowedByColon(_ name: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    name.upperBound == words.endIndex - 1 && words[name.upperBound].folded == ":"
  }

  private func isOutletNoun(_ word: HostWord) -> Bool {
    lexicon.outletWork.contains(word.folded) || lexicon.outletReports.contains(word.folded)
      || lexicon.outletNouns.contains(word.folded)
  }

  private func endsSpeakerPhrase(at index: Int, in words: ArraySlice<HostWord>) -> Bool {
    lexicon.speakerPhrases.contains { phrase in
      let start = index - phrase.count + 1
      guard start >= words.startIndex else { return false }
      return zip(words[start...index], phrase).allSatisfy { $0.folded == $1 }
    }
  }

  /// A name no table knows, where only an outlet can stand: "una traduzione di X", "riportato da X".
  private func unknownOutlet(
    at index: Int, in words: ArraySlice<HostWord>
  ) -> Quotation.Outlet? {
    let runs = NameRuns(lexicon: lexicon)
    let run = runs.run(at: index, in: words)
    guard !run.isEmpty, index > words.startIndex else { return nil }
    let governor = governor(of: index, in: words)
    guard governor > words.startIndex else { return nil }
    let word = words[governor].folded
    let noun = words[governor - 1].folded
    let isWork = lexicon.genitives.contains(word) && lexicon.outletWork.contains(noun)
    let isReport =
      lexicon.agentPrepositions.contains(word)
      && ["riportat", "ripres", "tradott", "rilanciat", "carried", "translated"]
        .contains(where: noun.hasPrefix)
    guard isWork || isReport, let first = words[run].first, let last = words[run].last
    else { return nil }
    let name = document.text(first.range.lowerBound..<last.range.upperBound)
    return Quotation.Outlet(name: name, role: role(near: governor, in: words))
  }
}
