/// Turns marked spans into quotations, one after the other, remembering who spoke.
struct Attributor {
  private let document: Document
  private let parts: Parts?
  private var lastSpeaker: String?
  private var lastOutlet: String?
  /// The subject of the sentence just before, when no quotation stands between.
  private var recentSubject: String?

  /// What needs the tables of a language. A class, as it is handed around for every quotation.
  private final class Parts {
    let words: HostWords
    let lexicon: AttributionLexicon
    let subjects: SubjectFinder
    let cues: CueFinder
    let credits: OutletCredits
    let reported: ReportedSpeech

    init(
      words: HostWords, lexicon: AttributionLexicon, subjects: SubjectFinder, cues: CueFinder,
      credits: OutletCredits, reported: ReportedSpeech
    ) {
      self.words = words
      self.lexicon = lexicon
      self.subjects = subjects
      self.cues = cues
      self.credits = credits
      self.reported = reported
    }
  }

  /// What the host says about a quotation.
  private struct Finding {
    var cue: Range<Int>?
    var isAfter = false
    /// The cue stands right beside the quotation or its colon.
    var isClose = false
    var speaker: String?
    /// The cue has a pronoun or nothing for its subject.
    var isAnaphoric = false
    var outlet: Quotation.Outlet?
  }

  init(document: Document, language: Language, outlets: OutletNames) {
    self.document = document
    parts = AttributionLexicon.table(for: language).map { table in
      let lexicon = table.knowing(outlets)
      let words = HostWords(document: document, lexicon: lexicon)
      let names = NameIndex(document, words, lexicon: lexicon, outlets: outlets)
      let subjects = SubjectFinder(
        document: document, lexicon: lexicon, outlets: outlets, names: names)
      let cues = CueFinder(lexicon: lexicon, subjects: subjects)
      let credits = OutletCredits(
        document: document, lexicon: lexicon, outlets: outlets, cues: cues)
      return Parts(
        words: words, lexicon: lexicon, subjects: subjects, cues: cues, credits: credits,
        reported: ReportedSpeech(
          document: document, lexicon: lexicon, subjects: subjects, cues: cues, credits: credits))
    }
  }

  /// The quotation in a span; `quotations` are those before it.
  mutating func quotation(
    of span: MarkedSpan, in host: QuotationHost, after quotations: [Quotation]
  ) -> Quotation {
    let before = parts?.words.slice(host.before) ?? []
    let after = parts?.words.slice(host.after) ?? []
    let shape = QuotationShape(document: document, content: span.content)
    var finding = parts.map { find(before, after, host, shape, $0) } ?? Finding()
    let continued = continued(span, host, before, finding, quotations.last)
    if continued, let last = quotations.last {
      finding.speaker = finding.speaker ?? last.speaker
      finding.outlet = finding.outlet ?? last.outlet
    }
    let kind = kind(shape, before, host, finding, continued: continued)
    if finding.speaker == nil {
      if finding.isAnaphoric {
        finding.speaker = recentSubject ?? lastSpeaker
      } else if finding.outlet == nil, kind == .direct {
        finding.speaker = lastSpeaker
      }
    }
    recentSubject = nil
    if kind != .scare { lastSpeaker = finding.speaker ?? lastSpeaker }
    lastOutlet = finding.outlet?.name ?? lastOutlet
    return Quotation(
      kind: kind, content: span.content, marked: span.marked, cue: finding.cue,
      speaker: kind == .scare ? nil : finding.speaker,
      outlets: finding.outlet.map { [$0] } ?? [],
      insertions: shape.insertions, continues: continued ? quotations.count - 1 : nil)
  }

  /// The reported clauses of a sentence without quotation marks; remembers who is its subject.
  mutating func reportedSpeech(in sentence: Range<Int>) -> [Quotation] {
    guard let parts else { return [] }
    let words = parts.words.slice(sentence)
    let reader = parts.reported
    let clauses = reader.clauses(in: words)
    let leading = parts.subjects.leading(in: words).flatMap { Self.isFullName($0) ? $0 : nil }
    var speaker = leading ?? lastSpeaker
    let quotations = clauses.map { clause in
      speaker = clause.speaker ?? speaker
      return Quotation(
        kind: .indirect, content: clause.content, marked: clause.content, cue: clause.cue,
        speaker: speaker, outlets: clause.outlet.map { [$0] } ?? [])
    }
    let named = quotations.last?.speaker ?? reader.speaker(in: words)
    recentSubject = named ?? leading
    lastSpeaker = named ?? lastSpeaker
    lastOutlet = quotations.last?.outlet?.name ?? lastOutlet
    return quotations
  }

