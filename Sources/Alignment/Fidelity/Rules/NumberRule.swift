/// Numbers, years, days and hours that differ, or stand on one side only.
struct NumberRule {
  func notes(_ comparison: Comparison) -> [FidelityNote] {
    let source = DateReader(comparison.source).marking(NumberReader(comparison.source).mentions())
    let target = DateReader(comparison.target).marking(NumberReader(comparison.target).mentions())
    let unmatchedSource = Self.unmatched(source, in: comparison.source, NumberIndex(target))
    let unmatchedTarget = Self.unmatched(target, in: comparison.target, NumberIndex(source))
    return pairs(unmatchedSource, unmatchedTarget).compactMap { note($0, $1, comparison) }
  }

  private static func unmatched(
    _ mentions: [NumberMention], in side: CheckedSide, _ others: NumberIndex
  ) -> [NumberMention] {
    mentions.filter {
      $0.words.lowerBound >= side.inside.lowerBound && $0.words.upperBound <= side.inside.upperBound
        && !$0.values.contains(1) && !others.contains($0)
    }
  }

  /// Which of two lists stand for each other: plain numbers first, in their order.
  private func pairs(
    _ source: [NumberMention], _ target: [NumberMention]
  ) -> [(NumberMention?, NumberMention?)] {
    var rest = target
    var pairs: [(NumberMention?, NumberMention?)] = []
    func takePartner(_ fits: (NumberMention) -> Bool) -> NumberMention? {
      rest.firstIndex(where: fits).map { rest.remove(at: $0) }
    }
    for mention in source where mention.strength == .plain {
      let partner =
        takePartner { $0.strength == .plain && $0.role == mention.role }
        ?? takePartner { $0.strength == .plain } ?? takePartner { $0.strength != .loose }
      pairs.append((mention, partner))
    }
    for mention in source where mention.strength == .ordinal {
      if let partner = takePartner({ $0.strength != .loose }) { pairs.append((mention, partner)) }
    }
    return pairs + rest.filter { $0.strength == .plain }.map { (nil, $0) }
  }

  private func note(
    _ source: NumberMention?, _ target: NumberMention?, _ comparison: Comparison
  ) -> FidelityNote? {
    let rule: FidelityRule =
      [source, target].contains { $0.map { $0.role != .quantity } ?? false } ? .date : .number
    switch (source, target) {
    case (let source?, let target?):
      let (a, b) = (comparison.source.bytes(source.words), comparison.target.bytes(target.words))
      return comparison.note(
        rule, a, b,
        "\(comparison.source.quoted(a)) stands for \(comparison.target.quoted(b))")
    case (let source?, nil):
      guard !isSmallWord(source, comparison.source) else { return nil }
      let range = comparison.source.bytes(source.words)
      return comparison.note(
        rule, range, nil, "\(comparison.source.quoted(range)) is not in the original")
    case (nil, let target?):
      guard comparison.isComplete, !isSmallWord(target, comparison.target) else { return nil }
      let range = comparison.target.bytes(target.words)
      return comparison.note(
        rule, nil, range, "\(comparison.target.quoted(range)) of the original is left out")
    case (nil, nil):
      return nil
    }
  }

  /// "two", "due": translations say "both", or nothing.
  private func isSmallWord(_ mention: NumberMention, _ side: CheckedSide) -> Bool {
    side.words[mention.words.lowerBound].kind == .word && mention.values.allSatisfy { $0 <= 2 }
  }
}
