/// Converts UTF-8 byte offsets of one text to Unicode code point offsets.
///
/// Built in one pass; a look-up costs at most one 256-byte block.
public struct CodePointIndex: Sendable {
  private static let blockSize = 256
  private let bytes: [UInt8]
  /// Code points before each block.
  private let before: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var before: [Int] = []
    before.reserveCapacity(bytes.count / Self.blockSize + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.blockSize == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % Self.blockSize == 0 { before.append(count) }
    self.before = before
  }

  /// The code points before `byteOffset`; offsets outside the text are clamped.
  public func codePoint(atByte byteOffset: Int) -> Int {
    let offset = min(max(byteOffset, 0), bytes.count)
    let block = offset / Self.blockSize
    return before[block] + bytes[(block * Self.blockSize)..<offset].codePointCount
  }

  /// Both ends of a range converted.
  public func codePoints(_ range: Range<Int>) -> Range<Int> {
    codePoint(atByte: range.lowerBound)..<codePoint(atByte: range.upperBound)
  }
}

extension ArraySlice<UInt8> {
  /// The code points that begin in a stretch of UTF-8. Linear.
  package var codePointCount: Int { count { $0 & 0xC0 != 0x80 } }
}
