/// A rule about words that change whether a clause is so: negations, hedges.
///
/// A note needs such a cue on one side, none on the other, and there a counterpart of what the cue bears on.
protocol CueRule {
  /// What is kept of the words near a cue.
  associatedtype Near

  static var rule: FidelityRule { get }
  /// What a note says after the words of the source that have no counterpart, and after those of the target.
  static var messages: (source: String, target: String) { get }

  func cues(in side: CheckedSide) -> SideCues<Near>

  /// Whether the other side states what a cue of this one bears on.
  func isStated(_ cue: Range<Int>, of side: CuedSide<Near>, in other: CuedSide<Near>) -> Bool

  /// The bytes that a note on a cue points to: those of its words, unless a rule says otherwise.
  func bytes(of cue: Range<Int>, in side: CheckedSide) -> Range<Int>
}

/// The cues of one side, as ranges of its words.
struct SideCues<Near> {
  /// Those inside the unit.
  var plain: [Range<Int>] = []
  /// Whether there are any in the sentences it stands in.
  var hasPlain = false
  /// Words that come close to a cue.
  var near: [Near] = []
}

/// One side of a comparison as a rule about cues sees it.
struct CuedSide<Near> {
  let side: CheckedSide
  let matches: [WordMatches.Best]
  let cues: SideCues<Near>
}

extension CueRule {
  func bytes(of cue: Range<Int>, in side: CheckedSide) -> Range<Int> { side.bytes(cue) }

  func notes(_ comparison: Comparison) -> [FidelityNote] {
    guard let matches = comparison.likeness else { return [] }
    let source = cued(comparison.source, matches.source)
    let target = cued(comparison.target, matches.target)
    if let range = onlyCue(of: source, against: target) {
      let message = "\(source.side.quoted(range)) \(Self.messages.source)"
      return [comparison.note(Self.rule, range, nil, message)]
    }
    if comparison.isComplete, let range = onlyCue(of: target, against: source) {
      let message = "\(target.side.quoted(range)) \(Self.messages.target)"
      return [comparison.note(Self.rule, nil, range, message)]
    }
    return []
  }

  private func cued(_ side: CheckedSide, _ matches: [WordMatches.Best]) -> CuedSide<Near> {
    CuedSide(side: side, matches: matches, cues: cues(in: side))
  }

  /// Where one side has a cue of which the other, which says the same, has none.
  private func onlyCue(of side: CuedSide<Near>, against other: CuedSide<Near>) -> Range<Int>? {
    guard !other.cues.hasPlain else { return nil }
    return side.cues.plain.first { isStated($0, of: side, in: other) }
      .map { bytes(of: $0, in: side.side) }
  }
}
