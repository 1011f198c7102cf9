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
    let start = used
    var status = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        let given = UInt32(clamping: input.count - start)
        stream.next_in = input.baseAddress.map { $0 + start }
        stream.avail_in = given
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        status = inflate(&stream, Z_NO_FLUSH)
        used += Int(given - stream.avail_in)
        count = output.count - Int(stream.avail_out)
      }
    }
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

  /// Packs bytes; they reach the sink when there are enough of them.
  ///
  /// - Throws: what the sink throws, or ``MemoryError`` when nothing can be packed any more.
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
    var status = Z_OK
    while isFull || used < bytes.count {
      let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { output, count in
        bytes.withUnsafeMutableBufferPointer { input in
          let given = UInt32(clamping: input.count - used)
          stream.next_in = input.baseAddress.map { $0 + used }
          stream.avail_in = given
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          status = deflate(&stream, flush)
          used += Int(given - stream.avail_in)
          count = output.count - Int(stream.avail_out)
        }
      }
      // Z_BUF_ERROR: there was nothing left to do.
      guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else {
        throw MemoryError("it cannot be packed (zlib error \(status))")
      }
      isFull = piece.count == ByteSource.pieceSize
      if !piece.isEmpty { try sink(piece[...]) }
    }
  }
}
