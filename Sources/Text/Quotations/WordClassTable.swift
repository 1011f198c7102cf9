/// The classes of words by key: open addressing, at most a quarter full.
///
/// Each slot has a tag, a byte of its key that is never zero. The tags of all slots fit into the
/// processor's first cache, and most words that the table does not know are turned away by them.
struct WordClassTable: Sendable {
  fileprivate struct Slot {
    var key: UInt64 = 0
    var classes: WordClasses = []
  }

  private var tags = [UInt8](repeating: 0, count: 1024)
  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var count = 0

  /// Lends the table for many look-ups.
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    tags.withUnsafeBufferPointer { tags in
      slots.withUnsafeBufferPointer { body(Reader(tags: tags, slots: $0)) }
    }
  }

  /// The table without the checks that each look-up by itself would make.
  struct Reader {
    fileprivate let tags: UnsafeBufferPointer<UInt8>
    fileprivate let slots: UnsafeBufferPointer<Slot>

    @inline(__always)
    subscript(key: WordKey) -> WordClasses {
      let mask = tags.count - 1
      let sought = WordClassTable.tag(of: key.value)
      var index = WordClassTable.home(of: key.value) & mask
      while true {
        let tag = tags[index]
        if tag == 0 { return [] }
        if tag == sought, slots[index].key == key.value { return slots[index].classes }
        index = (index &+ 1) & mask
      }
    }
  }

  mutating func insert(_ added: WordClasses, for key: WordKey) {
    if 4 * count >= slots.count { grow() }
    let index = index(of: key.value)
    if tags[index] == 0 {
      tags[index] = Self.tag(of: key.value)
      slots[index].key = key.value
      count += 1
    }
    slots[index].classes.formUnion(added)
  }

  @inline(__always)
  private static func home(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) }

  @inline(__always)
  private static func tag(of key: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: key >> 24) | 1 }

  private func index(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Self.home(of: key) & mask
    while tags[index] != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots.filter { $0.key != 0 }
    tags = [UInt8](repeating: 0, count: 2 * slots.count)
    slots = [Slot](repeating: Slot(), count: tags.count)
    for slot in old {
      let index = index(of: slot.key)
      tags[index] = Self.tag(of: slot.key)
      slots[index] = slot
    }
  }
}
