/// Collects bytes and hands them over in large pieces.
package struct ByteOutput {
  private static let pieceSize = 64 * 1024
  private var buffer: [UInt8] = []
  /// Takes the bytes; for a writer that takes the place of this one.
  package let sink: (ArraySlice<UInt8>) throws -> Void

  package init(sink: @escaping (ArraySlice<UInt8>) throws -> Void) {
    self.sink = sink
    buffer.reserveCapacity(Self.pieceSize * 2)
  }

  /// Appends text as it is; escaping is the business of the caller.
  package mutating func raw(_ text: String) {
    buffer.append(contentsOf: text.utf8)
  }

  package mutating func raw(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  package mutating func raw(_ byte: UInt8) {
    buffer.append(byte)
  }

  /// Hands over what has been collected if it is worth it; called between units.
  package mutating func flushIfLarge() throws {
    if buffer.count >= Self.pieceSize { try finish() }
  }

  /// Hands over what is left.
  package mutating func finish() throws {
    guard !buffer.isEmpty else { return }
    try sink(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }
}
