/// A read-only trie over bytes in darts-clone's double-array form, as SentencePiece stores its
/// normalization table: one 32-bit unit a node, children found by XOR.
struct DoubleArray: @unchecked Sendable {
  // Unit: bits 0–7 label, bit 8 has a leaf, bit 9 offset is shifted by 8, bits 10–30 offset;
  // a leaf unit has bit 31 set and carries the value below it.
  private let units: UnsafeBufferPointer<UInt32>

  init(_ units: UnsafeBufferPointer<UInt32>) {
    self.units = units
  }

  /// Where a walk stands. The root of an empty trie leads nowhere.
  struct Node {
    fileprivate var position: Int
  }

  var root: Node {
    Node(position: units.isEmpty ? Int.max : Self.offset(units[0]))
  }

  /// Steps to a child. False when there is none; `value` is set when a key ends there.
  @inline(__always)
  func step(_ node: inout Node, by byte: UInt8, value: inout Int32?) -> Bool {
    let at = node.position ^ Int(byte)
    guard at < units.count else { return false }
    let unit = units[at]
    guard unit & 0x8000_00FF == UInt32(byte) else { return false }
    node.position = at ^ Self.offset(unit)
    if unit & 0x100 != 0, node.position < units.count {
      value = Int32(truncatingIfNeeded: units[node.position] & 0x7FFF_FFFF)
    } else {
      value = nil
    }
    return true
  }

  @inline(__always)
  private static func offset(_ unit: UInt32) -> Int {
    Int((unit >> 10) << ((unit & 0x200) >> 6))
  }
}
