import CEmbeddingModel

/// What each vocabulary piece contributes to a sentence, computed at its first use.
///
/// Bounded: when a block's new pieces don't fit, everything is dropped and filled again.
struct PieceCache: ~Copyable {
  /// 7 kB a piece; the 6,144 pieces in use at any time cover nearly all running text.
  static let usualCapacity = 6_144

  private let capacity: Int
  private let pieces: UnsafeMutablePointer<bitesto_piece>
  /// For every piece of the vocabulary its slot, or -1.
  private var slots: [Int32]
  private var resident: [Int32] = []

  init(vocabulary: Int, capacity: Int) {
    self.capacity = capacity
    pieces = .allocate(capacity: capacity)
    slots = [Int32](repeating: -1, count: vocabulary)
  }

  deinit {
    pieces.deallocate()
  }

  /// Reserves slots for the pieces of `ids` that have none and returns those; nil when they cannot
  /// fit even in an empty cache.
  mutating func reserve(_ ids: ArraySlice<Int32>) -> [Int32]? {
    var missing = claim(ids)
    if missing == nil {
      for id in resident { slots[Int(id)] = -1 }
      resident.removeAll(keepingCapacity: true)
      missing = claim(ids)
    }
    return missing
  }

  private mutating func claim(_ ids: ArraySlice<Int32>) -> [Int32]? {
    var missing: [Int32] = []
    for id in ids where slots[Int(id)] < 0 {
      guard resident.count < capacity else {
        for id in missing { slots[Int(id)] = -1 }
        resident.removeLast(missing.count)
        return nil
      }
      slots[Int(id)] = Int32(resident.count)
      resident.append(id)
      missing.append(id)
    }
    return missing
  }

  /// The piece in its slot; it must have been reserved.
  borrowing func pointer(_ id: Int32) -> UnsafeMutablePointer<bitesto_piece> {
    pieces + Int(slots[Int(id)])
  }
}
