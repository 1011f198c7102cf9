import BitestoEmbedding
import BitestoText

/// Finds which Italian candidate and which English one are the same in two languages: they stand in linked
/// passages, and their words translate each other.
///
/// Linear in the links, whose ends hold a bounded number of candidates, but for sorting the pairs.
struct Counterparts {
  private static let mostInPassage = 40
  /// A translation that the table holds for at least this probable counts.
  private static let leastTranslation = 0.05

  let links: [PassageLink]
  let translations: TranslationTable?

  private struct Pair: Hashable {
    var source: Int
    var target: Int
  }

  /// The candidates with those of the other language joined to them.
  ///
  /// - Parameters:
  ///   - candidates: names and terms.
  ///   - texts: how many texts there are.
  func joined(_ candidates: [Candidate], texts: Int) -> [Candidate] {
    let isOnly = candidates.map { Self.onlyLanguage($0) }
    var together: [Pair: Int] = [:]
    var passages = [Int](repeating: 0, count: candidates.count)
    let index = PlaceIndex(candidates, texts: texts)
    for link in links {
      let sources = index.candidates(in: link.source).filter { isOnly[$0] == .italian }
      let targets = index.candidates(in: link.target).filter { isOnly[$0] == .english }
      guard sources.count <= Self.mostInPassage, targets.count <= Self.mostInPassage else {
        continue
      }
      for source in sources { passages[source] += 1 }
      for target in targets { passages[target] += 1 }
      for source in sources {
        for target in targets { together[Pair(source: source, target: target), default: 0] += 1 }
      }
    }
    pairUp(candidates, isOnly, into: &together)
    let scored = together.compactMap { pair, count -> (Pair, Double)? in
      let score = score(
        candidates[pair.source], candidates[pair.target], together: count,
        of: passages[pair.source] + passages[pair.target])
      return score.map { (pair, $0) }
    }
    return join(
      candidates,
      scored.sorted {
        ($1.1, $0.0.source, $0.0.target) < ($0.1, $1.0.source, $1.0.target)
      })
  }

  private func join(_ candidates: [Candidate], _ pairs: [(Pair, Double)]) -> [Candidate] {
    var joined = candidates
    var taken = Set<Int>()
    var gone = Set<Int>()
    for (pair, _) in pairs where !taken.contains(pair.source) && !taken.contains(pair.target) {
      taken.formUnion([pair.source, pair.target])
      gone.insert(pair.target)
      joined[pair.source].join(candidates[pair.target])
      joined[pair.source].settle()
    }
    return joined.indices.filter { !gone.contains($0) }.map { joined[$0] }
  }

  /// Pairs that no link joins: names, and without links terms, of which the table translates every word.
  /// Each word is looked up once, so that the work is linear.
  private func pairUp(
    _ candidates: [Candidate], _ isOnly: [Language?], into together: inout [Pair: Int]
  ) {
    guard let translations else { return }
    var targets: [Int: [Int]] = [:]
    for (number, candidate) in candidates.enumerated() where isOnly[number] == .english {
      guard let word = Self.words(candidate.spellings.first, .english).last,
        let row = translations.row(WordFrequencies.hash(word.utf8), language: .english)
      else { continue }
      targets[row, default: []].append(number)
    }
    for (number, candidate) in candidates.enumerated() where isOnly[number] == .italian {
      guard links.isEmpty || !candidate.isPhrase else { continue }
      for word in Self.words(candidate.spellings.first, .italian) {
        guard let row = translations.row(WordFrequencies.hash(word.utf8), language: .italian) else {
          continue
        }
        for translation in translations.translations(ofRow: row) {
          for target in targets[translation.target, default: []].prefix(Self.mostInPassage) {
            together[Pair(source: number, target: target), default: 0] += 0
          }
        }
      }
    }
  }

  /// The words of a spelling that mean something.
  private static func words(_ spelling: Candidate.Spelling?, _ language: Language) -> [String] {
    (spelling?.text ?? "").split { $0 == " " || $0 == "'" || $0 == "’" }
      .map { WordFolding.key($0.utf8) }.filter { !Lexicon.of(language)[$0].contains(.function) }
  }

  /// How surely two are the same; nil when too little speaks for it.
  private func score(
    _ source: Candidate, _ target: Candidate, together: Int, of passages: Int
  ) -> Double? {
    let isTerm = source.isPhrase
    guard isTerm == target.isPhrase, let own = source.spellings.first,
      let other = target.spellings.first
    else { return nil }
    let translated = translatedShare(own, other)
    let shared = passages == 0 ? 0 : Double(2 * together) / Double(passages)
    if together == 0 { return translated >= 0.99 ? translated / 2 : nil }
    if translated >= 0.5 { return shared + translated }
    guard !isTerm, together > 1, shared >= 0.6, source.kind == target.kind else { return nil }
    return shared
  }

  /// The share of the words of both that the table translates by one of the other, from 0 to 1.
  private func translatedShare(_ a: Candidate.Spelling, _ b: Candidate.Spelling) -> Double {
    guard let translations else { return 0 }
    let sources = Self.words(a, .italian)
    let targets = Self.words(b, .english)
    guard !sources.isEmpty, !targets.isEmpty else { return 0 }
    let rows = targets.map {
      translations.row(WordFrequencies.hash($0.utf8), language: .english)
    }
    var found = Set<Int>()
    var matched = 0
    for source in sources {
      let translated =
        translations.row(WordFrequencies.hash(source.utf8), language: .italian)
        .map { translations.translations(ofRow: $0) } ?? []
      let best = targets.indices.first { index in
        !found.contains(index)
          && (FoldedName.word(targets[index]) == FoldedName.word(source)
            || translated.contains {
              $0.target == rows[index] && max($0.forward, $0.backward) >= Self.leastTranslation
            })
      }
      if let best {
        found.insert(best)
        matched += 1
      }
    }
    return Double(2 * matched) / Double(sources.count + targets.count)
  }

  /// The language that all spellings are in; nil when there are several, or an entry is known.
  private static func onlyLanguage(_ candidate: Candidate) -> Language? {
    let languages = candidate.languages
    return candidate.entry == nil && languages.count == 1 ? languages.first : nil
  }
}

/// The places of candidates by text, to find those in a passage. Logarithmic.
private struct PlaceIndex {
  private var places: [[(start: Int, candidate: Int)]]

  init(_ candidates: [Candidate], texts: Int) {
    places = [[(start: Int, candidate: Int)]](repeating: [], count: texts)
    for (number, candidate) in candidates.enumerated() {
      for place in candidate.places
      where places.indices.contains(place.text) && !place.range.isEmpty {
        places[place.text].append((place.range.lowerBound, number))
      }
    }
    for text in places.indices {
      places[text].sort { ($0.start, $0.candidate) < ($1.start, $1.candidate) }
    }
  }

  /// Each once, in the order of their numbers.
  func candidates(in end: PassageLink.End) -> [Int] {
    guard places.indices.contains(end.text) else { return [] }
    let own = places[end.text]
    let first = own.partitioningIndex { $0.start >= end.range.lowerBound }
    let last = own.partitioningIndex { $0.start >= end.range.upperBound }
    return Set(own[first..<max(first, last)].map(\.candidate)).sorted()
  }
}
