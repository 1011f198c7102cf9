import BitestoCommandLayer
import BitestoMemory

/// A file being written, packed with gzip when its name ends in ".gz".
struct PackedOutput {
  private let file: OutputWriter
  private let packer: GzipWriter?

  init(_ path: String, _ file: OutputWriter) throws {
    self.file = file
    packer = try MemoryFileName.isPacked(path) ? GzipWriter { try file.write($0) } : nil
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    if let packer { try packer.write(bytes) } else { try file.write(bytes) }
  }

  /// Hands everything to the system; nothing may be written after it.
  func finish() throws {
    try packer?.finish()
    try file.flush()
  }
}
