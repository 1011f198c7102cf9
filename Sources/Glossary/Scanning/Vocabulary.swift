/// Folded words numbered in the order in which they came: a hash table over bytes.
struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word starts in `bytes`; one more at the end.
  private var starts: [Int32] = [0]
  private var hashes: [UInt64] = []
  /// Word numbers by hash; -1 is free. The count is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { hashes.count }

  /// The number of the word that the first `length` bytes of another are, or -1.
  @inline(__always)
  func number(of word: FoldedWord, length: Int) -> Int32 {
    number(of: word, length: length, hash: word.hash(ofFirst: length))
  }

  /// The number of a word, which is added when it is new.
  mutating func insert(_ word: FoldedWord, length: Int) -> Int32 {
    let hash = word.hash(ofFirst: length)
    let known = number(of: word, length: length, hash: hash)
    guard known < 0 else { return known }
    if (count + 1) * 2 > slots.count { grow() }
    bytes += UnsafeBufferPointer(rebasing: word.bytes[..<length])
    starts.append(Int32(bytes.count))
    hashes.append(hash)
    let number = Int32(count - 1)
    place(number)
    return number
  }

  private func number(of word: FoldedWord, length: Int, hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return -1 }
      if hashes[Int(number)] == hash, isWord(number, word, length) { return number }
      slot = (slot + 1) & mask
    }
  }

  private func isWord(_ number: Int32, _ word: FoldedWord, _ length: Int) -> Bool {
    let start = Int(starts[Int(number)])
    guard Int(starts[Int(number) + 1]) - start == length else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[start..<start + length])
        .elementsEqual(UnsafeBufferPointer(rebasing: word.bytes[..<length]))
    }
  }

  private mutating func place(_ number: Int32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[Int(number)]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in hashes.indices { place(Int32(number)) }
  }
}
