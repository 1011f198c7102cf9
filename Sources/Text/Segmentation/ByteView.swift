/// The bytes of a text, lent without a copy; outside the text every byte is zero.
///
/// Reading code points out of it expects valid UTF-8, which a ``Document`` guarantees; on anything
/// else the answers are meaningless but nothing is read out of bounds.
struct ByteView {
  let base: UnsafeBufferPointer<UInt8>

  var count: Int { base.count }

  @inline(__always)
  subscript(_ offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: base.count) ? base[offset] : 0
  }

  /// The eight bytes from `offset`, the first one lowest; nil where fewer are left.
  @inline(__always)
  func eightBytes(at offset: Int) -> UInt64? {
    guard offset >= 0, offset + 8 <= base.count else { return nil }
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(base).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// Steps over eight bytes at a time as long as `holds` gives zero for them: an offset from `start`
  /// at most seven before the first byte it is about, or `limit`.
  @inline(__always)
  func skip(from start: Int, limit: Int, until holds: (UInt64) -> UInt64) -> Int {
    var offset = start
    while offset < limit, let block = eightBytes(at: offset), holds(block) == 0 { offset += 8 }
    return Swift.min(offset, limit)
  }

  /// Not zero when one of eight bytes is the one given (Mycroft's test).
  @inline(__always)
  static func contains(_ block: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = block ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The code point that starts at `offset`, 0 outside the text.
  @inline(__always)
  func scalar(at offset: Int) -> UInt32 {
    let lead = self[offset]
    return lead < 0x80 ? UInt32(lead) : wideScalar(at: offset, lead: lead)
  }

  private func wideScalar(at offset: Int, lead: UInt8) -> UInt32 {
    let second = UInt32(self[offset + 1] & 0x3F)
    if lead < 0xE0 { return UInt32(lead & 0x1F) << 6 | second }
    let third = UInt32(self[offset + 2] & 0x3F)
    if lead < 0xF0 { return UInt32(lead & 0x0F) << 12 | second << 6 | third }
    return UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[offset + 3] & 0x3F)
  }

  /// The offset after the code point that starts at `offset`.
  @inline(__always)
  func offset(after offset: Int) -> Int { offset + Scalar.length(lead: self[offset]) }

  /// The offset of the code point that ends before `offset`.
  @inline(__always)
  func offset(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return Swift.max(start, 0)
  }

  /// The code point that ends before `offset`, 0 at the start of the text.
  func scalar(before offset: Int) -> UInt32 {
    offset <= 0 ? 0 : scalar(at: self.offset(before: offset))
  }

  /// `range` without the white space at both ends.
  func trimmingSpace(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Scalar.isSpace(scalar(at: start)) { start = offset(after: start) }
    while end > start, Scalar.isSpace(scalar(before: end)) { end = offset(before: end) }
    return start..<end
  }
}

extension [UInt8] {
  /// Lends the bytes for as long as `body` runs.
  func withView<Result, Failure: Error>(
    _ body: (ByteView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (buffer) throws(Failure) in try body(ByteView(base: buffer)) }
  }
}
