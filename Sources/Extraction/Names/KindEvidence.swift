import BitestoGlossary

/// What speaks for a name being of a person, a place or a body.
struct KindEvidence {
  private var counts: [UInt32: Int] = [:]
  var mentions = 0
  var words = 1
  var isAcronym = false
  /// An outlet by a table, by sources.tsv or by the credit of a quotation.
  var isOutlet = false
  /// Somebody's words are quoted as theirs.
  var isSpeaker = false
  /// The first word is a given name of people in the glossary.
  var hasGivenName = false
  /// The last word stands for it alone.
  var standsBySurname = false

  /// How much more like the single names of a kind than like those of the others, by word vectors.
  var likeness: [Entry.Kind: Double] = [:]

  mutating func add(_ traits: WordTraits) {
    mentions += 1
    for trait in Self.telling where traits.contains(trait) {
      counts[trait.rawValue, default: 0] += 1
    }
  }

  mutating func join(_ other: KindEvidence) {
    counts.merge(other.counts, uniquingKeysWith: +)
    mentions += other.mentions
    words = max(words, other.words)
    isAcronym = isAcronym || other.isAcronym
    isOutlet = isOutlet || other.isOutlet
    isSpeaker = isSpeaker || other.isSpeaker
    hasGivenName = hasGivenName || other.hasGivenName
  }

  func count(_ trait: WordTraits) -> Int { counts[trait.rawValue] ?? 0 }

  var kind: Entry.Kind {
    if isOutlet { return .organization }
    if count(.event) > 0 && count(.body) == 0 { return .term }
    if count(.body) > 0 { return .organization }
    if count(.site) > 0 { return .place }
    var person = share(.title) * 3 + share(.saying)
    if isSpeaker { person += 2 }
    if hasGivenName { person += 4 }
    if standsBySurname { person += 3 }
    if (2...4).contains(words) { person += 1 }
    person += likeness[.person, default: 0]
    let place = share(.whereabouts) * 4 + likeness[.place, default: 0]
    let body =
      (isAcronym ? 3 : 0) + share(.outlet) * 3 + (isSpeaker && words == 1 ? 0.5 : 0)
      + share(.definite) * (words == 1 ? 0.6 : 1.5) + likeness[.organization, default: 0]
    if person >= max(place, body), person > 0 { return .person }
    return place > body ? .place : .organization
  }

  /// Told by a title only: "la ministra".
  var gender: Entry.Gender? {
    switch (count(.masculine), count(.feminine)) {
    case (0, 1...): .feminine
    case (1..., 0): .masculine
    default: nil
    }
  }

  private func share(_ trait: WordTraits) -> Double {
    let count = Double(count(trait))
    // One of many mentions says little, one of one something.
    return count == 0 ? 0 : (count + 0.5) / (Double(mentions) + 0.5) + min(count, 4) * 0.25
  }

  private static let telling: [WordTraits] = [
    .title, .masculine, .feminine, .saying, .whereabouts, .definite, .outlet, .body, .event, .site,
  ]
}
