import CEmbeddingModel

extension QuantizedVectors {
  /// A row and its product with a query.
  public struct Nearest: Hashable, Sendable {
    public var row: Int
    public var product: Float

    public init(row: Int, product: Float) {
      self.row = row
      self.product = product
    }
  }

  /// Rows of a block: it stays in the second-level cache.
  private static let block = 256
  /// Fewer rows are not worth another task.
  private static let smallestTask = 4_096

  /// For every query the rows with the largest products, the largest first, equal ones by number.
  ///
  /// One pass over the table; memory for `2 * wanted` rows a query and thread beside it.
  package func nearest(
    _ wanted: Int, to queries: QuantizedVectors, threads: Int
  ) -> [[Nearest]] {
    let none = [[Nearest]](repeating: [], count: queries.count)
    guard wanted > 0, queries.width == width else { return none }
    let tasks = max(1, min(threads, count / Self.smallestTask))
    let found = withRows { values, scales in
      queries.withRows { other, otherScales in
        let scan = Scan(
          values: values, scales: scales, queries: other, queryCount: queries.count, width: width)
        let parts = concurrently(tasks, threads: threads) { task in
          scan.run(
            (count * task / tasks)..<(count * (task + 1) / tasks), wanted: wanted,
            block: Self.block)
        }
        return queries.indices.map { query -> [Nearest] in
          var best = parts[0][query]
          for part in parts.dropFirst() { best.add(part[query]) }
          return best.sorted().map {
            Nearest(row: $0.row, product: $0.score * otherScales[query])
          }
        }
      }
    }
    return (found ?? nil) ?? none
  }

  private var indices: Range<Int> { 0..<count }
}

/// The tables of a scan, which several threads read.
private struct Scan: @unchecked Sendable {
  let values: UnsafePointer<Int8>
  let scales: UnsafeBufferPointer<Float>
  let queries: UnsafePointer<Int8>
  let queryCount: Int
  let width: Int

  func run(_ rows: Range<Int>, wanted: Int, block: Int) -> [BestRows] {
    var best = [BestRows](repeating: BestRows(wanted), count: queryCount)
    var floors = [Float](repeating: -.infinity, count: queryCount)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: block * queryCount) { products in
      for first in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
        let some = min(block, rows.upperBound - first)
        bitesto_dot_bytes(
          values + first * width, nil, Int32(some), queries, Int32(queryCount), Int32(width),
          products.baseAddress)
        floors.withUnsafeMutableBufferPointer { floors in
          for row in 0..<some {
            let scale = scales[first + row]
            for query in 0..<queryCount {
              let score = Float(products[row * queryCount + query]) * scale
              if score > floors[query] {
                floors[query] = best[query].add(score, row: first + row)
              }
            }
          }
        }
      }
    }
    return best
  }
}

/// The rows with the largest scores among those that came, equal ones by number.
struct BestRows {
  private let wanted: Int
  /// The score in an order that integers keep, then the complement of the row: the larger the better.
  private var keys: [UInt64] = []
  private var floor: Float = -.infinity

  init(_ wanted: Int) {
    self.wanted = wanted
  }

  /// Takes a row, whose number must be larger than all before or its score different, and returns the
  /// score that a later one must exceed.
  mutating func add(_ score: Float, row: Int) -> Float {
    keys.append(Self.key(score, row))
    if keys.count >= 2 * wanted {
      keep()
      floor = Self.score(keys[wanted - 1])
    }
    return floor
  }

  mutating func add(_ other: BestRows) {
    keys += other.keys
    if keys.count > wanted { keep() }
  }

  /// Partitions the keys so that the best come first, the last of them in its place, and drops the others
  /// (Hoare's quickselect).
  private mutating func keep() {
    var low = 0
    var high = keys.count - 1
    let target = wanted - 1
    while low < high {
      let middle = (low + high) / 2
      let pivot = max(min(keys[low], keys[middle]), min(max(keys[low], keys[middle]), keys[high]))
      var left = low
      var right = high
      while left <= right {
        while keys[left] > pivot { left += 1 }
        while keys[right] < pivot { right -= 1 }
        if left <= right {
          keys.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if target <= right {
        high = right
      } else if target >= left {
        low = left
      } else {
        break
      }
    }
    keys.removeLast(keys.count - wanted)
  }

  func sorted() -> [(row: Int, score: Float)] {
    keys.sorted(by: >).prefix(wanted).map {
      (Int(UInt32.max - UInt32(truncatingIfNeeded: $0)), Self.score($0))
    }
  }

  private static func key(_ score: Float, _ row: Int) -> UInt64 {
    let bits = score.bitPattern
    let ordered = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
    return UInt64(ordered) << 32 | UInt64(UInt32.max - UInt32(truncatingIfNeeded: row))
  }

  private static func score(_ key: UInt64) -> Float {
    let ordered = UInt32(key >> 32)
    return Float(bitPattern: ordered & 0x8000_0000 != 0 ? ordered & 0x7FFF_FFFF : ~ordered)
  }
}
