import BitestoAlignment
import Foundation

/// The bytes of an index, and where its sections stand (Sources/Alignment/Index/INDEX.md).
struct IndexBytes {
  var bytes: [UInt8]

  private static let entrySize = 40
  private static let trailerSize = 64

  private var trailer: Int { bytes.count - Self.trailerSize }
  private var table: Int { Int(number(at: trailer + 16, UInt64.self)) }

  var names: [String] {
    stride(from: table, to: trailer, by: Self.entrySize).map {
      String(decoding: bytes[$0..<($0 + 16)].prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private func entry(_ name: String) -> Int {
    table + (names.firstIndex(of: name) ?? 0) * Self.entrySize
  }

  func section(_ name: String) -> Range<Int> {
    let start = Int(number(at: entry(name) + 16, UInt64.self))
    return start..<(start + Int(number(at: entry(name) + 24, UInt64.self)))
  }

  func number<T: FixedWidthInteger>(at offset: Int, _ type: T.Type) -> T {
    bytes[offset..<(offset + MemoryLayout<T>.size)].reversed().reduce(0) { $0 << 8 | T($1) }
  }

  mutating func put<T: FixedWidthInteger>(_ value: T, at offset: Int) {
    withUnsafeBytes(of: value.littleEndian) { new in
      bytes.replaceSubrange(offset..<(offset + new.count), with: new)
    }
  }

  /// Changes a number of a section and makes all checksums right again.
  mutating func change(_ name: String, at offset: Int, to value: UInt32) {
    put(value, at: section(name).lowerBound + offset)
    put(IndexedFile.checksum(of: Array(bytes[section(name)])), at: entry(name) + 32)
    seal()
  }

  /// Makes the checksum of the table right.
  mutating func seal() {
    put(IndexedFile.checksum(of: Array(bytes[table..<(trailer + 60)])), at: trailer + 60)
  }
}
