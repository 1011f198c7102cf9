/// Which node of a trie a word leads to from another one: a hash table.
struct WordEdges: Sendable {
  private var keys = [UInt64](repeating: Self.free, count: 1024)
  private var nodes = [Int32](repeating: -1, count: 1024)
  private var count = 0

  private static let free = UInt64.max

  /// The node that `word` leads to from `node`, or -1.
  @inline(__always)
  func node(from node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    var slot = self.slot(key)
    while keys[slot] != Self.free {
      if keys[slot] == key { return nodes[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return -1
  }

  /// There may be no such edge yet.
  mutating func insert(from node: Int32, _ word: Int32, to target: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    count += 1
    place(Self.key(node, word), target)
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    var slot = self.slot(key)
    while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    nodes[slot] = target
  }

  private mutating func grow() {
    let old = (keys, nodes)
    keys = [UInt64](repeating: Self.free, count: old.0.count * 2)
    nodes = [Int32](repeating: -1, count: keys.count)
    for (key, node) in zip(old.0, old.1) where key != Self.free { place(key, node) }
  }

  private func slot(_ key: UInt64) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (keys.count - 1)
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
