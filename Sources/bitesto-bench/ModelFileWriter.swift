import CEmbeddingModel

/// Writes sections in the form of model files (Sources/EmbeddingModel/MODEL.md).
enum ModelFileWriter {
  static func file(_ sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var entries: [UInt8] = []
    let start = (32 + 32 * sections.count + 63) / 64 * 64
    for section in sections {
      let name = Array(section.name.utf8)
      entries += name + [UInt8](repeating: 0, count: 16 - name.count)
      entries += bytes(UInt64(start + body.count)) + bytes(UInt64(section.bytes.count))
      body += section.bytes
      body += [UInt8](repeating: 0, count: (64 - body.count % 64) % 64)
    }
    let padding = [UInt8](repeating: 0, count: start - 32 - entries.count)
    let rest = entries + padding + body
    let header = Array("BITESTOM".utf8) + bytes(UInt32(1)) + bytes(UInt32(sections.count))
    return header + bytes(bitesto_crc32(rest, rest.count)) + bytes(UInt32(0))
      + bytes(UInt64(32 + rest.count)) + rest
  }

  /// A number, little-endian.
  static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian, Array.init)
  }

  /// 32-bit floats, little-endian.
  static func bytes(_ numbers: [Float]) -> [UInt8] {
    numbers.flatMap { bytes($0.bitPattern) }
  }
}
