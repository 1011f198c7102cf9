import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText

/// Proposes glossary entries for the names and terms of texts.
///
///     let extractor = try GlossaryExtractor(encoder: .builtIn(), glossary: .builtIn())
///     let proposals = extractor.proposals(from: sides, links: PassageLink.links(of: bitext, …))
///     print(GlossaryFile(path: "", proposals: proposals).text())
///
/// Names are stretches with capitals that no sentence, headline or title explains; terms are phrases far more
/// frequent than their words are in the language. Spellings of one name are proposed together, and so are
/// names and terms of two languages when linked passages or the table of translations join them.
public struct GlossaryExtractor: Sendable {
  public struct Options: Sendable {
    /// What is named less often is left out.
    public var minimumFrequency = 1
    /// Whether phrases that are no names are proposed.
    public var includesTerms = true
    /// Whether entries of the glossary that the texts name are given, too.
    public var includesKnown = false
    /// The kinds to propose; empty means all.
    public var kinds: Set<Entry.Kind> = []

    public init() {}
  }

  /// A term that is joined to none of the other language has so many different surroundings at least;
  /// in linked texts twice as many, since there the other language should have it.
  private static let leastAlone = 3
  private static let mostContexts = 2

  private let encoder: Encoder
  private let glossary: Glossary
  private let translations: TranslationTable?
  private let comparing = SoundComparison()

  public init(encoder: Encoder, glossary: Glossary) throws(ModelError) {
    self.encoder = encoder
    self.glossary = glossary
    translations = try TranslationTable.builtIn()
  }

  /// The proposals, most frequent first; equal ones by id.
  ///
  /// - Parameters:
  ///   - texts: with their segments, and with quotations and outlets where known.
  ///   - links: passages of these texts that stand for each other.
  /// - Complexity: n log n in the length of the texts.
  public func proposals(
    from texts: [Bitext.Side], links: [PassageLink] = [], options: Options = Options()
  ) -> [Proposal] {
    let known = KnownNames(glossary, in: texts, comparing: comparing)
    let words = zip(texts, known.mentions).map { TextWords($0, known: $1.map(\.range)) }
    let hints = NameHints(texts, glossary: glossary)
    let lowerCase = lowerCaseCounts(words)
    let mentions = self.mentions(in: words, lowerCase: lowerCase, known: known, hints: hints)
    var covered = [Set<Int>](repeating: [], count: texts.count)
    for mention in mentions { covered[mention.text].formUnion(mention.covered) }
    var entries = known.candidates(in: words, except: covered)
    var candidates: [Candidate] = []
    var spellings: [Int: [Candidate.Spelling]] = [:]
    let found = names(mentions, in: words, lowerCase: lowerCase, known: known, hints: hints)
    let people = Patronymics(entries, found, glossary: glossary, comparing: comparing)
    for name in found {
      if let entry = name.entry ?? known.entry(of: name) ?? people.entry(of: name) {
        var candidate =
          entries[entry] ?? Candidate(kind: glossary.entries[entry].kind, entry: entry)
        candidate.places += name.places
        candidate.settle()
        entries[entry] = candidate
        spellings[entry, default: []] += name.spellings
      } else {
        candidates.append(name)
      }
    }
    if options.includesTerms {
      candidates += TermRanking(texts: words, encoder: encoder)
        .terms(TermFinding(texts: words).phrases())
    }
    candidates = Counterparts(links: links, translations: translations)
      .joined(candidates, texts: texts.count)
    candidates.removeAll { $0.isPhrase && isLonely($0, hasLinks: !links.isEmpty) }
    var drafts = entries.sorted { $0.key < $1.key }.compactMap { entry, candidate -> Draft? in
      let draft = Draft(of: candidate, known: glossary.entries[entry], seen: spellings[entry] ?? [])
      return options.includesKnown || draft.hasNewForms ? draft : nil
    }
    var ids = EntryIDs(taken: glossary.entries.map(\.id))
    drafts += candidates.map { Draft(of: $0, ids: &ids) }
    return self.proposals(drafts, of: texts, options: options)
  }

  // MARK: Names

