import BitestoText

/// The other numbers and genders of a term, as far as endings give them.
///
/// A term's head is inflected with what agrees with it; what follows a preposition stays: *garanzia
/// di sicurezza*, *garanzie di sicurezza*; *head of state*, *heads of state*.
struct Inflection: Hashable, Sendable {
  enum Kind: CaseIterable, Sendable {
    case plural, singular, feminine, femininePlural
  }

  var kind: Kind
  var text: String

  /// The inflected forms of a term; wrong ones among them do no harm, since no text has them.
  static func all(of term: String, in language: Language) -> [Inflection] {
    let words = term.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    switch language {
    case .italian: return italian(words)
    case .english: return english(words)
    default: return []
    }
  }

  /// The term with its preposition joined to an article, and without: *garanzie della sicurezza*.
  static func articulations(of term: String, in language: Language) -> [String] {
    guard language == .italian else { return [] }
    let words = term.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated().dropFirst() where index + 1 < words.count {
      guard let family = articulated.first(where: { $0.contains(word) }) else { continue }
      return family.filter { $0 != word }.map { other in
        let joined =
          other.hasSuffix("'") ? other + words[index + 1] : "\(other) \(words[index + 1])"
        return (words[..<index] + [joined] + words[(index + 2)...]).joined(separator: " ")
      }
    }
    return []
  }

  // MARK: Italian

  private static func italian(_ words: [String]) -> [Inflection] {
    let end = words.firstIndex(where: italianPrepositions.contains) ?? words.count
    let head = words[..<end]
    guard !head.isEmpty else { return [] }
    // Only a single word may change its gender: the adjectives of a noun follow it.
    let kinds: [Kind] = words.count == 1 ? Kind.allCases : [.plural, .singular]
    return kinds.flatMap { kind -> [Inflection] in
      let options = head.map { word in
        word.first?.isUppercase ?? true ? [word] : italian(word, kind)
      }
      guard options.allSatisfy({ !$0.isEmpty }) else { return [] }
      let texts = options.reduce([[]]) { texts, next in
        texts.flatMap { text in next.map { text + [$0] } }
      }
      return texts.prefix(mostVariants).map { text in
        Inflection(kind: kind, text: (text + words[end...]).joined(separator: " "))
      }.filter { $0.text != words.joined(separator: " ") }
    }
  }

  private static func italian(_ word: String, _ kind: Kind) -> [String] {
    for (ending, kinds) in italianEndings where word.hasSuffix(ending) {
      return (kinds[kind] ?? []).map { word.dropLast(ending.count) + $0 }
    }
    return kind == .plural || kind == .singular ? [word] : []
  }

  private static let mostVariants = 16

  /// The longest ending that fits counts.
  private static let italianEndings: [(String, [Kind: [String]])] = [
    ("ista", [.plural: ["isti", "iste"]]),
    ("cia", [.plural: ["ce", "cie"]]), ("gia", [.plural: ["ge", "gie"]]),
    ("ca", [.plural: ["che"]]), ("ga", [.plural: ["ghe"]]), ("a", [.plural: ["e", "i"]]),
    ("io", [.plural: ["i"], .feminine: ["ia"], .femininePlural: ["ie"]]),
    ("co", [.plural: ["ci", "chi"], .feminine: ["ca"], .femininePlural: ["che"]]),
    ("go", [.plural: ["ghi", "gi"], .feminine: ["ga"], .femininePlural: ["ghe"]]),
    ("o", [.plural: ["i"], .feminine: ["a"], .femininePlural: ["e"]]),
    ("e", [.plural: ["i"]]), ("i", [.singular: ["o", "e"]]),
  ]

  private static let italianPrepositions: Set<String> = [
    "di", "del", "dello", "della", "dei", "degli", "delle", "a", "al", "alla", "da", "dal", "in",
    "nel", "nella", "con", "su", "sul", "sulla", "sulle", "per", "tra", "fra", "d'", "non",
  ]

  private static let articulated: [[String]] = [
    ["di", "del", "dello", "della", "dei", "degli", "delle", "dell'", "d'", "sulla", "sul"],
    ["in", "nel", "nello", "nella", "nei", "negli", "nelle", "nell'"],
    ["a", "al", "allo", "alla", "ai", "agli", "alle", "all'"],
    ["su", "sul", "sullo", "sulla", "sui", "sugli", "sulle", "sull'"],
  ]

  // MARK: English

  private static func english(_ words: [String]) -> [Inflection] {
    let preposition = words.firstIndex(where: englishPrepositions.contains) ?? words.count
    guard preposition > 0 else { return [] }
    let word = words[preposition - 1]
    func with(_ kind: Kind, _ inflected: String) -> Inflection {
      var changed = words
      changed[preposition - 1] = inflected
      return Inflection(kind: kind, text: changed.joined(separator: " "))
    }
    let isPlural = word.hasSuffix("s") && !word.hasSuffix("ss")
    return isPlural
      ? [with(.singular, String(word.dropLast()))] : [with(.plural, englishPlural(word))]
  }

  private static func englishPlural(_ word: String) -> String {
    for (ending, plural) in englishEndings where word.hasSuffix(ending) {
      return word.dropLast(ending.count) + plural
    }
    return word + "s"
  }

  private static let englishEndings: [(String, String)] =
    [("man", "men"), ("ss", "sses"), ("x", "xes"), ("ch", "ches"), ("sh", "shes")]
    + "bcdfghjklmnpqrstvwxz".map { ("\($0)y", "\($0)ies") }

  private static let englishPrepositions: Set<String> = [
    "of", "for", "in", "on", "to", "with", "at",
  ]
}
