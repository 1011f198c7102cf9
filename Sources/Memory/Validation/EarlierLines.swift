/// The first line of everything that has been seen, by 64-bit hashes.
///
/// 12 bytes a slot in 256 small tables with open addressing, of which one grows at a time: four million
/// units take less than 90 MB. That two of so many share a hash is less likely than one in a million.
struct EarlierLines {
  fileprivate struct Slot {
    var high: UInt32
    var low: UInt32
    /// 0 for a free slot.
    var line: UInt32

    static let free = Slot(high: 0, low: 0, line: 0)

    var hash: UInt64 { UInt64(high) << 32 | UInt64(low) }
  }

  fileprivate struct Table {
    var slots: [Slot] = []
    var count = 0
  }

  private var tables = [Table](repeating: Table(), count: 256)

  /// The line of an equal hash that came before; remembers a new one. Constant on average.
  ///
  /// - Parameter line: from 1; lines after the four thousand millionth are told as that one.
  mutating func line(of hash: UInt64, orAdd line: Int) -> Int? {
    let slot = Slot(
      high: UInt32(hash >> 32), low: UInt32(truncatingIfNeeded: hash),
      line: UInt32(clamping: max(1, line)))
    return tables[Int(hash & 0xFF)].line(orAdd: slot)
  }
}

extension EarlierLines.Table {
  fileprivate mutating func line(orAdd slot: EarlierLines.Slot) -> Int? {
    // At most six of seven slots are taken.
    if count * 7 >= slots.count * 6 { grow() }
    let index = index(for: slot.hash)
    guard slots[index].line == 0 else { return Int(slots[index].line) }
    slots[index] = slot
    count += 1
    return nil
  }

  /// Where a hash stands, or the free slot where it belongs.
  private func index(for hash: UInt64) -> Int {
    var index = Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[index].line != 0, slots[index].hash != hash {
      index = index + 1 == slots.count ? 0 : index + 1
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .free, count: max(16, old.count + old.count / 2))
    for slot in old where slot.line != 0 { slots[index(for: slot.hash)] = slot }
  }
}

extension TranslationUnit {
  /// The same for units that say the same: languages, words, codes and properties, in any order of the
  /// languages. Another in every run of the program.
  var contentHash: UInt64 {
    var sum: UInt64 = 0
    for variant in variants {
      var hasher = Hasher()
      hasher.combine(bytesOf: variant.language.canonical)
      for piece in variant.segment.pieces {
        switch piece {
        case .text(let text): hasher.combine(bytesOf: text)
        case .code(let code): hasher.combine(code)
        }
      }
      sum &+= UInt64(bitPattern: Int64(hasher.finalize()))
    }
    var hasher = Hasher()
    hasher.combine(sum)
    for property in properties {
      hasher.combine(bytesOf: property.type)
      hasher.combine(bytesOf: property.text)
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

/// Another in every run of the program.
func hash(of text: String) -> UInt64 {
  var hasher = Hasher()
  hasher.combine(bytesOf: text)
  return UInt64(bitPattern: Int64(hasher.finalize()))
}

extension Hasher {
  /// Hashes a text as it is written: without looking for canonical equivalents, which takes long.
  fileprivate mutating func combine(bytesOf text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    combine(0xFF as UInt8)
  }
}
