/// What a negation or a hedge bears on, and where the other side says it.
struct CueScope {
  /// Words after the cue among which the one it bears on is.
  static let reach = 6
  /// Words on either side of the counterpart in which the other side would have its own cue.
  private static let window = 7
  /// A word that tells this much is what the cue bears on; the others are auxiliaries and articles.
  private static let telling: Float = 0.6
  /// The least cosine that makes a counterpart.
  private static let counterpart: Float = 0.45

  /// Where on the other side the cue would stand: the words around the counterpart of the first or second
  /// telling word after it. Nil when neither is rendered, as in *go on* for "non smettere".
  static func window<Near>(
    of cue: Range<Int>, in cued: CuedSide<Near>, other: CuedSide<Near>
  ) -> Range<Int>? {
    let (side, matches, host) = (cued.side, cued.matches, other.side.host)
    let end = min(side.inside.upperBound, cue.upperBound + reach)
    guard cue.upperBound < end else { return nil }
    let clause = (cue.upperBound..<end).prefix { side.words[$0].kind != .punctuation }
    let heads = clause.filter { matches[$0].weight >= telling }.prefix(2)
    guard let word = heads.first(where: { isInside(matches[$0]) }),
      let center = matches[word].counterpart
    else { return nil }
    let first = max(host.lowerBound, center - window)
    return first..<max(first, min(host.upperBound, center + window + 1))
  }

  /// Whether a word's counterpart belongs to the other side's unit, and not to the sentences around it.
  private static func isInside(_ match: WordMatches.Best) -> Bool {
    match.inside >= counterpart && match.inside >= match.anywhere - 0.02
  }
}
