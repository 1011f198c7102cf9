/// Writes numbers and texts one after the other, little-endian.
struct ByteRecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ range: Range<Int>) {
    put(UInt32(truncatingIfNeeded: range.lowerBound))
    put(UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// A length and the bytes.
  mutating func put(_ text: some Collection<UInt8>) {
    put(UInt32(truncatingIfNeeded: text.count))
    bytes.append(contentsOf: text)
  }

  /// A length, one more than that of the text, or 0 for none.
  mutating func put(_ text: String?) {
    put(UInt32(truncatingIfNeeded: text.map { $0.utf8.count + 1 } ?? 0))
    if let text { bytes.append(contentsOf: text.utf8) }
  }
}

/// Reads what ``ByteRecordWriter`` wrote; never beyond the end.
struct ByteRecordReader {
  /// The bytes are not what was written.
  struct Failure: Error {}

  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type = UInt32.self
  ) throws(Failure) -> T {
    let bytes = try take(MemoryLayout<T>.size)
    return T(littleEndian: UnsafeRawBufferPointer(rebasing: bytes).loadUnaligned(as: T.self))
  }

  mutating func count() throws(Failure) -> Int {
    Int(try number(UInt32.self))
  }

  /// How many things follow that take `size` bytes at least.
  mutating func count(ofSize size: Int) throws(Failure) -> Int {
    let count = try count()
    guard count <= rest.count / size else { throw Failure() }
    return count
  }

  mutating func range() throws(Failure) -> Range<Int> {
    let start = try count()
    let end = try count()
    guard start <= end else { throw Failure() }
    return start..<end
  }

  mutating func bytes() throws(Failure) -> [UInt8] {
    Array(try take(try count()))
  }

  mutating func text() throws(Failure) -> String? {
    let length = try count()
    guard length > 0 else { return nil }
    guard let text = String(validating: try take(length - 1), as: UTF8.self) else {
      throw Failure()
    }
    return text
  }

  private mutating func take(_ count: Int) throws(Failure) -> Slice<UnsafeRawBufferPointer> {
    guard count <= rest.count else { throw Failure() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
