/// Tells speech from titles and irony, and whole speech from fragments.
struct QuotationKinds {
  let shape: QuotationShape
  /// The words of its sentence in front of the quotation.
  let before: ArraySlice<HostWord>
  let host: QuotationHost
  let finding: Finding

  func kind(isContinued: Bool, isDialogue: Bool) -> Quotation.Kind {
    if isContinued || isDialogue { return .direct }
    if before.last?.classes.contains(.soCalled) == true { return .scare }
    if namesWork { return .title }
    let isAnnounced = before.isEmpty || before.last?.isAny([.colon, .comma]) == true
    if finding.cue != nil || !finding.outlets.isEmpty {
      if isAnnounced || (finding.isClose && shape.startsUpper) { return .direct }
      return .mixed
    }
    if host.opensSentence, shape.words >= 4 || shape.endsLikeSentence { return .direct }
    if before.last?.classes.contains(.colon) == true, shape.words >= 3 { return .direct }
    if shape.looksLikeTitle { return .title }
    return shape.words >= 4 ? .mixed : .scare
  }

  /// "il film «...»", "il romanzo di Rossi «...»": the noun stands right before the marks, or with only
  /// its author between.
  private var namesWork: Bool {
    guard shape.startsUpper else { return false }
    for word in before.suffix(5).reversed() {
      if word.classes.contains(.titledWork) { return true }
      if word.isPunctuation || word.isAny(.reportingVerb) { return false }
      guard word.isAny([.capitalized, .genitive]) else { return false }
    }
    return false
  }
}
