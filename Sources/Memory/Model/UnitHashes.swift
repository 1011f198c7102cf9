/// A 64-bit hash of texts and numbers, the same in every run (the rounds of SipHash-1-3 with a fixed key;
/// Aumasson and Bernstein 2012).
///
/// What goes in is told apart from its neighbors: "ab" and "c" hash otherwise than "a" and "bc". The odds
/// that two of *n* different things get one hash are about n²/2⁶⁵: one in two million for four million units.
public struct UnitHasher: Sendable {
  // The initial state of SipHash for the key 0, 0, with 1 and 3 rounds.
  private var v0: UInt64 = 0x736F_6D65_7073_6575
  private var v1: UInt64 = 0x646F_7261_6E64_6F6D
  private var v2: UInt64 = 0x6C79_6765_6E65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573

  public init() {}

  public mutating func combine(_ word: UInt64) {
    v3 ^= word
    round()
    v0 ^= word
  }

  /// Adds the UTF-8 of a text, and how long it is. Linear.
  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes, and how many they are. Linear.
  public mutating func combine(_ bytes: [UInt8]) {
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
  public var value: UInt64 {
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
/// value for each, and 3.2 times while the table grows.
///
/// Open addressing in steps of one. Hashes must be evenly spread. Lookups and insertions take constant time
/// on average.
public struct HashTable64<Value: Sendable>: Sendable {
  /// Of the entries to the slots, at most.
  private static var fullest: Double { 0.8 }

  /// How many hashes have a value.
  public private(set) var count = 0
  /// 0 is an empty slot.
  private var hashes: [UInt64] = []
  private var values: [Value] = []
  private var limit = 0

  public init() {}

  /// The value of a hash, or nil.
  public subscript(hash: UInt64) -> Value? {
    let hash = Self.nonzero(hash)
    guard let slot = slot(of: hash), hashes[slot] == hash else { return nil }
    return values[slot]
  }

  /// Gives a hash a value unless it has one.
  ///
  /// - Returns: the value it had; nil when it is new.
  @discardableResult
  public mutating func insert(_ value: Value, for hash: UInt64) -> Value? {
    let hash = Self.nonzero(hash)
    if count >= limit { grow(filler: value) }
    guard let slot = slot(of: hash) else { return nil }
    if hashes[slot] == hash { return values[slot] }
    hashes[slot] = hash
    values[slot] = value
    count += 1
    return nil
  }

  /// Changes the value of a hash, which is `initial` if it has none.
  public mutating func update<Result>(
    _ hash: UInt64, default initial: Value, _ body: (inout Value) throws -> Result
  ) rethrows -> Result {
    insert(initial, for: hash)
    // There is a slot: the line before has filled one.
    guard let slot = slot(of: Self.nonzero(hash)) else {
      var value = initial
      return try body(&value)
    }
    return try body(&values[slot])
  }

  /// Gives every value, in no order that means anything. Linear in the slots.
  public func forEach(_ body: (Value) throws -> Void) rethrows {
    for (hash, value) in zip(hashes, values) where hash != 0 { try body(value) }
  }

  private static func nonzero(_ hash: UInt64) -> UInt64 {
    hash == 0 ? 1 : hash
  }

  /// The slot that has the hash, or the empty one where it would go; nil without slots.
  private func slot(of hash: UInt64) -> Int? {
    guard !hashes.isEmpty else { return nil }
    var slot = Int(hash.multipliedFullWidth(by: UInt64(hashes.count)).high)
    while hashes[slot] != 0, hashes[slot] != hash {
      slot += 1
      if slot == hashes.count { slot = 0 }
    }
    return slot
  }

  /// - Parameter filler: what stands in empty slots.
  private mutating func grow(filler: Value) {
    let size = Swift.max(64, hashes.count / 2 * 3)
    let (oldHashes, oldValues) = (hashes, values)
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: filler, count: size)
    limit = Int(Double(size) * Self.fullest)
    for (hash, value) in zip(oldHashes, oldValues) where hash != 0 {
      guard let slot = slot(of: hash) else { continue }
      hashes[slot] = hash
      values[slot] = value
    }
  }
}

/// A set of 64-bit hashes; see ``HashTable64``.
public struct HashSet64: Sendable {
  private var table = HashTable64<Void>()

  public init() {}

  public var count: Int { table.count }

  public func contains(_ hash: UInt64) -> Bool {
    table[hash] != nil
  }

  /// Whether the hash is new.
  @discardableResult
  public mutating func insert(_ hash: UInt64) -> Bool {
    table.insert((), for: hash) == nil
  }
}
