/// A unit that a search has found.
public struct ConcordanceHit: Sendable {
  /// The file as it was named.
  public var path: String
  public var unit: TranslationUnit
  /// In per cent, for a search for similar segments.
  public var score: Int?
  /// For each variant, where the words are in its plain text, in bytes of UTF-8.
  public var ranges: [[Range<Int>]]
  /// The first variant that was found.
  public var variant: Int

  public init(
    path: String, unit: TranslationUnit, score: Int? = nil, ranges: [[Range<Int>]] = [],
    variant: Int
  ) {
    self.path = path
    self.unit = unit
    self.score = score
    self.ranges = ranges
    self.variant = variant
  }

  /// The best of hits by score, those of equal score in the order in which they came.
  public struct Best: Sendable {
    /// Best first.
    public private(set) var hits: [ConcordanceHit] = []
    private let count: Int
    private let lowest: Int

    /// - Parameters:
    ///   - count: how many are kept.
    ///   - lowest: the score that a hit must have.
    public init(_ count: Int, atLeast lowest: Int) {
      self.count = max(1, count)
      self.lowest = lowest
    }

    /// The score that the next hit must have to be kept.
    public var bar: Int {
      hits.count < count ? lowest : max(lowest, (hits.last?.score ?? 0) + 1)
    }

    /// Linear in the hits that are kept.
    public mutating func add(_ hit: ConcordanceHit) {
      guard let score = hit.score, score >= bar else { return }
      let place = hits.firstIndex { $0.score ?? 0 < score } ?? hits.count
      hits.insert(hit, at: place)
      if hits.count > count { hits.removeLast() }
    }
  }
}
