import BitestoText

/// Stretches of one side that the other has no words for.
///
/// Looks only at how close each word's closest counterpart is, so that links between words from elsewhere
/// can take the place of ``rendered(_:_:_:)``.
struct CoverageRule {
  /// Cosines below and above which a word has no counterpart, and has one.
  private static let absent: Float = 0.30
  private static let present: Float = 0.42
  /// Words that tell, at least, in a stretch that is worth a note, and their share of the unit.
  private static let leastWords: Float = 5.5
  private static let leastShare: Float = 0.3

  func notes(_ comparison: Comparison, spoken: Range<Int>?) -> [FidelityNote] {
    guard let matches = comparison.likeness, comparison.isVerbatim else { return [] }
    var notes: [FidelityNote] = []
    if let words = longestGap(comparison.source, comparison.target, matches.source, within: nil) {
      let range = comparison.source.bytes(words)
      notes.append(
        comparison.note(
          .addition, range, nil, "\(comparison.source.quoted(range)) is not in the original"))
    }
    if comparison.isComplete,
      let words = longestGap(comparison.target, comparison.source, matches.target, within: spoken)
    {
      let range = comparison.target.bytes(words)
      notes.append(
        comparison.note(
          .omission, nil, range, "\(comparison.target.quoted(range)) of the original is left out"))
    }
    return notes
  }

  /// The stretch that has most words without a counterpart for few with one (Kadane's algorithm).
  private func longestGap(
    _ side: CheckedSide, _ other: CheckedSide, _ matches: [WordMatches.Best], within: Range<Int>?
  ) -> Range<Int>? {
    let sounds = Set(
      other.words.filter { $0.kind == .word || $0.kind == .number }
        .map { NameSpelling.sounds($0.key).prefix(4) })
    var best: (range: Range<Int>, sum: Float) = (0..<0, 0)
    var start: Int?
    var sum: Float = 0
    var total: Float = 0
    for index in side.inside {
      let word = side.words[index]
      guard word.kind == .word, matches[index].weight >= 0.3, !word.isAside,
        within.map({ $0.contains(word.range.lowerBound) }) ?? true
      else { continue }
      total += 1
      let value = -Self.rendered(matches[index], word, sounds)
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += value
      if sum > best.sum, let start { best = (start..<(index + 1), sum) }
    }
    return best.sum >= Self.leastWords && best.sum >= Self.leastShare * total ? best.range : nil
  }

  /// From -1, no counterpart, to 1.5, a sure one.
  private static func rendered(
    _ match: WordMatches.Best, _ word: CheckedWord, _ sounds: Set<ArraySlice<UInt8>>
  ) -> Float {
    let own = NameSpelling.sounds(word.key)
    if own.count >= 4, sounds.contains(own.prefix(4)) { return 1.5 }
    if match.anywhere <= absent { return -1 }
    if match.anywhere >= present { return 1.5 }
    return 2.5 * (match.anywhere - absent) / (present - absent) - 1
  }
}
