/// Finds the outlet that a sentence credits for a quotation.
struct OutletCredits {
  let context: AttributionContext

  private var cues: CueFinder { CueFinder(context: context) }

  /// The credited outlets in a stretch of host words, each once.
  func credits(in words: ArraySlice<HostWord>) -> [Quotation.Outlet] {
    var credits: [Quotation.Outlet] = []
    var index = words.startIndex
    while index < words.endIndex {
      var credit: Quotation.Outlet?
      var end = index + 1
      if let match = context.outlets.match(at: index, in: words) {
        credit = role(of: match.words, in: words).map {
          Quotation.Outlet(name: match.name, role: $0)
        }
        end = match.words.upperBound
      } else if words[index].isAny([.capitalized, .outletCrowd]) {
        credit = introducedOutlet(at: index, in: words) ?? unknownOutlet(at: index, in: words)
      }
      if let credit, !credits.contains(where: { $0.name == credit.name }) { credits.append(credit) }
      index = end
    }
    return credits
  }

  /// "ha detto all'emittente", "scrive il giornale": an outlet's noun, without its name, as the one
  /// spoken to or as the writer.
  func creditsOutletBefore(in words: ArraySlice<HostWord>) -> Bool {
    words.indices.dropFirst().contains { index in
      guard words[index].classes.contains(.outletNoun), !words[index].isCapitalized,
        index + 1 == words.endIndex || !words[index + 1].isCapitalized
      else { return false }
      let governor = words[index - 1].classes
      let verbs = max(words.startIndex, index - 4)..<(index - 1)
      guard governor.contains(.dative) || governor.contains(.article),
        !governor.contains(.indefinite)
      else { return false }
      return verbs.contains {
        cues.verb(at: $0, in: words) != nil
          && (governor.contains(.dative)
            || $0 == index - 2 && !cues.subject(of: $0..<($0 + 1), in: words).isExplicit)
      }
    }
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
    let classes = context.reduce(into: WordClasses()) { $0.formUnion($1.classes) }
    if classes.contains(.translation) { return .translated }
    if classes.contains(.analysis) { return .analyzed }
    return classes.contains(.publication) ? .published : .reported
  }

