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

/// Which beads are compatible with the pins.
struct BeadPins: Sendable {
  private let pins: [PinnedBead]
  /// For each segment the index of the pin it belongs to.
  private let source: [Int32]
  private let target: [Int32]

  private static let free: Int32 = -1

  init(_ pins: [PinnedBead], sourceCount: Int, targetCount: Int) {
    self.pins = pins
    var source = [Int32](repeating: Self.free, count: sourceCount)
    var target = [Int32](repeating: Self.free, count: targetCount)
    for (number, pin) in pins.enumerated() {
      for index in pin.source.clamped(to: source.indices) { source[index] = Int32(number) }
      for index in pin.target.clamped(to: target.indices) { target[index] = Int32(number) }
    }
    self.source = source
    self.target = target
  }

  var isEmpty: Bool { pins.isEmpty }

  /// Whether a bead takes no part of a pinned one, or is one.
  func allow(source s: Range<Int>, target t: Range<Int>) -> Bool {
    guard !pins.isEmpty else { return true }
    for number in [source[s], target[t]].joined() where number != Self.free {
      let pin = pins[Int(number)]
      return pin.source == s && pin.target == t
    }
    return true
  }
}
