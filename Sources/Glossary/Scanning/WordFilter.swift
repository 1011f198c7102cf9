/// Whether a word can begin a name, told by its first folded bytes: a Bloom filter.
///
/// It says yes to every first word of a name and to few others, so that most words of a text are
/// never hashed whole.
struct WordFilter: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64

  /// - Parameter keys: from ``key(_:isCyrillic:isLowercase:)``.
  init(_ keys: [UInt64]) {
    // Sixteen bits a key let one word in some seventy through that should not pass.
    var size = 12
    while 1 << size < keys.count * 16, size < 30 { size += 1 }
    bits = [UInt64](repeating: 0, count: 1 << (size - 6))
    shift = 64 - UInt64(size)
    for key in keys {
      let (first, second) = places(key)
      bits[first >> 6] |= 1 << UInt64(first & 63)
      bits[second >> 6] |= 1 << UInt64(second & 63)
    }
  }

  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let (first, second) = places(key)
    return bits[first >> 6] >> UInt64(first & 63) & bits[second >> 6] >> UInt64(second & 63) & 1
      != 0
  }

  /// - Parameters:
  ///   - prefix: the first eight folded bytes.
  ///   - isCyrillic: then only three letters count, so that a case ending changes nothing.
  ///   - isLowercase: the word starts with a small letter; few names do.
  @inline(__always)
  static func key(_ prefix: UInt64, isCyrillic: Bool, isLowercase: Bool) -> UInt64 {
    (isCyrillic ? prefix & 0xFFFF_FFFF_FFFF : prefix) ^ (isLowercase ? 0xA5A5_0000_0000_A5A5 : 0)
  }

  @inline(__always)
  private func places(_ key: UInt64) -> (Int, Int) {
    var hash = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return (
      Int(truncatingIfNeeded: hash >> shift),
      Int(truncatingIfNeeded: (hash &* 0x94D0_49BB_1331_11EB) >> shift)
    )
  }
}
