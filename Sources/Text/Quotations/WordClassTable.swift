/// The classes of words by key: open addressing, at most a quarter full, as most words are not in it.
struct WordClassTable: Sendable {
  fileprivate struct Slot {
    var key: UInt64 = 0
    var classes: WordClasses = []
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var count = 0

  subscript(key: WordKey) -> WordClasses {
    withReader { $0[key] }
  }

  /// Lends the table for many look-ups.
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(Reader(slots: $0)) }
  }

  /// The table without the checks that each look-up by itself would make.
  struct Reader {
    fileprivate let slots: UnsafeBufferPointer<Slot>

    @inline(__always)
    subscript(key: WordKey) -> WordClasses {
      let mask = slots.count - 1
      var index = WordClassTable.home(of: key.value) & mask
      while true {
        let slot = slots[index]
        // Found or free, in one test: a branch for each would be mispredicted at every other word.
        if min(slot.key, slot.key ^ key.value) == 0 { return slot.classes }
        index = (index &+ 1) & mask
      }
    }
  }

  mutating func insert(_ added: WordClasses, for key: WordKey) {
    if 4 * count >= slots.count { grow() }
    let index = index(of: key.value)
    if slots[index].key == 0 {
      slots[index].key = key.value
      count += 1
    }
    slots[index].classes.formUnion(added)
  }

  mutating func remove(_ removed: WordClasses, for key: WordKey) {
    slots[index(of: key.value)].classes.subtract(removed)
  }

  @inline(__always)
  private static func home(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }

  private func index(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Self.home(of: key) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.key != 0 { slots[index(of: slot.key)] = slot }
  }
}
