import BitestoGlossary
import BitestoText

/// Names that a text, or texts that belong together, write in two ways.
struct ConsistencyRule {
  /// A use that departs from what is usual in the texts.
  struct Departure {
    var use: NameUse
    /// What the texts have more often.
    var words: String
    /// Whether the usual words stand in the same text.
    var isInSameText: Bool
  }

  let glossary: Glossary
  let style: Style?
  let language: Language

  /// The departures among uses, which are of texts in one language. n log n in their number.
  func departures(_ uses: [NameUse]) -> [Departure] {
    Dictionary(grouping: uses, by: \.entry).sorted { $0.key < $1.key }.flatMap { entry, uses in
      // A person's name may be spelled as another language does; what else is foreign is another
      // rule's.
      glossary.entries[entry].kind == .person
        ? people(uses)
        : others(uses.filter { $0.exact.contains { $0.form.language == language } }, entry)
    }
  }

  // MARK: People

  private func people(_ uses: [NameUse]) -> [Departure] {
    let surnames = ranked(uses, by: \.surnameKey)
    guard let usual = surnames.first else { return [] }
    let shape = NameShape(usual.key)
    var departures: [Departure] = []
    // A second name of the same person, a pseudonym, is no second spelling.
    for other in surnames.dropFirst()
    where shape.mayBeSpelling(of: NameShape(other.key)) {
      for use in other.uses {
        departures.append(departure(use, from: usual.uses, surname: usual.key))
      }
    }
    let full = usual.uses.filter { !$0.isSurname }
    let bySize = Dictionary(grouping: full) { $0.key.split(separator: " ").count }
    for (_, same) in bySize.sorted(by: { $0.key < $1.key }) {
      let forms = ranked(same, by: \.key)
      guard let form = forms.first else { continue }
      for use in forms.dropFirst().flatMap(\.uses) {
        departures.append(
          Departure(
            use: use, words: form.uses[0].listedWords,
            isInSameText: form.uses.contains { $0.text == use.text }))
      }
    }
    return departures
  }

  private func departure(
    _ use: NameUse, from usual: [NameUse], surname: String
  ) -> Departure {
    let isInSameText = usual.contains { $0.text == use.text }
    let same = usual.filter { $0.isSurname == use.isSurname }
    if let words = ranked(same, by: \.key).first?.uses.first?.listedWords {
      return Departure(use: use, words: words, isInSameText: isInSameText)
    }
    let entry = glossary.entries[use.entry]
    let form =
      preference(among: usual.flatMap(\.exact).filter { $0.surnameKey == surname }.map(\.form))
    let words = form.map { use.isSurname ? entry.surname(of: $0) ?? $0.text : $0.text }
    return Departure(use: use, words: words ?? use.words, isInSameText: isInSameText)
  }

  // MARK: Places, organizations, terms

  private func others(_ uses: [NameUse], _ entry: Int) -> [Departure] {
    var kept: [(key: String, uses: [NameUse])] = []
    let kind = glossary.entries[entry].kind
    var departures: [Departure] = []
    for group in ranked(uses, by: \.key) {
      guard
        let usual = kept.first(where: { areSpellings($0.uses[0].words, group.uses[0].words, kind) })
      else {
        kept.append(group)
        continue
      }
      for use in group.uses {
        departures.append(
          Departure(
            use: use, words: usual.uses[0].listedWords,
            isInSameText: usual.uses.contains { $0.text == use.text }))
      }
    }
    return departures
  }

  private func areSpellings(
    _ first: String, _ second: String, _ kind: Entry.Kind
  ) -> Bool {
    let (a, b) = (NameShape(first), NameShape(second))
    guard !a.isAcronym, !b.isAcronym else { return false }
    switch kind {
    case .person, .organization: return a.isSpelledLike(b)
    case .term: return a.isSpelledLike(b) && !a.isInflected(b)
    // Leopoli and Lviv are no spellings of each other, but two names of one town.
    case .place: return a.isSpelledLike(b) || (a.skeletons.count == 1 && b.skeletons.count == 1)
    }
  }

  // MARK: Order

  /// Uses by what they have in common, the usual first: what is most frequent, then what the
  /// glossary prefers, then what comes first.
  private func ranked(
    _ uses: [NameUse], by key: (NameUse) -> String
  ) -> [(key: String, uses: [NameUse])] {
    var order: [String] = []
    var groups: [String: [NameUse]] = [:]
    for use in uses {
      if groups[key(use)] == nil { order.append(key(use)) }
      groups[key(use), default: []].append(use)
    }
    let ranks = order.enumerated().map { number, key -> (key: String, rank: [Int]) in
      let uses = groups[key] ?? []
      let isPreferred = uses.contains { $0.exact.contains { self.isPreferred($0.form) } }
      return (key, [-uses.count, isPreferred ? 0 : 1, number])
    }
    return ranks.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
      .map { ($0.key, groups[$0.key] ?? []) }
  }

  private func isPreferred(_ form: Form) -> Bool {
    form.status == .preferred && form.language == language
      && (form.style == .any || form.style == style ?? .press)
  }

  private func preference(among forms: [Form]) -> Form? {
    forms.first(where: isPreferred) ?? forms.first { $0.language == language } ?? forms.first
  }
}
