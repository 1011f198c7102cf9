/// A 64-bit hash of the bytes of a word (FNV-1a), built byte by byte without making a string.
package struct WordHash: Hashable, Sendable {
  package var value: UInt64

  @inlinable
  package init() {
    value = 0xCBF2_9CE4_8422_2325
  }

  /// The hash of bytes as they are.
  @inlinable
  package init(_ bytes: some Sequence<UInt8>) {
    self.init()
    for byte in bytes { add(byte) }
  }

  @inlinable
  @inline(__always)
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension WordHash {
  /// A hash that was computed before.
  init(value: UInt64) {
    self.value = value
  }

  /// Adds the bytes of a code point in lower case, any apostrophe as "'".
  @inline(__always)
  mutating func addFolded(_ value: UInt32) {
    let folded = Scalar.lowercased(value)
    if folded < 0x80 {
      add(UInt8(truncatingIfNeeded: folded))
    } else {
      add(UInt8(truncatingIfNeeded: folded >> 16))
      add(UInt8(truncatingIfNeeded: folded >> 8))
      add(UInt8(truncatingIfNeeded: folded))
    }
  }

  static func exact(_ text: some StringProtocol) -> WordHash {
    WordHash(text.utf8)
  }

  static func folded(_ text: some StringProtocol) -> WordHash {
    var hash = WordHash()
    for scalar in text.unicodeScalars { hash.addFolded(scalar.value) }
    return hash
  }
}
