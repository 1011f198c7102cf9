/// Folded words numbered in the order in which they came: a hash table over bytes.
struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word starts in `bytes`; one more at the end.
  private var starts: [Int32] = [0]
  private var hashes: [UInt64] = []
  /// Word numbers by hash; -1 is free. The count is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { hashes.count }

  /// The number of the word with this hash that `isSame` accepts by its bytes, or -1.
  @inline(__always)
  func number(hash: UInt64, isSame: (ArraySlice<UInt8>) -> Bool) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return -1 }
      if hashes[Int(number)] == hash, isSame(word(number)) { return number }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word, which is added when it is new.
  mutating func insert(_ word: [UInt8], hash: UInt64) -> Int32 {
    let known = number(hash: hash) { $0 == word[...] }
    guard known < 0 else { return known }
    if (count + 1) * 2 > slots.count { grow() }
    bytes += word
    starts.append(Int32(bytes.count))
    hashes.append(hash)
    let number = Int32(count - 1)
    place(number)
    return number
  }

  private func word(_ number: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  private mutating func place(_ number: Int32) {
    let hash = hashes[Int(number)]
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in hashes.indices { place(Int32(number)) }
  }
}
