import BitestoAlignment

/// Passages of two texts that stand for each other: a bead, or a quotation and what it was translated from.
public struct PassageLink: Hashable, Sendable {
  /// A stretch of one of the texts.
  public struct End: Hashable, Sendable {
    /// The number of the text.
    public var text: Int
    /// UTF-8 bytes.
    public var range: Range<Int>

    public init(text: Int, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  public var source: End
  public var target: End

  public init(source: End, target: End) {
    self.source = source
    self.target = target
  }

  /// The links of a bitext, whose source is the text of number `source` and whose targets are those of numbers
  /// `targets`; units below a confidence are left out.
  public static func links(
    of bitext: Bitext, source: Int, targets: [Int], minimumConfidence: Double = 0.3
  ) -> [PassageLink] {
    bitext.units.flatMap { unit -> [PassageLink] in
      guard let range = unit.source, unit.confidence >= minimumConfidence else { return [] }
      let passages = (unit.target.map { [$0] } ?? []) + unit.joined + unit.alternatives
      return passages.compactMap { passage in
        guard targets.indices.contains(passage.side) else { return nil }
        return PassageLink(
          source: End(text: source, range: range),
          target: End(text: targets[passage.side], range: passage.range))
      }
    }
  }
}
