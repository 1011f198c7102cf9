import BitestoText

/// A name that stands in another's place.
///
/// A note needs exactly one name on each side without a counterpart: a name for a pronoun, a title left out
/// or a city for its country's government are no changes that words alone can tell.
struct NameRule {
  /// A cosine from which two words may be one name.
  private static let counterpart: Float = 0.45

  /// Neighboring words of a name without counterpart.
  private struct Name {
    var words: Range<Int>
    var isKnown: Bool
  }

  let names: any NameFinder

  func notes(_ comparison: Comparison) -> [FidelityNote] {
    guard let matches = comparison.likeness else { return [] }
    let a = unmatched(comparison.source, comparison.target, matches.source)
    let b = unmatched(comparison.target, comparison.source, matches.target)
    guard a.count == 1, b.count == 1, let own = a.first, let other = b.first else { return [] }
    let range = comparison.source.bytes(own.words)
    let otherRange = comparison.target.bytes(other.words)
    return [
      comparison.note(
        .name, range, otherRange,
        "\(comparison.source.quoted(range)) stands for \(comparison.target.quoted(otherRange))")
    ]
  }

  private func unmatched(
    _ side: CheckedSide, _ other: CheckedSide, _ matches: [WordMatches.Best]
  ) -> [Name] {
    let entities = Set(
      names.entities(in: other.document, range: other.bytes(other.host)))
    let spellings = other.words[other.host].filter { $0.kind == .word }.map {
      NameSpelling.sounds($0.key)
    }
    let exact = Set(spellings)
    var found: [Name] = []
    var index = side.inside.lowerBound
    while index < side.inside.upperBound {
      guard isName(index, side) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < side.inside.upperBound, isName(end, side) { end += 1 }
      let own = names.entities(in: side.document, range: side.bytes(index..<end))
      let isKnown = !own.isEmpty
      let missing = (index..<end).filter { word in
        let sounds = NameSpelling.sounds(side.words[word].key)
        if exact.contains(sounds) { return false }
        if isKnown { return !own.contains(where: entities.contains) }
        return matches[word].telling < Self.counterpart
          && !spellings.contains { NameSpelling.areAlike(sounds, $0) }
      }
      if let first = missing.first, let last = missing.last {
        found.append(Name(words: first..<(last + 1), isKnown: isKnown))
      }
      index = end
    }
    return found
  }

  private func isName(_ index: Int, _ side: CheckedSide) -> Bool {
    let word = side.words[index]
    if word.kind == .symbol {
      return !names.entities(in: side.document, range: word.range).isEmpty
    }
    guard word.kind == .word, word.isCapitalized, !word.isAside, word.key.count >= 3,
      !Self.titles.contains(word.key)
    else { return false }
    let text = side.text(word.range)
    guard text != text.uppercased() else {
      return !names.entities(in: side.document, range: word.range).isEmpty
    }
    if word.beginsSentence { return beginsName(index, side) }
    return true
  }

  /// A capital that opens a sentence says something only before another, or on a known name.
  private func beginsName(_ index: Int, _ side: CheckedSide) -> Bool {
    !names.entities(in: side.document, range: side.words[index].range).isEmpty
  }

  private static let titles: Set<String> = [
    "mrs", "miss", "sir", "lord", "lady", "dame", "madam", "president", "minister", "senator",
    "judge", "justice", "doctor", "professor", "king", "queen", "pope", "captain", "general",
    "signor", "signora", "signorina", "dott", "dottor", "dottoressa", "professoressa", "presidente",
    "ministro", "ministra", "senatore", "senatrice", "giudice", "generale", "papa", "dio", "god",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "i'm", "i've", "i'll", "i'd",
  ]
}
