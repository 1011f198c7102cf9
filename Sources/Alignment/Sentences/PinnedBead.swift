/// A bead that a person fixed: the aligner keeps it and finds the others around it.
public struct PinnedBead: Hashable, Sendable {
  /// Indices of segments, from 0; one of the two may be empty, for a segment without counterpart.
  public var source: Range<Int>
  public var target: Range<Int>

  public init(source: Range<Int>, target: Range<Int>) {
    self.source = source
    self.target = target
  }

  /// The first of the pins that no alignment can hold together with those before it: one that is
  /// empty, leaves the texts, overlaps another one or crosses it. Sorts n pins.
  public static func conflict(
    in pins: [PinnedBead], sourceCount: Int, targetCount: Int
  ) -> PinnedBead? {
    var end = (source: 0, target: 0)
    for pin in pins.sorted(by: isBefore) {
      guard !pin.source.isEmpty || !pin.target.isEmpty, pin.source.upperBound <= sourceCount,
        pin.target.upperBound <= targetCount,
        pin.source.isEmpty || pin.source.lowerBound >= end.source,
        pin.target.isEmpty || pin.target.lowerBound >= end.target
      else { return pin }
      if !pin.source.isEmpty { end.source = pin.source.upperBound }
      if !pin.target.isEmpty { end.target = pin.target.upperBound }
    }
    return nil
  }

  private static func isBefore(_ first: PinnedBead, _ second: PinnedBead) -> Bool {
    if !first.source.isEmpty, !second.source.isEmpty {
      return first.source.lowerBound < second.source.lowerBound
    }
    if !first.target.isEmpty, !second.target.isEmpty {
      return first.target.lowerBound < second.target.lowerBound
    }
    return first.source.lowerBound + first.target.lowerBound
      < second.source.lowerBound + second.target.lowerBound
  }
}