  /// A sentence that reports nothing tells of a person only by a full name ("Churches" does not).
  private static func isFullName(_ name: String) -> Bool {
    name.split(separator: " ").count > 1
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

  private func find(
    _ before: ArraySlice<HostWord>, _ after: ArraySlice<HostWord>, _ host: QuotationHost,
    _ shape: QuotationShape, _ parts: Parts
  ) -> Finding {
    var finding = Finding()
    let afterCue = parts.cues.cue(
      after: after, isFollowed: host.isFollowed, endsInStop: shape.endsInStop)
    let beforeCue = before.isEmpty ? nil : parts.cues.cue(before: before)
    if let afterCue, beforeCue == nil || afterCue.words.lowerBound - after.startIndex <= 7 {
      finding.isAfter = true
      finding.isClose = true
      apply(afterCue, after, to: &finding)
    } else if let beforeCue {
      finding.isClose = before.endIndex - beforeCue.words.upperBound <= 2
      apply(beforeCue, before, to: &finding)
    } else if after.allSatisfy(\.isPunctuation) {
      applyFollowUp(host, parts, to: &finding)
    }
    let credit = parts.credits.credit(in: after) ?? parts.credits.credit(in: before)
    if let credit, finding.outlet.map({ $0.name != credit.name }) ?? true {
      if finding.outlet?.role != .speaker { finding.outlet = credit }
    }
    return finding
  }

  /// "«...». Lo ha detto Rossi."
  private func applyFollowUp(
    _ host: QuotationHost, _ parts: Parts, to finding: inout Finding
  ) {
    let words = parts.words.slice(host.following)
    let end = parts.lexicon.phraseEnd(
      parts.lexicon.followUps, at: words.startIndex, in: words)
    guard end.map({ $0 < words.endIndex }) == true,
      let cue = parts.cues.cue(after: words, isFollowed: false, endsInStop: true),
      cue.subject.isExplicit
    else { return }
    finding.isAfter = true
    finding.isClose = true
    apply(cue, words, to: &finding)
  }

  private func apply(_ cue: Cue, _ words: ArraySlice<HostWord>, to finding: inout Finding) {
    let range = words[cue.words]
    if let first = range.first, let last = range.last {
      finding.cue = first.range.lowerBound..<last.range.upperBound
    }
    finding.outlet = cue.citedBy.map { Quotation.Outlet(name: $0, role: .reported) }
    switch cue.subject {
    case .named(let name):
      finding.speaker = name
    case .outlet(let name):
      finding.outlet = Quotation.Outlet(name: name, role: .speaker)
      finding.speaker = name
    case .previousOutlet:
      finding.speaker = lastOutlet
      finding.outlet = lastOutlet.map { Quotation.Outlet(name: $0, role: .speaker) }
    case .previous:
      finding.isAnaphoric = true
    }
  }

  /// Whether the quotation goes on with the one before it: over a paragraph's end, or after an
  /// attribution that interrupts it.
  private func continued(
    _ span: MarkedSpan, _ host: QuotationHost, _ before: ArraySlice<HostWord>, _ finding: Finding,
    _ last: Quotation?
  ) -> Bool {
    guard let last else { return false }
    if span.isContinuation { return true }
    guard host.followsClosely, last.kind == .direct, last.cue != nil else { return false }
    guard let cue = last.cue, cue.lowerBound >= last.marked.upperBound else { return false }
    if finding.cue != nil, finding.isAfter { return false }
    if host.opensSentence { return true }
    return finding.cue.map { $0 == cue } ?? (before.last?.classes.contains(.comma) == true)
  }

  private func kind(
    _ shape: QuotationShape, _ before: ArraySlice<HostWord>, _ host: QuotationHost,
    _ finding: Finding,
    continued: Bool
  ) -> Quotation.Kind {
    if continued { return .direct }
    let isAnnounced =
      before.isEmpty || before.last?.isAny([.colon, .comma]) == true
    let isAttributed = finding.cue != nil || finding.outlet != nil
    if isAttributed {
      if isAnnounced || (finding.isClose && shape.startsUpper) { return .direct }
      return .mixed
    }
    if host.opensSentence, shape.words >= 4 || shape.endsLikeSentence { return .direct }
    if before.last?.classes.contains(.colon) == true, shape.words >= 3 { return .direct }
    return shape.words >= 4 && !shape.looksLikeTitle ? .mixed : .scare
  }
}
