/// Tells speech from titles and irony, and whole speech from fragments.
struct QuotationKinds {
  let shape: QuotationShape
  /// The words of its sentence in front of the quotation.
  let before: ArraySlice<HostWord>
  let host: QuotationHost
  let finding: Finding
  /// The marked words are the name of an outlet and nothing else.
  let isOutlet: Bool

  func kind(isContinued: Bool, isDialogue: Bool, isListed: Bool) -> Quotation.Kind {
    if isContinued || isDialogue { return .direct }
    if isListed { return .mixed }
    if before.last?.isAny([.soCalled, .naming]) == true { return .scare }
    if namesWork || isOutlet, !isAnnounced { return .title }
    if finding.cue != nil || !finding.outlets.isEmpty {
      if isAnnounced || (finding.isClose && shape.startsUpper) { return .direct }
      return .mixed
    }
    if host.opensSentence, shape.words >= 4 || shape.endsLikeSentence { return .direct }
    if before.last?.classes.contains(.colon) == true, shape.words >= 3 { return .direct }
    if shape.looksLikeTitle { return .title }
    return shape.words >= 4 ? .mixed : .scare
  }

  /// Opens its sentence, or follows a colon or a comma.
  private var isAnnounced: Bool {
    before.isEmpty
      || before.last?.isAny([.colon, .comma]) == true && !(followsWork(before.dropLast()))
  }

  /// "il film «...»", "il romanzo di Rossi «...»", "ha girato «…»": the word stands right before the
  /// marks, or with only its author, an adjective, a preposition or a comma between.
  private var namesWork: Bool {
    guard shape.startsUpper, !shape.endsLikeSentence else { return false }
    let isApposed = before.last?.classes.contains(.comma) == true
    return followsWork(isApposed ? before.dropLast() : before)
  }

  private func followsWork(_ words: ArraySlice<HostWord>) -> Bool {
    if words.last?.classes.contains(.working) == true { return true }
    var adjectives = 0
    for word in words.suffix(5).reversed() {
      if word.classes.contains(.titledWork) { return true }
      if word.isPunctuation || word.isAny(.reportingVerb) { return false }
      guard !word.isAny([.capitalized, .genitive]) else { continue }
      adjectives += 1
      if adjectives > 1 || word.isAny([.preposition, .article]) { return false }
    }
    return false
  }
}
