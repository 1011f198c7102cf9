import BitestoGlossary
import BitestoText

/// The forms of an entry in two languages, as formats with two columns want them.
struct TermPairs {
  let entry: BitestoGlossary.Entry
  /// Preferred ones first, each text once.
  let sources: [Form]
  let targets: [Form]

  /// - Parameter includesDeprecated: Whether the format can say of a translation that it is one not
  ///   to use.
  init(
    _ entry: BitestoGlossary.Entry, _ options: ExchangeFormat.WritingOptions,
    includesDeprecated: Bool = false
  ) {
    self.entry = entry
    sources = Self.forms(of: entry, in: options.source, includesDeprecated: false)
    if let style = options.style {
      let form = entry.preferredForm(in: options.target, style: style)
      targets = form.map { [$0] } ?? []
    } else {
      targets = Self.forms(of: entry, in: options.target, includesDeprecated: includesDeprecated)
    }
  }

  private static func forms(
    of entry: BitestoGlossary.Entry, in language: Language, includesDeprecated: Bool
  ) -> [Form] {
    var seen: Set<String> = []
    return Form.Status.allCases.flatMap { status in
      entry.forms.filter { form in
        form.language == language && form.status == status
          && (includesDeprecated || form.isCurrent) && seen.insert(form.text).inserted
      }
    }
  }

  /// What is lost when only these forms are written, with the facts that the format holds.
  func lost(holding facts: Set<EntryFact>) -> Tally {
    var lost = Tally()
    guard !sources.isEmpty, !targets.isEmpty else {
      lost.count(.unmatched)
      return lost
    }
    let kept = Set((sources + targets).map { [$0.language.rawValue, $0.text] })
    let languages = [sources[0].language, targets[0].language]
    for form in entry.forms {
      if !languages.contains(form.language) {
        lost.count(.otherLanguage)
      } else if !kept.contains([form.language.rawValue, form.text]) {
        switch form.status {
        case .deprecated: lost.count(.deprecatedForm)
        case .forbidden: lost.count(.forbiddenForm)
        case .preferred, .accepted: lost.count(.otherStyle)
        }
      }
    }
    var written = entry
    written.forms = sources + targets
    lost.add(EntryFact.lost(of: written, holding: facts))
    return lost
  }
}

/// Rows of two columns and their entries: neighbors that have a form in common belong together.
struct PairGrouping {
  struct Row {
    var source: String
    var target: String
    var status: Form.Status?
    var note = ""
    /// Rows with the same one belong together, wherever they stand.
    var concept = ""
    var line: Int
  }

  let languages: (source: String, target: String)
  private var drafts: [DraftEntry] = []
  private var draftOfConcept: [String: Int] = [:]
  /// The forms of each draft.
  private var known: [Set<DraftKey>] = []

  private struct DraftKey: Hashable {
    var isTarget: Bool
    var text: String
  }

  init(source: String, target: String) {
    languages = (source, target)
  }

  mutating func add(_ row: Row) {
    let draft = place(of: row)
    let source = DraftForm(language: languages.source, text: row.source, line: row.line)
    let target = DraftForm(
      language: languages.target, text: row.target, status: row.status, note: row.note,
      line: row.line)
    for (form, isTarget) in [(source, false), (target, true)] {
      if known[draft].insert(DraftKey(isTarget: isTarget, text: form.text)).inserted {
        drafts[draft].forms.append(form)
      }
    }
  }

  /// The entries, in the order of the file.
  func collected(into collector: EntryCollector) -> ImportedGlossary {
    var collector = collector
    for draft in drafts { collector.add(draft) }
    return collector.finished()
  }

  private mutating func place(of row: Row) -> Int {
    if !row.concept.isEmpty {
      if let known = draftOfConcept[row.concept] { return known }
      draftOfConcept[row.concept] = drafts.count
    } else if let last = drafts.indices.last, drafts[last].id.isEmpty,
      known[last].contains(DraftKey(isTarget: false, text: row.source))
        || known[last].contains(DraftKey(isTarget: true, text: row.target))
    {
      return last
    }
    drafts.append(DraftEntry(id: row.concept, line: row.line))
    known.append([])
    return drafts.count - 1
  }
}
