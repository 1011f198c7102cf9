import BitestoText

/// What one side states and the other leaves open.
///
/// A note needs a hedge on one side, none on the other, and there a counterpart of what is hedged without
/// anything near it that leaves it open in another way.
struct HedgeRule: CueRule {
  typealias Near = PhraseTable<HedgeCue>.Match

  static let rule = FidelityRule.hedge
  static let messages = (
    source: "has no counterpart in the original", target: "of the original is left out"
  )

  func cues(in side: CheckedSide) -> SideCues<Near> {
    var cues = SideCues<Near>()
    for match in HedgeCue.table(side.language).matches(in: side.words, side.host) {
      let word = side.words[match.words.lowerBound]
      let isMonth = word.key == "may" && word.isCapitalized && !word.beginsSentence
      if match.label == .idle || isMonth { continue }
      guard match.label == .plain else {
        cues.near.append(match)
        continue
      }
      cues.hasPlain = true
      if side.inside.contains(match.words.lowerBound), !word.isAside {
        cues.plain.append(match.words)
      }
    }
    for index in side.host where HedgeCue.isMoodOfDoubt(side.words[index].key, side.language) {
      cues.near.append(PhraseTable.Match(label: .weak, words: index..<(index + 1)))
    }
    return cues
  }

  func isStated(_ cue: Range<Int>, of side: CuedSide<Near>, in other: CuedSide<Near>) -> Bool {
    guard let window = CueScope.window(of: cue, in: side, other: other) else { return false }
    // "potrebbe" weakens "would", though "forse" may not.
    let isModal = side.side.words[cue.lowerBound].key.hasPrefix("potrebb")
    return !other.cues.near.contains {
      $0.words.overlaps(window) && (!isModal || $0.label == .able)
    }
  }
}