  private func mentions(
    in texts: [TextWords], lowerCase: [Language: [String: Int]], known: KnownNames,
    hints: NameHints
  ) -> [NameMention] {
    func found(_ fullNames: Set<String>) -> [NameMention] {
      texts.enumerated().flatMap { number, text in
        NameFinding(
          text: text, number: number, lowerCase: lowerCase[text.language] ?? [:],
          kinds: known.kinds(ofText: number), hints: hints, fullNames: fullNames
        ).mentions()
      }
    }
    // Names that stand alone somewhere cut the runs that they end elsewhere.
    return found(Set(found([]).filter(\.isFullName).map { $0.words.joined(separator: " ") }))
  }

  private func names(
    _ mentions: [NameMention], in texts: [TextWords], lowerCase: [Language: [String: Int]],
    known: KnownNames, hints: NameHints
  ) -> [Candidate] {
    var abbreviations: [[String]: Int] = [:]
    for mention in mentions {
      guard let shortened = mention.shortened else { continue }
      abbreviations[mention.words] = known.mentions[mention.text][shortened].entry
    }
    for (initials, entry) in known.initials(except: Set(abbreviations.values)) {
      abbreviations[[initials]] = abbreviations[[initials]] ?? entry
    }
    let table = encoder.wordTable
    let vectors = KindVectors(glossary, table: table)
    let clusters = NameClusters(texts, lowerCase: lowerCase, comparing: comparing) {
      word, language in
      table.row(WordFrequencies.hash(word.utf8), language: language) != nil
    }
    return clusters.names(mentions + outlets(of: texts), hints: hints).map {
      var name = $0
      name.evidence.likeness = vectors.likeness(of: name)
      name.kind = name.evidence.kind
      if name.kind == .person { name.gender = name.evidence.gender }
      name.entry = name.spellings.lazy.compactMap { abbreviations[$0.words] }.first
      return name
    }
  }

  /// By language, how often each word stands in lower case.
  private func lowerCaseCounts(_ texts: [TextWords]) -> [Language: [String: Int]] {
    var counts: [Language: [String: Int]] = [:]
    for text in texts {
      for word in text.words where word.isWord && !word.isCapitalized {
        counts[text.language, default: [:]][word.key, default: 0] += 1
      }
    }
    return counts
  }

  /// Who published the texts, each outlet once.
  private func outlets(of texts: [TextWords]) -> [NameMention] {
    var seen = Set<[String]>()
    return texts.enumerated().compactMap { number, text in
      guard let outlet = text.side.outlet else { return nil }
      let words = NameHints.words(outlet)
      guard !words.isEmpty, outlet.contains(where: \.isUppercase), seen.insert(words).inserted
      else {
        return nil
      }
      return NameMention(
        text: number, range: 0..<0, spelling: outlet, words: words, isSure: true, traits: [])
    }
  }

  // MARK: Proposals

  private func isLonely(_ term: Candidate, hasLinks: Bool) -> Bool {
    term.languages.count == 1 && term.surroundings < (hasLinks ? 2 : 1) * Self.leastAlone
  }

  private func proposals(
    _ drafts: [Draft], of texts: [Bitext.Side], options: Options
  ) -> [Proposal] {
    let readers = texts.map { ContextReader($0.document) }
    let kept = drafts.filter { draft in
      draft.candidate.frequency >= options.minimumFrequency && !draft.entry.forms.isEmpty
        && (options.kinds.isEmpty || options.kinds.contains(draft.entry.kind))
        && (options.includesTerms || draft.entry.kind != .term)
    }
    return kept.map { draft in
      Proposal(
        entry: draft.entry, frequency: draft.candidate.frequency,
        contexts: contexts(of: draft.candidate, readers), isKnown: draft.isKnown)
    }.sorted { ($1.frequency, $0.entry.id) < ($0.frequency, $1.entry.id) }
  }

  /// The first place of the first two texts that have one, or the first two places.
  private func contexts(of candidate: Candidate, _ readers: [ContextReader]) -> [Proposal.Context] {
    guard let first = candidate.places.first else { return [] }
    let second =
      candidate.places.first { $0.text != first.text && !$0.range.isEmpty }
      ?? candidate.places.dropFirst().first
    return [first, second].compactMap(\.self).prefix(Self.mostContexts).map {
      readers[$0.text].context(of: $0.range)
    }
  }
}
