/// Pairs of segments that surely belong together, found without comparing all with all.
///
/// Names, numbers and word stems that are rare in a region of both texts lead to few pairs. Those
/// that are each other's best choice by a wide margin and also mean the same (by the vectors) are
/// kept where they are in order; then the regions between them are searched in turn, where other
/// words are rare. About linear in the texts.
struct Anchors {
  struct Anchor: Hashable {
    var source: Int
    var target: Int
  }

  /// A key is rare that leads to this many pairs in a region at most.
  private static let pairsOfKey = 12
  /// Regions of fewer pairs are searched exactly.
  private static let smallRegion = 900
  /// What the keys of a pair must weigh, how many times as much as any other pair of the two segments,
  /// and how many standard deviations above their background its words must be.
  private static let leastWeight: Float = 0.8
  private static let margin: Float = 1.6
  private static let leastDeviation: Float = 3.5

  private let source: SentenceSide
  private let target: SentenceSide
  private let words: SpanCosines

  init(_ source: SentenceSide, _ target: SentenceSide, words: SpanCosines) {
    self.source = source
    self.target = target
    self.words = words
  }

  /// The anchors in order.
  func found() -> [Anchor] {
    var anchors: [Anchor] = []
    var open = [(0..<source.count, 0..<target.count)]
    while let (s, t) = open.popLast() {
      guard s.count * t.count > Self.smallRegion else { continue }
      let inside = chain(candidates(in: s, t))
      guard !inside.isEmpty else { continue }
      anchors += inside
      var (row, column) = (s.lowerBound, t.lowerBound)
      for anchor in inside {
        open.append((row..<anchor.source, column..<anchor.target))
        (row, column) = (anchor.source + 1, anchor.target + 1)
      }
      open.append((row..<s.upperBound, column..<t.upperBound))
    }
    return anchors.sorted { $0.source < $1.source }
  }

  /// Pairs that are each other's best choice, by source segment.
  private func candidates(in s: Range<Int>, _ t: Range<Int>) -> [Anchor] {
    let sourcePlaces = places(of: source.keys, in: s)
    let targetPlaces = places(of: target.keys, in: t)
    var weights: [Anchor: Float] = [:]
    for (key, rows) in sourcePlaces {
      guard let columns = targetPlaces[key], rows.count * columns.count <= Self.pairsOfKey
      else { continue }
      let share = 1 / Float(max(rows.count, columns.count))
      for row in rows {
        for column in columns {
          let weight = share * min(row.weight, column.weight)
          weights[Anchor(source: row.segment, target: column.segment), default: 0] += weight
        }
      }
    }
    var bestOfSource: [Int: Choice] = [:]
    var bestOfTarget: [Int: Choice] = [:]
    for (pair, weight) in weights {
      bestOfSource[pair.source, default: Choice()].offer(pair.target, weight)
      bestOfTarget[pair.target, default: Choice()].offer(pair.source, weight)
    }
    return bestOfSource.compactMap { segment, choice in
      guard choice.isClear, let back = bestOfTarget[choice.segment], back.isClear,
        back.segment == segment
      else { return nil }
      let pair = Anchor(source: segment, target: choice.segment)
      return isSimilar(pair) ? pair : nil
    }
    .sorted { $0.source < $1.source }
  }

  private struct Place {
    var segment: Int
    var weight: Float
  }

  private func places(
    of keys: [[SurfaceEvidence.Key]], in segments: Range<Int>
  ) -> [UInt64: [Place]] {
    var places: [UInt64: [Place]] = [:]
    for segment in segments {
      for key in keys[segment] where (places[key.identity]?.count ?? 0) <= Self.pairsOfKey {
        places[key.identity, default: []].append(Place(segment: segment, weight: key.weight))
      }
    }
    return places
  }

  /// The heaviest of the pairs of a segment, and the next.
  private struct Choice {
    var segment = -1
    private var weight: Float = 0
    private var second: Float = 0

    mutating func offer(_ other: Int, _ offered: Float) {
      if offered > weight {
        (segment, second, weight) = (other, weight, offered)
      } else {
        second = max(second, offered)
      }
    }

    var isClear: Bool { weight >= Anchors.leastWeight && weight >= Anchors.margin * second }
  }

  private func isSimilar(_ pair: Anchor) -> Bool {
    let s = pair.source..<(pair.source + 1)
    let t = pair.target..<(pair.target + 1)
    let dot = source.words.sums.dot(pair.source, pair.target, of: target.words.sums)
    return (words.similarity(dot: dot, source: s, target: t)?.deviations ?? 0)
      >= Self.leastDeviation
  }

  /// The longest chain that is in order on both sides (patience sorting).
  private func chain(_ pairs: [Anchor]) -> [Anchor] {
    /// By length of chain less one, the pair that ends the chain with the earliest target.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      let place = ends.partitioningIndex { pairs[$0].target >= pair.target }
      before[index] = place > 0 ? ends[place - 1] : nil
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    var chain: [Anchor] = []
    var next = ends.last
    while let index = next {
      chain.append(pairs[index])
      next = before[index]
    }
    return chain.reversed()
  }
}

extension SurfaceEvidence.Key {
  /// Kind and hash in one number.
  fileprivate var identity: UInt64 { (hash &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(kind.rawValue) }
}
