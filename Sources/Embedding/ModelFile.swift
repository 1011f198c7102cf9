import CEmbeddingModel
import Foundation

/// The sections of a model file, with every length checked; Sources/EmbeddingModel/MODEL.md describes the form.
struct ModelFile {
  static let version: UInt32 = 1
  private static let headerSize = 32
  private static let entrySize = 32

  let path: String
  /// The checksum that the file states.
  let checksum: UInt32
  /// Kept alive as long as the sections are in use.
  private let storage: Data?
  private var sections: [String: UnsafeRawBufferPointer] = [:]

  /// The model inside the binary; its checksum is checked by the tests, not at every start.
  static func builtIn() throws(ModelError) -> ModelFile {
    let bytes = UnsafeRawBufferPointer(start: bitesto_model_bytes(), count: bitesto_model_size())
    return try ModelFile(path: "built-in model", bytes: bytes, storage: nil, checksum: false)
  }

  /// Maps a file into memory and checks magic, version, size and checksum.
  init(contentsOf path: String) throws(ModelError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
    // A mapped Data's bytes stay where they are for as long as `storage` holds it.
    let bytes = data.withUnsafeBytes { $0 }
    try self.init(path: path, bytes: bytes, storage: data, checksum: true)
  }

  init(path: String, bytes: UnsafeRawBufferPointer, storage: Data?, checksum: Bool)
    throws(ModelError)
  {
    self.path = path
    self.storage = storage
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual("BITESTOM".utf8) else {
      throw .notAModel(path: path)
    }
    let found = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard found == Self.version else {
      throw .wrongVersion(path: path, found: found, expected: Self.version)
    }
    self.checksum = bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    let size = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    guard size == UInt64(bytes.count) else {
      throw .truncated(path: path, expected: size, found: bytes.count)
    }
    guard Self.headerSize + count * Self.entrySize <= bytes.count else {
      throw .malformed(path: path, what: "no room for a table of \(count) sections")
    }
    if checksum {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
      let start = rest.baseAddress?.assumingMemoryBound(to: UInt8.self)
      guard bitesto_crc32(start, rest.count) == self.checksum else { throw .damaged(path: path) }
    }
    for index in 0..<count {
      let at = Self.headerSize + index * Self.entrySize
      let name = String(decoding: bytes[at..<(at + 16)].prefix { $0 != 0 }, as: UTF8.self)
      let offset = bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
      guard offset % 64 == 0, offset <= size, length <= size - offset else {
        throw .malformed(path: path, what: "section '\(name)' lies outside the file")
      }
      sections[name] = UnsafeRawBufferPointer(
        rebasing: bytes[Int(offset)..<Int(offset + length)])
    }
  }

  /// A section that a model may do without.
  func optionalSection(_ name: String) -> UnsafeRawBufferPointer? { sections[name] }

  /// A section as an array of `T`; `count` is how many there must be, nil for any number.
  func section<T: BitwiseCopyable>(_ name: String, of type: T.Type, count: Int? = nil)
    throws(ModelError) -> UnsafeBufferPointer<T>
  {
    guard let bytes = sections[name] else {
      throw .malformed(path: path, what: "section '\(name)' is missing")
    }
    let stride = MemoryLayout<T>.stride
    guard bytes.count % stride == 0, bytes.count == (count ?? bytes.count / stride) * stride else {
      throw .malformed(path: path, what: "section '\(name)' has \(bytes.count) bytes")
    }
    return bytes.assumingMemoryBound(to: type)
  }

  /// A section of numbers, all of them finite.
  func numbers(_ name: String, count: Int? = nil) throws(ModelError) -> UnsafeBufferPointer<Float> {
    let numbers = try section(name, of: Float.self, count: count)
    guard numbers.allSatisfy(\.isFinite) else {
      throw .malformed(path: path, what: "section '\(name)' holds a value that is no number")
    }
    return numbers
  }
}
