/// Turns marked spans into quotations, one after the other, remembering who spoke.
struct Attributor {
  private let document: Document
  private let context: AttributionContext?
  private var discourse = Discourse()
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
    if let outlet = discourse.outlet {
      if finding.isOutletNamedBefore {
        finding.speaker = outlet
        finding.outlets.insert(Quotation.Outlet(name: outlet, role: .speaker), at: 0)
      } else if finding.creditsOutletBefore, finding.outlets.isEmpty {
        finding.outlets = [Quotation.Outlet(name: outlet, role: .reported)]
      }
    }
    if continued, let previous {
      finding.speaker = finding.speaker ?? previous.speaker
      if finding.outlets.isEmpty { finding.outlets = previous.outlets }
      finding.addressee = finding.addressee ?? previous.addressee
    }
    let isListed = !continued && isListed(host, before, finding, previous)
    if isListed, let previous {
      finding.speaker = previous.speaker
      finding.outlets = previous.outlets
    }
    let kind = QuotationKinds(
      shape: shape, before: before, host: host, finding: finding,
      isOutlet: isOutlet(span.content)
    ).kind(isContinued: continued, isDialogue: span.family == .dash, isListed: isListed)
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
    discourse.note(quotation)
    lastOuter = quotations.count
    return quotation
  }

  private func resolveSpeaker(of finding: inout Finding, _ kind: Quotation.Kind) {
    guard finding.speaker == nil else { return }
    if finding.isAnaphoric, let context, let cue = finding.cue {
      finding.speaker = discourse.antecedent(
        finding.gender, readsText: readsText(cue, context), names: context.names,
        at: cue.lowerBound)
    } else if finding.outlets.isEmpty, kind == .direct {
      finding.speaker = discourse.speaker ?? discourse.mentioned
    }
  }

  private func isOutlet(_ content: Range<Int>) -> Bool {
    guard let context, content.count < 60 else { return false }
    let words = context.words.slice(content)
    return context.outlets.match(at: words.startIndex, in: words)?.words == words.indices
  }

  /// "si legge nel testo"
  private func readsText(_ cue: Range<Int>, _ context: AttributionContext) -> Bool {
    context.words.slice(cue).last.map { context.lexicon.readingVerbs.contains($0.key) } ?? false
  }

  /// The reported clauses of a sentence without quotation marks; remembers who is its subject.
  ///
  /// - Parameter count: how many quotations stand before it in the list.
  mutating func reportedSpeech(in sentence: Range<Int>, after count: Int) -> [Quotation] {
    guard let context else { return [] }
    let words = context.words.slice(sentence)
    let leading = SubjectFinder(context: context).leading(in: words)
    guard words.contains(where: { $0.isAny([.reportingVerb, .phraseStart]) }) else {
      discourse.note(words, subject: leading, in: context)
      return []
    }
    let reported = ReportedSpeech(context: context)
    var speaker = leading ?? discourse.speaker
    let quotations = reported.clauses(in: words).map { clause in
      speaker = clause.speaker ?? speaker
      var outlets = clause.outlets
      if outlets.isEmpty, clause.creditsOutletBefore, let outlet = discourse.outlet {
        outlets = [Quotation.Outlet(name: outlet, role: .reported)]
      }
      return Quotation(
        kind: .indirect, content: clause.content, marked: clause.content, cue: clause.cue,
        speaker: speaker, addressee: clause.addressee, outlets: outlets,
        continues: clause.isContinued ? count : nil)
    }
    let named = quotations.last?.speaker ?? reported.speaker(in: words)
    discourse.note(words, subject: named ?? leading, in: context)
    discourse.speaker = named ?? discourse.speaker
    discourse.outlet = quotations.last?.outlet?.name ?? discourse.outlet
    return quotations
  }

  /// The reported clauses inside the words of a quotation; who speaks there without a name is the
  /// person named last that is not the quotation's own speaker.
  ///
  /// - Parameter sentence: the part of the quotation to look at.
  func reportedSpeech(inside quotation: Quotation, _ sentence: Range<Int>) -> [Quotation] {
    guard let context, quotation.kind == .direct else { return [] }
    let words = context.words.slice(sentence)
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

  /// Whether the quotation is a fragment that follows another one in its sentence: "«lungo» e
  /// «pretenzioso»", "che non è «una colonia» e che il governo «non cederà»".
  private func isListed(
    _ host: QuotationHost, _ before: ArraySlice<HostWord>, _ finding: Finding,
    _ previous: Quotation?
  ) -> Bool {
    guard let previous, previous.kind == .mixed, finding.cue == nil,
      host.before.lowerBound == previous.marked.upperBound, before.count <= 4
    else { return false }
    return before.first?.isAny([.comma, .conjunction]) == true
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