  /// The index of the word that the name depends on: articles and "il quotidiano britannico" are
  /// stepped over. Before the first word when nothing governs it.
  private func governor(of start: Int, in words: ArraySlice<HostWord>) -> Int {
    var index = start - 1
    var steps = 0
    while index >= words.startIndex, steps < 5 {
      let word = words[index]
      let isAdjective =
        word.classes.contains(.word) && !word.isCapitalized && index > words.startIndex
        && words[index - 1].classes.contains(.outletNoun)
        && !word.classes.contains(.preposition)
      guard
        word.classes.contains(.article) || word.classes.contains(.outletNoun)
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
    let word = words[governor].classes
    if isWriter(after: governor, in: words) { return true }
    if let verb = cues.verb(at: governor, in: words) {
      return word.contains(.dative) || !cues.subject(of: verb, in: words).isExplicit
    }
    if endsSpeakerPhrase(at: governor, in: words) { return true }
    let context = words[max(words.startIndex, governor - 4)..<governor]
    if word.contains(.genitive), context.suffix(2).contains(where: isOutletNoun) {
      return true
    }
    if word.contains(.agentPreposition),
      context.contains(where: { $0.classes.contains(.outletParticiple) })
    {
      return true
    }
    if word.contains(.agentPreposition), governor > words.startIndex,
      words[governor - 1].classes.contains(.publication)
    {
      return true
    }
    guard word.contains(.dative) else { return false }
    if context.suffix(3).contains(where: isOutletNoun) { return true }
    if isFollowedByColon(name, in: words) { return true }
    let wide = max(words.startIndex, governor - 8)..<governor
    return wide.contains { cues.verb(at: $0, in: words) != nil }
  }

  /// "Come scrive il Guardian, …", "…, riporta DW": the verb's own clause says that the outlet wrote it.
  private func isWriter(after verb: Int, in words: ArraySlice<HostWord>) -> Bool {
    let isCiting = words[verb].classes.contains(.citing)
    guard isCiting || words[verb].isAny(.reportingVerb) else { return false }
    let before = words[..<verb].last { !$0.classes.contains(.auxiliary) }
    guard let before else { return false }
    return before.classes.contains(.comparison) || isCiting && before.classes.contains(.comma)
  }

  /// "BBC cita un testimone", "Reuters riferisce": the outlet is the subject of what follows.
  private func isSubject(_ name: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    for index in name.upperBound..<max(name.upperBound, min(name.upperBound + 4, words.endIndex)) {
      if words[index].classes.contains(.citing) { return true }
      if cues.verb(at: index, in: words) != nil { return true }
      guard
        words[index].classes.contains(.filler)
          || words[index].classes.contains(.auxiliary)
      else { return false }
    }
    return false
  }

  private func isFollowedByColon(_ name: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    name.upperBound == words.endIndex - 1 && words[name.upperBound].classes.contains(.colon)
  }

  private func isOutletNoun(_ word: HostWord) -> Bool {
    word.classes.contains(.outletWork) || word.classes.contains(.outletReport)
      || word.classes.contains(.outletNoun)
  }

  private func endsSpeakerPhrase(at index: Int, in words: ArraySlice<HostWord>) -> Bool {
    context.lexicon.speakerPhrases.contains { phrase in
      let start = index - phrase.count + 1
      guard start >= words.startIndex else { return false }
      return zip(words[start...index], phrase).allSatisfy { $0.key == $1 }
    }
  }

  /// A name no table knows after the noun for an outlet: "l'agenzia Belsat".
  private func introducedOutlet(
    at index: Int, in words: ArraySlice<HostWord>
  ) -> Quotation.Outlet? {
    guard index > words.startIndex, words[index - 1].classes.contains(.outletNoun),
      !words[index - 1].isCapitalized
    else { return nil }
    let run = NameRuns().run(at: index, in: words)
    guard let first = words[run].first, let last = words[run].last else { return nil }
    let name = context.document.text(first.range.lowerBound..<last.range.upperBound)
    return role(of: run, in: words).map { Quotation.Outlet(name: name, role: $0) }
  }

  /// A name no table knows, where only an outlet can stand: "una traduzione di X", "riportato da X".
  private func unknownOutlet(
    at index: Int, in words: ArraySlice<HostWord>
  ) -> Quotation.Outlet? {
    if words[index].classes.contains(.outletCrowd) { return crowd(at: index, in: words) }
    let run = NameRuns().run(at: index, in: words)
    guard !run.isEmpty, index > words.startIndex else { return nil }
    let governor = governor(of: index, in: words)
    guard governor > words.startIndex else { return nil }
    let word = words[governor].classes
    let noun = words[governor - 1].classes
    let isWork = word.contains(.genitive) && noun.contains(.outletWork)
    let isReport =
      word.contains(.agentPreposition)
      && noun.contains(.relayed)
    guard isWork || isReport, let first = words[run].first, let last = words[run].last
    else { return nil }
    let name = context.document.text(first.range.lowerBound..<last.range.upperBound)
    return Quotation.Outlet(name: name, role: role(near: governor, in: words))
  }

  /// "riportato dai media statali bielorussi": outlets described, not named.
  private func crowd(at index: Int, in words: ArraySlice<HostWord>) -> Quotation.Outlet? {
    let governor = governor(of: index, in: words)
    guard governor > words.startIndex, words[governor].classes.contains(.agentPreposition),
      words[max(words.startIndex, governor - 6)..<governor].contains(where: {
        $0.classes.contains(.relayed)
      })
    else { return nil }
    let phrase = words[index...].prefix {
      $0.classes.contains(.word) && !$0.isAny([.preposition, .auxiliary, .reportingVerb])
    }
    guard let first = phrase.first, let last = phrase.last else { return nil }
    return Quotation.Outlet(
      name: context.document.text(first.range.lowerBound..<last.range.upperBound), role: .reported)
  }
}
