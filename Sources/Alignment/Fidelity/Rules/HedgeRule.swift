import BitestoText

/// What one side states and the other leaves open.
///
/// A note needs a hedge on one side, none on the other, and there a counterpart of what is hedged without
/// anything near it that leaves it open in another way.
struct HedgeRule {
  private struct Cues {
    /// Those inside the unit.
    var plain: [Range<Int>] = []
    /// Whether there are any in the sentences it stands in.
    var hasPlain = false
    /// Words near a hedge.
    var near: [PhraseTable<HedgeCue>.Match] = []
  }

  func notes(_ comparison: Comparison) -> [FidelityNote] {
    guard let matches = comparison.likeness else { return [] }
    let (source, target) = (comparison.source, comparison.target)
    let (own, other) = (cues(source), cues(target))
    if !other.hasPlain,
      let cue = own.plain.first(where: {
        isStated($0, source, matches.source, target, other)
      })
    {
      let range = source.bytes(cue)
      return [
        comparison.note(
          .hedge, range, nil, "\(source.quoted(range)) has no counterpart in the original")
      ]
    }
    if comparison.isComplete, !own.hasPlain,
      let cue = other.plain.first(where: { isStated($0, target, matches.target, source, own) })
    {
      let range = target.bytes(cue)
      return [
        comparison.note(
          .hedge, nil, range, "\(target.quoted(range)) of the original is left out")
      ]
    }
    return []
  }

  private func cues(_ side: CheckedSide) -> Cues {
    var cues = Cues()
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

  /// Whether the other side states what is left open here.
  private func isStated(
    _ cue: Range<Int>, _ side: CheckedSide, _ matches: [WordMatches.Best], _ other: CheckedSide,
    _ otherCues: Cues
  ) -> Bool {
    guard let window = CueScope.window(of: cue, in: side, matches, other: other) else {
      return false
    }
    // "potrebbe" weakens "would", though "forse" may not.
    let isModal = side.words[cue.lowerBound].key.hasPrefix("potrebb")
    return !otherCues.near.contains {
      $0.words.overlaps(window) && (!isModal || $0.label == .able)
    }
  }
}
