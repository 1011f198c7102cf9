import BitestoGlossary

/// What a glossary says beside a form's language and text.
enum EntryFact: CaseIterable {
  case comment, gender, identifier, kind, note, relation, source, status, style, surname, system

  /// Those that have a column in a glossary file.
  static let columns = Set(allCases).subtracting([.comment])

  private var noun: Tally.Noun {
    switch self {
    case .comment: .comment
    case .gender: .gender
    case .identifier: .identifier
    case .kind: .kind
    case .note: .note
    case .relation: .relation
    case .source: .source
    case .status: .status
    case .style: .style
    case .surname: .surname
    case .system: .system
    }
  }

  /// The facts about an entry that are lost where only `held` ones are kept.
  static func lost(of entry: BitestoGlossary.Entry, holding held: Set<EntryFact>) -> Tally {
    var lost = Tally()
    for fact in allCases where !held.contains(fact) { lost.count(fact.noun, fact.count(in: entry)) }
    return lost
  }

  private func count(in entry: BitestoGlossary.Entry) -> Int {
    switch self {
    case .comment:
      entry.comments.count { !$0.isEmpty }
        + entry.forms.reduce(0) { $0 + $1.comments.count { !$0.isEmpty } }
    case .gender: entry.gender == nil ? 0 : 1
    case .identifier: 1
    case .kind: 1
    case .note: entry.forms.count { !$0.note.isEmpty }
    case .relation: entry.relations.count
    case .source: entry.forms.count { !$0.source.isEmpty }
    case .status: entry.forms.count
    case .style: entry.forms.count { $0.style != .any }
    case .surname: entry.surname == .never ? 0 : 1
    case .system: entry.forms.count { $0.system != nil }
    }
  }
}
