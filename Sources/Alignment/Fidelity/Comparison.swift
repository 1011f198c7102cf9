import BitestoText

/// The two sides of a unit as the rules see them.
struct Comparison: Sendable {
  let source: CheckedSide
  let target: CheckedSide
  /// The kind of the quotation; nil for an aligned sentence.
  let kind: Quotation.Kind?
  /// What the words of each side mean; nil without word vectors.
  let likeness: WordMatches?

  /// Whether the source renders words one by one: a reported clause may summarize.
  var isVerbatim: Bool { kind != .indirect }

  /// Whether what stands in the target only counts: not when the source leaves words out on purpose, or is
  /// a piece of what the link points to.
  let isComplete: Bool

  init(
    source: CheckedSide, target: CheckedSide, kind: Quotation.Kind?, likeness: WordMatches?
  ) {
    (self.source, self.target, self.kind, self.likeness) = (source, target, kind, likeness)
    // The rules ask for it at every mention, too often to count words each time.
    isComplete =
      kind != .indirect && !source.isElided
      && Double(Self.length(target)) <= 1.6 * Double(Self.length(source)) + 2
  }

  private static func length(_ side: CheckedSide) -> Int {
    side.unitWords.count { $0.kind == .word || $0.kind == .number }
  }

  /// A note about words of both sides; nil stands for the whole unit.
  func note(
    _ rule: FidelityRule, _ source: Range<Int>?, _ target: Range<Int>?, _ message: String
  ) -> FidelityNote {
    FidelityNote(
      rule: rule, message: message, source: source ?? self.source.range,
      target: target ?? self.target.range)
  }
}

extension CheckedSide {
  /// The bytes from the first to the last of some words.
  func bytes(_ indices: Range<Int>) -> Range<Int> {
    guard !indices.isEmpty, words.indices.contains(indices.lowerBound) else { return range }
    let last = words[min(indices.upperBound, words.count) - 1]
    return words[indices.lowerBound].range.lowerBound..<last.range.upperBound
  }

  /// Some words in marks, on one line and of a length that fits a message.
  func quoted(_ range: Range<Int>) -> String {
    let line = text(range).split { $0.isWhitespace }.joined(separator: " ")
    return "“\(line.count > 60 ? line.prefix(59) + "…" : line)”"
  }
}
