/// The classes of words by key: open addressing, at most half full.
struct WordClassTable: Sendable {
  private var keys: [UInt64]
  private var classes: [WordClasses]
  private var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1024)
    classes = [WordClasses](repeating: [], count: 1024)
  }

  subscript(key: WordKey) -> WordClasses {
    classes[slot(of: key.value)]
  }

  mutating func insert(_ added: WordClasses, for key: WordKey) {
    if 2 * count >= keys.count { grow() }
    let slot = slot(of: key.value)
    if keys[slot] == 0 {
      keys[slot] = key.value
      count += 1
    }
    classes[slot].formUnion(added)
  }

  mutating func remove(_ removed: WordClasses, for key: WordKey) {
    classes[slot(of: key.value)].subtract(removed)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldClasses) = (keys, classes)
    keys = [UInt64](repeating: 0, count: 2 * oldKeys.count)
    classes = [WordClasses](repeating: [], count: 2 * oldKeys.count)
    for (key, value) in zip(oldKeys, oldClasses) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      classes[slot] = value
    }
  }
}
