/// Counts names, the commonest of which are wanted, in bounded memory (Misra and Gries 1982).
///
/// As long as no more than ``capacity`` names come, the counts are exact; after that they are too low by
/// at most ``shortfall``.
public struct BoundedTally: Sendable {
  public static let capacity = 4_096
  /// In bytes of UTF-8.
  private static let longestName = 400

  private var counts: [String: Int] = [:]
  /// By how much a count may be too low; 0 when all are exact.
  public private(set) var shortfall = 0

  public init() {}

  /// Constant time on average. Of a long name only the start counts.
  public mutating func add(_ name: String) {
    let name = name.utf8.count > Self.longestName ? String(name.prefix(Self.longestName / 4)) : name
    if counts[name] != nil || counts.count < Self.capacity {
      counts[name, default: 0] += 1
      return
    }
    shortfall += 1
    counts = counts.compactMapValues { $0 > 1 ? $0 - 1 : nil }
  }

  /// The most frequent first, those of equal number by name.
  public var sorted: [(name: String, count: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
