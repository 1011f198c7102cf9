/// Turns marked spans into quotations, one after the other, remembering who spoke.
struct Attributor {
  private let document: Document
  private let context: AttributionContext?
  private var lastSpeaker: String?
  private var lastOutlet: String?
  /// The subject of the sentence just before, when no quotation stands between.
  private var recentSubject: String?
  /// The index of the last quotation that stands in no other.
  private var lastOuter: Int?

  init(document: Document, context: AttributionContext?) {
    self.document = document
    self.context = context
  }

  /// The quotation in a span; `quotations` are those before it.
  mutating func quotation(
    of span: MarkedSpan, in host: QuotationHost, after quotations: [Quotation]
  ) -> Quotation {
    let before = context?.words.slice(host.before) ?? []
    let after = context?.words.slice(host.after) ?? []
    let shape = QuotationShape(document: document, content: span.content)
    var finding =
      context.map {
        AttributionReader(context: $0).finding(before: before, after: after, in: host, shape)
      } ?? Finding()
    let previous = lastOuter.map { quotations[$0] }
    let continued = !span.isNested && continued(span, host, before, finding, previous)
    if finding.isOutletNamedBefore, let lastOutlet {
      finding.speaker = lastOutlet
      finding.outlets.insert(Quotation.Outlet(name: lastOutlet, role: .speaker), at: 0)
    }
    if continued, let previous {
      finding.speaker = finding.speaker ?? previous.speaker
      if finding.outlets.isEmpty { finding.outlets = previous.outlets }
      finding.addressee = finding.addressee ?? previous.addressee
    }
    let kind = QuotationKinds(shape: shape, before: before, host: host, finding: finding)
      .kind(isContinued: continued, isDialogue: span.family == .dash)
    var quotation = Quotation(
      kind: kind, content: span.content, marked: span.marked, cue: finding.cue,
      insertions: shape.insertions, continues: continued ? lastOuter : nil)
    if quotation.isSpeech {
      if !span.isNested { resolveSpeaker(of: &finding, kind) }
      quotation.speaker = finding.speaker
      quotation.addressee = finding.addressee
      quotation.outlets = finding.outlets
    }
    guard !span.isNested else { return quotation }
    recentSubject = nil
    if quotation.isSpeech { lastSpeaker = finding.speaker ?? lastSpeaker }
    lastOutlet = finding.outlets.first?.name ?? lastOutlet
    lastOuter = quotations.count
    return quotation
  }

  private func resolveSpeaker(of finding: inout Finding, _ kind: Quotation.Kind) {
    guard finding.speaker == nil else { return }
    if finding.isAnaphoric {
      finding.speaker = antecedent(finding)
    } else if finding.outlets.isEmpty, kind == .direct {
      finding.speaker = lastSpeaker
    }
  }

  /// Whom a pronoun or a missing subject stands for: whom the sentence before was about, or who spoke
  /// last, unless the pronoun's gender says otherwise.
  private func antecedent(_ finding: Finding) -> String? {
    guard let gender = finding.gender, let context, let cue = finding.cue else {
      return recentSubject ?? lastSpeaker
    }
    return [recentSubject, lastSpeaker].lazy.compactMap(\.self)
      .first { context.names.mayBe($0, gender) }
      ?? context.names.last(gender, before: cue.lowerBound)
  }

  /// The reported clauses of a sentence without quotation marks; remembers who is its subject.
  mutating func reportedSpeech(in sentence: Range<Int>) -> [Quotation] {
    guard let context else { return [] }
    let words = context.words.slice(sentence)
    let leading = SubjectFinder(context: context).leading(in: words)
    guard words.contains(where: { $0.isAny([.reportingVerb, .phraseStart]) }) else {
      recentSubject = leading
      return []
    }
    let reported = ReportedSpeech(context: context)
    var speaker = leading ?? lastSpeaker
    let quotations = reported.clauses(in: words).map { clause in
      speaker = clause.speaker ?? speaker
      return Quotation(
        kind: .indirect, content: clause.content, marked: clause.content, cue: clause.cue,
        speaker: speaker, addressee: clause.addressee, outlets: clause.outlets)
    }
    let named = quotations.last?.speaker ?? reported.speaker(in: words)
    recentSubject = named ?? leading
    lastSpeaker = named ?? lastSpeaker
    lastOutlet = quotations.last?.outlet?.name ?? lastOutlet
    return quotations
  }

  /// The reported clauses inside the words of a quotation; who speaks there without a name is the
  /// person named last that is not the quotation's own speaker.
  func reportedSpeech(inside quotation: Quotation) -> [Quotation] {
    guard let context, quotation.kind == .direct else { return [] }
    let words = context.words.slice(quotation.content)
    return ReportedSpeech(context: context).clauses(in: words).map { clause in
      let speaker =
        clause.speaker
        ?? context.names.lastName(
          before: quotation.content.lowerBound, other: quotation.speaker)
      return Quotation(
        kind: .indirect, content: clause.content, marked: clause.content, cue: clause.cue,
        speaker: speaker, addressee: clause.addressee, outlets: clause.outlets)
    }
  }

  /// Pieces of one quotation over several paragraphs share the speaker that any of them names.
  static func sharingSpeakers(_ quotations: [Quotation]) -> [Quotation] {
    var quotations = quotations
    for index in quotations.indices.reversed() {
      guard let first = quotations[index].continues else { continue }
      if quotations[first].cue == nil, let speaker = quotations[index].speaker,
        quotations[index].cue != nil
      {
        quotations[first].speaker = speaker
        if quotations[first].outlets.isEmpty {
          quotations[first].outlets = quotations[index].outlets
        }
      }
    }
    return quotations
  }

  /// Whether the quotation goes on with the one before it: over a paragraph's end, or after an
  /// attribution that interrupts it.
  private func continued(
    _ span: MarkedSpan, _ host: QuotationHost, _ before: ArraySlice<HostWord>, _ finding: Finding,
    _ last: Quotation?
  ) -> Bool {
    guard let last else { return false }
    if span.isContinuation || span.isInterrupted { return true }
    guard host.followsClosely, last.kind == .direct, let cue = last.cue,
      cue.lowerBound >= last.marked.upperBound
    else { return false }
    if finding.cue != nil, finding.isAfter { return false }
    if host.opensSentence { return true }
    return finding.cue.map { $0 == cue } ?? (before.last?.classes.contains(.comma) == true)
  }
}
