/// A 64-bit hash of texts and numbers, the same in every run (the rounds of SipHash-1-3 with a fixed key;
/// Aumasson and Bernstein 2012).
///
/// What goes in is told apart from its neighbors: "ab" and "c" hash otherwise than "a" and "bc". The odds
/// that two of *n* different things get one hash are about n²/2⁶⁵: one in two million for four million units.
package struct UnitHasher: Sendable {
  // The initial state of SipHash for the key 0, 0, with 1 and 3 rounds.
  private var v0: UInt64 = 0x736F_6D65_7073_6575
  private var v1: UInt64 = 0x646F_7261_6E64_6F6D
  private var v2: UInt64 = 0x6C79_6765_6E65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573

  package init() {}

  /// The hash of one text. Linear.
  package static func hash(of text: String) -> UInt64 {
    var hasher = UnitHasher()
    hasher.combine(text)
    return hasher.value
  }

  package mutating func combine(_ word: UInt64) {
    v3 ^= word
    round()
    v0 ^= word
  }

  /// Adds the UTF-8 of a text, and how long it is. Linear.
  package mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes, and how many they are. Linear.
  package mutating func combine(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { combine($0) }
  }

  private mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    combine(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      combine(UInt64(littleEndian: word))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var word: UInt64 = 0
    for (index, byte) in bytes[offset...].enumerated() { word |= UInt64(byte) << (8 * index) }
    combine(word)
  }

  /// The hash of everything so far; more may be added afterwards.
  package var value: UInt64 {
    var end = self
    end.v2 ^= 0xFF
    for _ in 0..<3 { end.round() }
    return end.v0 ^ end.v1 ^ end.v2 ^ end.v3
  }

  @inline(__always)
  private mutating func round() {
    v0 &+= v1
    v2 &+= v3
    v1 = rotated(v1, 13) ^ v0
    v3 = rotated(v3, 16) ^ v2
    v0 = rotated(v0, 32)
    v2 &+= v1
    v0 &+= v3
    v1 = rotated(v1, 17) ^ v2
    v3 = rotated(v3, 21) ^ v0
    v2 = rotated(v2, 32)
  }

  @inline(__always)
  private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}

/// Values by 64-bit hashes (``UnitHasher``), in little memory: at most 1.9 times the room of a hash and a
/// value for each, since it consists of 256 tables of which one grows at a time.
///
/// Open addressing in steps of one. Hashes must be evenly spread. Lookups and insertions take constant time
/// on average.
package struct HashTable64<Value: Sendable>: Sendable {
  /// How many hashes have a value.
  package private(set) var count = 0
  private var tables = [PartialTable<Value>](repeating: PartialTable(), count: 256)

  package init() {}

  /// The value of a hash, or nil.
  package subscript(hash: UInt64) -> Value? {
    let hash = Self.nonzero(hash)
    return tables[Int(hash & 0xFF)][hash]
  }

  /// Gives a hash a value unless it has one.
  ///
  /// - Returns: the value it had; nil when it is new.
  @discardableResult
  package mutating func insert(_ value: Value, for hash: UInt64) -> Value? {
    let hash = Self.nonzero(hash)
    let (slot, isNew) = tables[Int(hash & 0xFF)].slot(of: hash, default: value)
    if isNew { count += 1 }
    return isNew ? nil : tables[Int(hash & 0xFF)].values[slot]
  }

  /// Changes the value of a hash, which is `initial` if it has none.
  package mutating func update<Result>(
    _ hash: UInt64, default initial: Value, _ body: (inout Value) throws -> Result
  ) rethrows -> Result {
    let hash = Self.nonzero(hash)
    let (slot, isNew) = tables[Int(hash & 0xFF)].slot(of: hash, default: initial)
    if isNew { count += 1 }
    return try body(&tables[Int(hash & 0xFF)].values[slot])
  }

  /// Gives every value, in no order that means anything. Linear in the slots.
  package func forEach(_ body: (Value) throws -> Void) rethrows {
    for table in tables {
      for (hash, value) in zip(table.hashes, table.values) where hash != 0 { try body(value) }
    }
  }

  private static func nonzero(_ hash: UInt64) -> UInt64 {
    hash == 0 ? 1 : hash
  }
}

/// The part of a ``HashTable64`` that has the hashes of one last byte.
private struct PartialTable<Value: Sendable>: Sendable {
  /// Of the entries to the slots, at most.
  private static var fullest: Double { 0.8 }

  /// 0 is an empty slot.
  private(set) var hashes: [UInt64] = []
  var values: [Value] = []
  private var count = 0
  private var limit = 0

  subscript(hash: UInt64) -> Value? {
    guard !hashes.isEmpty else { return nil }
    let slot = slot(for: hash)
    return hashes[slot] == hash ? values[slot] : nil
  }

  /// The slot of a hash, which gets a value if it has none.
  mutating func slot(of hash: UInt64, default value: Value) -> (index: Int, isNew: Bool) {
    if count >= limit { grow(filler: value) }
    let slot = slot(for: hash)
    if hashes[slot] == hash { return (slot, false) }
    hashes[slot] = hash
    values[slot] = value
    count += 1
    return (slot, true)
  }

  /// The slot that has the hash, or the empty one where it would go. There must be one.
  private func slot(for hash: UInt64) -> Int {
    var slot = Int(hash.multipliedFullWidth(by: UInt64(hashes.count)).high)
    while hashes[slot] != 0, hashes[slot] != hash {
      slot += 1
      if slot == hashes.count { slot = 0 }
    }
    return slot
  }

  /// - Parameter filler: what stands in empty slots.
  private mutating func grow(filler: Value) {
    let size = Swift.max(16, hashes.count / 2 * 3)
    let (oldHashes, oldValues) = (hashes, values)
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: filler, count: size)
    limit = Int(Double(size) * Self.fullest)
    for (hash, value) in zip(oldHashes, oldValues) where hash != 0 {
      let slot = slot(for: hash)
      hashes[slot] = hash
      values[slot] = value
    }
  }
}

/// A set of 64-bit hashes; see ``HashTable64``.
package struct HashSet64: Sendable {
  private var table = HashTable64<Void>()

  package init() {}

  package var count: Int { table.count }

  package func contains(_ hash: UInt64) -> Bool {
    table[hash] != nil
  }

  /// Whether the hash is new.
  @discardableResult
  package mutating func insert(_ hash: UInt64) -> Bool {
    table.insert((), for: hash) == nil
  }
}
