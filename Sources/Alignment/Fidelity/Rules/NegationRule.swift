import BitestoText

/// A clause that one side denies and the other states.
///
/// A note needs a plain negation on one side, none on the other, and there a counterpart of the negated
/// word without anything near it that comes close to a negation: "non smettere" may well be *go on*.
struct NegationRule: CueRule {
  typealias Near = Range<Int>

  static let rule = FidelityRule.negation
  static let messages = (
    source: "is negated, the original is not", target: "of the original lost its negation"
  )

  /// Words between two parts of one negation.
  private static let joined = 4

  /// Whether a word is a usual one of a language.
  let isUsual: (String, Language) -> Bool

  func cues(in side: CheckedSide) -> SideCues<Near> {
    var cues = SideCues<Near>()
    var last: Int?
    for match in NegationCue.table(side.language).matches(in: side.words, side.host) {
      guard match.label == .plain else {
        cues.near.append(match.words)
        continue
      }
      cues.hasPlain = true
      // "non … niente" is one negation, and bears on what follows the first word.
      defer { last = match.words.upperBound }
      if let last, match.words.lowerBound - last <= Self.joined { continue }
      let isInside =
        side.inside.contains(match.words.lowerBound)
        && match.words.upperBound <= side.inside.upperBound
      if isInside, !side.words[match.words.lowerBound].isAside { cues.plain.append(match.words) }
    }
    for index in side.host where isOpposite(side.words[index], side.language) {
      cues.near.append(index..<(index + 1))
    }
    return cues
  }

  /// Whether a word is another one with a prefix that denies it, or ends in "less".
  private func isOpposite(_ word: CheckedWord, _ language: Language) -> Bool {
    guard word.kind == .word else { return false }
    if language == .english, word.key.hasSuffix("less") || word.key.hasPrefix("non-") {
      return true
    }
    return NegationCue.prefixes(language).contains { prefix in
      word.key.hasPrefix(prefix) && word.key.utf8.count >= prefix.utf8.count + 5
        && isUsual(String(word.key.dropFirst(prefix.count)), language)
    }
  }

  func isStated(_ cue: Range<Int>, of side: CuedSide<Near>, in other: CuedSide<Near>) -> Bool {
    // "mai smesso" denies nothing.
    let scope = cue.upperBound..<(cue.upperBound + CueScope.reach)
    guard !side.cues.near.contains(where: { $0.overlaps(scope) }),
      let window = CueScope.window(of: cue, in: side, other: other)
    else { return false }
    return !other.cues.near.contains { $0.overlaps(window) }
  }

  /// The negation and the words after it, up to three.
  func bytes(of cue: Range<Int>, in side: CheckedSide) -> Range<Int> {
    let end = max(cue.upperBound, min(side.inside.upperBound, cue.upperBound + 3))
    let following = (cue.upperBound..<end).prefix { side.words[$0].kind != .punctuation }
    return side.bytes(cue.lowerBound..<(cue.upperBound + following.count))
  }
}
