/// A table from word hashes to a byte, by open addressing: a look-up touches one or two cells.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private var used = 0

  init(capacity: Int = 64) {
    var size = 128
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt8](repeating: 0, count: size)
  }

  subscript(_ hash: WordHash) -> UInt8? {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while keys[index] != 0 {
      if keys[index] == hash.value { return values[index] }
      index = (index + 1) & mask
    }
    return nil
  }

  mutating func set(_ hash: WordHash, to value: UInt8) {
    if (used + 1) * 2 > keys.count { grow() }
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while keys[index] != 0, keys[index] != hash.value { index = (index + 1) & mask }
    if keys[index] == 0 { used += 1 }
    keys[index] = hash.value
    values[index] = value
  }

  private mutating func grow() {
    var larger = WordTable(capacity: keys.count)
    for (index, key) in keys.enumerated() where key != 0 {
      larger.set(WordHash(value: key), to: values[index])
    }
    self = larger
  }
}
