extension XMLReader {
  /// Reads more behind what is not used up; false at the end of the file.
  mutating func refill() throws -> Bool {
    if isAtEnd { return false }
    let piece = try source.next()
    guard !piece.isEmpty else {
      isAtEnd = true
      return false
    }
    // What the caller still asks about begins at the token.
    let used = min(tokenStart, position)
    reportDamage(.mended, upTo: base + used)
    damage.removeFirst(reported)
    reported = 0
    damage += source.takeDamage()
    entities.allow(4 * piece.count)
    _ = lineNumber(at: used)
    if used == buffer.count {
      buffer = piece
    } else {
      buffer.removeFirst(used)
      buffer += piece
    }
    base += used
    counted -= used
    position -= used
    tokenStart -= used
    return true
  }

  func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < buffer.count else { return nil }
    return buffer.withUnsafeBytes { bytes in
      var index = start
      let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
        let hit = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if hit != 0 { return index + UInt64(littleEndian: hit).trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == byte { return index }
        index += 1
      }
      return nil
    }
  }

  /// The first byte that text cannot simply have.
  func indexOfSpecial(_ range: Range<Int>) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        if byte == 0x26 || byte == 0x5D || byte == 0xEF
          || (byte < 0x20 && byte != 0x0A && byte != 0x09)
        {
          return index
        }
      }
      return nil
    }
  }

  mutating func lineNumber(at index: Int) -> Int {
    if index > counted {
      line += buffer.withUnsafeBufferPointer { bytes in
        var count = 0
        for index in counted..<index { count += bytes[index] == 0x0A ? 1 : 0 }
        return count
      }
      counted = index
    }
    return line
  }
}
