/// Says who speaks around a quotation.
struct AttributionReader {
  let context: AttributionContext

  private var cues: CueFinder { CueFinder(context: context) }
  private var subjects: SubjectFinder { SubjectFinder(context: context) }
  private var credits: OutletCredits { OutletCredits(context: context) }
  private var addressees: AddresseeFinder { AddresseeFinder(context: context) }

  /// What the words around a quotation say about it.
  func finding(
    before: ArraySlice<HostWord>, after: ArraySlice<HostWord>, in host: QuotationHost,
    _ shape: QuotationShape
  ) -> Finding {
    var finding = Finding()
    let afterCue = cues.cue(
      after: after, isFollowed: host.isFollowed, endsInStop: shape.endsInStop)
    let beforeCue = before.isEmpty ? nil : cues.cue(before: before)
    if let afterCue, beforeCue == nil || afterCue.words.lowerBound - after.startIndex <= 7 {
      finding.isAfter = true
      finding.isClose = true
      apply(afterCue, after, to: &finding)
      if !afterCue.subject.isExplicit, before.last?.classes.contains(.colon) == true,
        case .named(let name) = beforeCue?.subject
      {
        finding.speaker = name
      }
    } else if let beforeCue {
      finding.isClose = before.endIndex - beforeCue.words.upperBound <= 2
      apply(beforeCue, before, to: &finding)
    } else if let name = gesturing(after, shape) {
      finding.isAfter = true
      finding.speaker = name
    } else if after.allSatisfy(\.isPunctuation) {
      applyFollowUp(host, to: &finding)
    }
    finding.creditsOutletBefore =
      credits.creditsOutletBefore(in: after) || credits.creditsOutletBefore(in: before)
    let own = finding.outlets
    for credit in credits.credits(in: after) + credits.credits(in: before)
    where !finding.outlets.contains(where: { $0.name == credit.name }) {
      finding.outlets.append(credit)
    }
    if let first = own.first, first.role != .speaker, finding.outlets.count > 1 {
      finding.outlets.removeFirst()
      finding.outlets.append(first)
    }
    return finding
  }

  /// "«…», allarga le braccia Mario Rossi": whoever is named in the clause after the comma, whatever they
  /// do there.
  private func gesturing(_ after: ArraySlice<HostWord>, _ shape: QuotationShape) -> String? {
    let clause = after.drop { $0.classes.contains(.comma) }
    guard clause.startIndex > after.startIndex || shape.endsInStop, let first = clause.first,
      !first.isAny([
        .clauseOpener, .conjunction, .preposition, .relative, .punctuation, .complementizer,
      ])
    else { return nil }
    let end = clause.firstIndex(where: \.isBreak) ?? clause.endIndex
    return subjects.mentioned(in: clause[..<end])
  }

  /// "«...». Lo ha detto Rossi.", or "«…» Rossi, 71 anni, stringe la borsa."
  private func applyFollowUp(_ host: QuotationHost, to finding: inout Finding) {
    let words = context.words.slice(host.following)
    let end = context.lexicon.phraseEnd(context.lexicon.followUps, at: words.startIndex, in: words)
    guard let end, end < words.endIndex else {
      if host.opensSentence { finding.speaker = subjects.opening(of: words) }
      return
    }
    guard let cue = cues.cue(after: words, isFollowed: false, endsInStop: true),
      cue.subject.isExplicit
    else { return }
    finding.isAfter = true
    finding.isClose = true
    apply(cue, words, to: &finding)
    finding.outlets += credits.credits(in: words)
  }

  private func apply(_ cue: Cue, _ words: ArraySlice<HostWord>, to finding: inout Finding) {
    let range = words[cue.words]
    if let first = range.first, let last = range.last {
      finding.cue = first.range.lowerBound..<last.range.upperBound
    }
    finding.addressee = addressees.addressee(of: cue.words, in: words)
    finding.outlets = cue.citedBy.map { [Quotation.Outlet(name: $0, role: .reported)] } ?? []
    switch cue.subject {
    case .named(let name):
      finding.speaker = name
    case .outlet(let name):
      finding.outlets = [Quotation.Outlet(name: name, role: .speaker)]
      finding.speaker = name
    case .previousOutlet:
      finding.isOutletNamedBefore = true
    case .previous(let gender):
      finding.isAnaphoric = true
      finding.gender = gender
    }
  }
}

/// What the words around a quotation say about it.
struct Finding {
  var cue: Range<Int>?
  var isAfter = false
  /// The cue stands right beside the quotation or its colon.
  var isClose = false
  var speaker: String?
  /// The cue has a pronoun or nothing for its subject.
  var isAnaphoric = false
  /// What the pronoun tells of them.
  var gender: Person.Gender?
  /// The cue's subject is "la testata": the outlet named last.
  var isOutletNamedBefore = false
  /// "ha detto al giornale": credited to the outlet named last.
  var creditsOutletBefore = false
  var addressee: String?
  var outlets: [Quotation.Outlet] = []
}
