/// The folded bytes of a word, wherever they are kept, and what they are looked up by.
struct FoldedWord {
  private let base: UnsafePointer<UInt8>
  let count: Int

  /// - Parameter bytes: at least eight bytes more than `count`.
  init?(_ bytes: UnsafeMutableBufferPointer<UInt8>, count: Int) {
    guard count <= bytes.count - 8, let base = bytes.baseAddress else { return nil }
    self.base = UnsafePointer(base)
    self.count = count
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The first eight bytes, the first one lowest; zeros where the word has no more.
  var prefix: UInt64 { chunk(at: 0) }

  /// The hash of the first bytes as a word of their own.
  func hash(ofFirst length: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: length)
    var offset = 0
    while offset < length {
      var next = chunk(at: offset)
      if offset + 8 > length { next &= Self.mask(length - offset) }
      hash = (hash ^ next) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    return hash
  }

  /// Up to eight bytes from an offset.
  func chunk(at offset: Int) -> UInt64 {
    let next = UInt64(
      littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    return count - offset >= 8 ? next : next & Self.mask(max(count - offset, 0))
  }

  /// The low bytes of a number; fewer than eight.
  private static func mask(_ count: Int) -> UInt64 { (1 << (8 * UInt64(count))) - 1 }
}
