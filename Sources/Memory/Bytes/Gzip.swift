import CZlib

extension ByteSource {
  /// The bytes unpacked when they are a gzip file (RFC 1952, several members allowed), else as they are.
  ///
  /// - Throws: when reading, ``MemoryError`` for a file that is damaged or stops in the middle.
  public func unpacked() throws -> ByteSource {
    let (start, source) = try peeking(2)
    guard start.starts(with: [0x1F, 0x8B]) else { return source }
    let inflater = try Inflater(source)
    return ByteSource { try inflater.next() }
  }
}

/// Unpacks gzip with zlib.
private final class Inflater {
  private let source: ByteSource
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var used = 0
  private var isBetweenMembers = false

  /// zlib's windowBits: the largest window, and 16 for gzip.
  private static let windowBits: Int32 = 15 + 16

  init(_ source: ByteSource) throws {
    self.source = source
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, Self.windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw MemoryError("not enough memory to unpack it")
    }
  }

  deinit { inflateEnd(&stream) }

  func next() throws -> [UInt8] {
    while true {
      if used == input.count {
        input = try source.next()
        used = 0
        if input.isEmpty {
          if isBetweenMembers { return [] }
          throw MemoryError("the gzip file stops in the middle; copy or download it again")
        }
      }
      if isBetweenMembers {
        // What follows the last member and is no member is padding.
        guard input[used] == 0x1F else { return [] }
        inflateReset(&stream)
        isBetweenMembers = false
      }
      let piece = try inflated()
      if !piece.isEmpty { return piece }
    }
  }

  private func inflated() throws -> [UInt8] {
    let rest = used..<input.count
    var status = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress.map { $0 + rest.lowerBound }
        stream.avail_in = UInt32(rest.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        status = inflate(&stream, Z_NO_FLUSH)
        count = output.count - Int(stream.avail_out)
      }
    }
    used = input.count - Int(stream.avail_in)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetweenMembers = true
    default: throw MemoryError("the gzip file is damaged; copy or download it again")
    }
    return piece
  }
}

/// Packs what is written into a gzip file.
public final class GzipWriter {
  private let sink: (ArraySlice<UInt8>) throws -> Void
  private var stream = z_stream()

  /// - Parameter sink: takes the packed bytes.
  public init(sink: @escaping (ArraySlice<UInt8>) throws -> Void) throws {
    self.sink = sink
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        size) == Z_OK
    else { throw MemoryError("not enough memory to pack it") }
  }

  deinit { deflateEnd(&stream) }

  public func write(_ bytes: ArraySlice<UInt8>) throws {
    try deflated(Array(bytes), flush: Z_NO_FLUSH)
  }

  /// Writes what is left; nothing may be written after it.
  public func finish() throws {
    try deflated([], flush: Z_FINISH)
  }

  private func deflated(_ bytes: [UInt8], flush: Int32) throws {
    var bytes = bytes
    var used = 0
    var isFull = true
    while isFull {
      let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { output, count in
        bytes.withUnsafeMutableBufferPointer { input in
          stream.next_in = input.baseAddress.map { $0 + used }
          stream.avail_in = UInt32(input.count - used)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          deflate(&stream, flush)
          used = input.count - Int(stream.avail_in)
          count = output.count - Int(stream.avail_out)
        }
      }
      isFull = piece.count == ByteSource.pieceSize
      if !piece.isEmpty { try sink(piece[...]) }
    }
  }
}
