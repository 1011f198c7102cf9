import BitestoEmbedding
import CEmbeddingModel
import Foundation

/// The sections of an index in memory, with every length checked; INDEX.md describes the form.
struct IndexFile: Sendable {
  static let magic = Array("BITESTOX".utf8)
  static let version: UInt32 = 1
  static let headerSize = 64
  static let trailerSize = 64
  static let entrySize = 40
  static let alignment = 64

  /// The sections, each of which must be there once.
  enum Section: String, CaseIterable {
    /// Sentence vectors.
    case whole
    case words
    case sketches
    case records
    case wholeScales = "whole scales"
    case wordScales = "word scales"
    case sketchScales = "sketch scales"
    case places
    case starts
    case reports
    case files
    case outlets
    case strings
    case stringEnds = "string ends"

    /// Whether opening the file checks the section: the others are long, and nothing in them can do harm
    /// or each part has a checksum of its own.
    var isChecked: Bool { ![.whole, .words, .sketches, .records].contains(self) }
  }

  /// Keeps the file in memory.
  private final class Mapping: Sendable {
    let data: Data

    init(_ data: Data) {
      self.data = data
    }
  }

  private struct Place {
    var bytes: UnsafeRawBufferPointer
    var checksum: UInt32
  }

  let path: String
  /// Tells the model and the sketch that made the vectors.
  let models: [UInt32]
  private let mapping: Mapping
  private nonisolated(unsafe) var sections: [Section: Place] = [:]

  /// Maps a file into memory and checks its form.
  init(contentsOf location: String, named path: String) throws(ReportIndexError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: location), options: .alwaysMapped)
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
    self.path = path
    mapping = Mapping(data)
    guard data.starts(with: Self.magic) else { throw .notAnIndex(path: path) }
    guard data.count >= Self.headerSize + Self.trailerSize else { throw .truncated(path: path) }
    // The bytes of a Data that long stay where they are for as long as `mapping` holds it.
    let bytes = mapping.data.withUnsafeBytes { $0 }
    func number<T: FixedWidthInteger & BitwiseCopyable>(at offset: Int, _ type: T.Type) -> T {
      T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
    let version = number(at: 8, UInt32.self)
    guard version == Self.version else {
      throw .wrongVersion(path: path, found: version, expected: Self.version)
    }
    let end = bytes.count - Self.trailerSize
    guard end >= Self.headerSize, bytes[end..<(end + 8)].elementsEqual(Self.magic),
      number(at: end + 8, UInt64.self) == UInt64(bytes.count)
    else { throw .truncated(path: path) }
    let count = Section.allCases.count
    let table = number(at: end + 16, UInt64.self)
    guard number(at: end + 24, UInt32.self) == UInt32(count), table >= UInt64(Self.headerSize),
      table == UInt64(end) - UInt64(min(end, count * Self.entrySize))
    else { throw .damaged(path: path, what: "its table of sections") }
    let sum = Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[Int(table)..<(end + 60)]))
    guard sum == number(at: end + 60, UInt32.self) else {
      throw .damaged(path: path, what: "its table of sections")
    }
    models = [number(at: end + 28, UInt32.self), number(at: end + 32, UInt32.self)]
    for (index, section) in Section.allCases.enumerated() {
      let entry = Int(table) + index * Self.entrySize
      let name = bytes[entry..<(entry + 16)].prefix { $0 != 0 }
      let offset = number(at: entry + 16, UInt64.self)
      let length = number(at: entry + 24, UInt64.self)
      guard name.elementsEqual(section.rawValue.utf8), offset % UInt64(Self.alignment) == 0,
        offset <= table, length <= table - offset
      else { throw .damaged(path: path, what: "its section '\(section.rawValue)'") }
      sections[section] = Place(
        bytes: UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset + length)]),
        checksum: number(at: entry + 32, UInt32.self))
    }
    try check(Section.allCases.filter(\.isChecked))
  }

  /// Checks the sections that opening passes over. Linear in the file.
  func checkAll() throws(ReportIndexError) {
    try check(Section.allCases.filter { !$0.isChecked })
  }

  private func check(_ names: [Section]) throws(ReportIndexError) {
    for name in names {
      guard let place = sections[name], Self.checksum(place.bytes) == place.checksum else {
        throw .damaged(path: path, what: "its section '\(name.rawValue)'")
      }
    }
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    bitesto_crc32(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  /// The bytes of a section, which live as long as this value.
  func bytes(_ section: Section) -> UnsafeRawBufferPointer {
    sections[section]?.bytes ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// A section as numbers, `count` of them.
  func array<T: BitwiseCopyable & Sendable>(
    _ section: Section, of type: T.Type, count: Int? = nil
  ) throws(ReportIndexError) -> MappedArray<T> {
    let bytes = bytes(section)
    let stride = MemoryLayout<T>.stride
    guard bytes.count % stride == 0, count == nil || bytes.count == count.map({ $0 * stride })
    else {
      throw .damaged(path: path, what: "its section '\(section.rawValue)' has \(bytes.count) bytes")
    }
    return MappedArray(bytes.assumingMemoryBound(to: type), owner: mapping)
  }
}
