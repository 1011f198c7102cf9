/// Bytes that arrive in pieces, so that a file of any size needs little memory.
public struct ByteSource {
  /// About as many bytes as a piece has.
  public static let pieceSize = 1 << 18

  private let read: () throws -> [UInt8]

  /// - Parameter read: gives the next piece, of any size; an empty one at the end and ever after.
  public init(_ read: @escaping () throws -> [UInt8]) {
    self.read = read
  }

  /// Bytes at hand.
  public init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    self.init {
      defer { rest = rest.dropFirst(Self.pieceSize) }
      return Array(rest.prefix(Self.pieceSize))
    }
  }

  /// The next piece; empty at the end.
  public func next() throws -> [UInt8] {
    try read()
  }

  /// The first bytes, at least `count` of them unless there are fewer, and the source as it was before.
  func peeking(_ count: Int) throws -> (start: [UInt8], source: ByteSource) {
    var start: [UInt8] = []
    while start.count < count {
      let piece = try next()
      if piece.isEmpty { break }
      start += piece
    }
    var given: [UInt8]? = start
    return (
      start,
      ByteSource {
        if let first = given, !first.isEmpty {
          given = nil
          return first
        }
        return try next()
      }
    )
  }
}
