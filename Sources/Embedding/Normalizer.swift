/// SentencePiece's text normalization (nmt_nfkc): a table of replacements, and spaces made visible.
struct Normalizer: @unchecked Sendable {
  /// U+2581, which stands for a space inside pieces.
  static let space: [UInt8] = [0xE2, 0x96, 0x81]

  private let trie: DoubleArray
  /// Replacements, each ended by a zero byte.
  private let replacements: UnsafeBufferPointer<UInt8>
  /// For each ASCII byte: the byte it becomes when no longer key matches, 0 when the trie must decide.
  private let ascii: [UInt8]
  private let startsLongerKey: [Bool]

  /// - Parameter table: a 32-bit size, the trie of that size, the replacements.
  init(table: UnsafeBufferPointer<UInt8>, path: String) throws(ModelError) {
    let raw = UnsafeRawBufferPointer(table)
    guard raw.count >= 4 else { throw .malformed(path: path, what: "no normalization table") }
    let size = Int(raw.loadUnaligned(as: UInt32.self))
    guard size % 4 == 0, size <= raw.count - 4 else {
      throw .malformed(path: path, what: "the normalization table's size is \(size)")
    }
    let units = UnsafeRawBufferPointer(rebasing: raw[4..<(4 + size)])
    trie = DoubleArray(units.assumingMemoryBound(to: UInt32.self))
    replacements = UnsafeBufferPointer(rebasing: table[(4 + size)...])
    var ascii = [UInt8](repeating: 0, count: 128)
    var startsLongerKey = [Bool](repeating: false, count: 128 * 256)
    for byte in UInt8(0)..<128 {
      var node = trie.root
      var value: Int32?
      guard trie.step(&node, by: byte, value: &value) else {
        ascii[Int(byte)] = byte
        continue
      }
      if let value {
        let replacement = Self.replacement(Int(value), in: replacements)
        if replacement.count == 1 { ascii[Int(byte)] = replacements[replacement.lowerBound] }
      } else {
        ascii[Int(byte)] = byte
      }
      for next in UInt8.min...UInt8.max {
        var child = node
        var ignored: Int32?
        if trie.step(&child, by: next, value: &ignored) {
          startsLongerKey[Int(byte) << 8 | Int(next)] = true
        }
      }
    }
    self.ascii = ascii
    self.startsLongerKey = startsLongerKey
  }

  private static func replacement(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>
  {
    guard start < bytes.count else { return 0..<0 }
    var end = start
    while end < bytes.count, bytes[end] != 0 { end += 1 }
    return start..<end
  }

  /// Appends the normalized text to `output` (emptied first): one visible space in front of every
  /// word, none at the end, runs of spaces collapsed. Nothing for blank text.
  func normalize(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    // As if a space stood in front: leading ones vanish, and the first word gets its own.
    var pendingSpace = true
    @inline(__always)
    func put(_ byte: UInt8) {
      if byte == 0x20 {
        pendingSpace = true
        return
      }
      if pendingSpace {
        output.append(contentsOf: Self.space)
        pendingSpace = false
      }
      output.append(byte)
    }
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        let plain = ascii[Int(byte)]
        let isLonger =
          position + 1 < text.count
          && startsLongerKey[Int(byte) << 8 | Int(text[position + 1])]
        if plain != 0, !isLonger {
          put(plain)
          position += 1
          continue
        }
      }
      let (length, value) = longestMatch(text, at: position)
      if let value {
        for index in Self.replacement(value, in: replacements) { put(replacements[index]) }
        position += length
      } else {
        let end = min(text.count, position + Self.sequenceLength(byte))
        for index in position..<end { put(text[index]) }
        position = end
      }
    }
    // A text may bring visible spaces of its own.
    while output.count >= 3, output[(output.count - 3)...].elementsEqual(Self.space) {
      output.removeLast(3)
    }
  }

  private func longestMatch(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (Int, Int?) {
    var node = trie.root
    var best: (Int, Int?) = (0, nil)
    var position = start
    var value: Int32?
    while position < text.count, trie.step(&node, by: text[position], value: &value) {
      position += 1
      if let value { best = (position - start, Int(value)) }
    }
    return best
  }

  /// The length in bytes of the UTF-8 sequence that starts with `byte`.
  @inline(__always)
  static func sequenceLength(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
