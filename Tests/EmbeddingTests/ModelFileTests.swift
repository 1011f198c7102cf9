import CEmbeddingModel
import Foundation
import Testing

@testable import BitestoEmbedding

@Suite("Model files")
struct ModelFileTests {
  private static let again = "make it again with Sources/EmbeddingModel/build_model.py"
  private static let builtIn = Data(
    bytesNoCopy: UnsafeMutableRawPointer(mutating: bitesto_model_bytes()),
    count: bitesto_model_size(), deallocator: .none)

  /// Loads a file of these bytes and gives the error's text, the path written as "FILE".
  private func error(_ bytes: Data) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-\(UUID().uuidString).bin")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: ModelError.self) { try Encoder(contentsOf: file.path, threads: 1) }
    return try #require(error).description.replacingOccurrences(of: file.path, with: "FILE")
  }

  /// The built-in model, changed, with the right checksum again.
  private func changed(_ change: (inout Data) -> Void) -> Data {
    var bytes = Data(Self.builtIn)
    change(&bytes)
    let sum = bytes.withUnsafeBytes { bytes in
      bitesto_crc32(
        bytes.baseAddress.map { $0.assumingMemoryBound(to: UInt8.self) + 32 }, bytes.count - 32)
    }
    bytes.put(sum, at: 16)
    return bytes
  }

  /// Where the section's entry starts.
  private func entry(_ name: String) throws -> Int {
    let table = Self.builtIn[32..<(32 + 32 * 64)]
    return try #require(table.firstRange(of: Data(name.utf8) + [0]))
      .lowerBound
  }

  @Test func theBuiltInModelsChecksumIsRight() throws {
    let bytes = UnsafeRawBufferPointer(start: bitesto_model_bytes(), count: bitesto_model_size())
    _ = try ModelFile(path: "built-in model", bytes: bytes, storage: nil, checksum: true)
  }

  @Test func checksumsAreThoseOfZlib() {
    let check = Array("123456789".utf8)
    #expect(bitesto_crc32(check, 9) == 0xCBF4_3926)
    #expect(bitesto_crc32(check, 0) == 0)
  }

  @Test func aModelFileWorksLikeTheBuiltInModel() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-\(UUID().uuidString).bin")
    try Self.builtIn.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let encoder = try Encoder(contentsOf: file.path, threads: 1)
    let text = ["Il sole sorge a est."]
    #expect(try encoder.encode(text).values == Encoder.builtIn(threads: 1).encode(text).values)
  }

  @Test func aMissingFileIsNamed() throws {
    let error = #expect(throws: ModelError.self) { try Encoder(contentsOf: "/no/such/model.bin") }
    let text = try #require(error).description
    #expect(text.hasPrefix("/no/such/model.bin: cannot read the model: "))
  }

  @Test func whatIsNoModelIsRefused() throws {
    let expected = "FILE: not a Bitesto model file; \(Self.again)"
    #expect(try error(Data()) == expected)
    #expect(try error(Data("BITESTOM".utf8)) == expected)
    #expect(try error(Data(repeating: 65, count: 1_000)) == expected)
    #expect(try error(Data("bitestom".utf8) + Self.builtIn[8..<4_096]) == expected)
  }

  @Test func otherVersionsAreRefused() throws {
    var bytes = Data(Self.builtIn.prefix(4_096))
    bytes.put(UInt32(7), at: 8)
    #expect(
      try error(bytes) == "FILE: model version 7, but this Bitesto reads version 1; \(Self.again)")
  }

  @Test(arguments: [32, 4_096, 1_000_000])
  func aModelCutOffIsRefused(size: Int) throws {
    #expect(
      try error(Data(Self.builtIn.prefix(size)))
        == "FILE: the model has \(size) bytes instead of \(Self.builtIn.count); copy it again or "
        + Self.again)
  }

  @Test func aDamagedByteIsFound() throws {
    var bytes = Data(Self.builtIn)
    bytes[bytes.count / 2] ^= 1
    #expect(
      try error(bytes) == "FILE: the model's checksum does not match; copy it again or "
        + Self.again)
  }

  @Test func aTableThatDoesNotFitIsRefused() throws {
    var bytes = Data(Self.builtIn.prefix(64))
    bytes.put(UInt32.max, at: 12)
    bytes.put(UInt64(64), at: 24)
    #expect(
      try error(bytes)
        == "FILE: malformed model: no room for a table of 4294967295 sections; \(Self.again)")
  }

  @Test(arguments: ["norm", "pieces", "scores", "rows", "matrices", "vectors", "common"])
  func aMissingSectionIsNamed(name: String) throws {
    let at = try entry(name)
    #expect(
      try error(changed { $0[at] = UInt8(ascii: "X") })
        == "FILE: malformed model: section '\(name)' is missing; \(Self.again)")
  }

  @Test(arguments: [
    (16, UInt64(1) << 40), (16, UInt64.max - 63), (16, 65), (24, UInt64.max), (24, 1 << 40),
  ])
  func aSectionOutsideTheFileIsNamed(field: Int, value: UInt64) throws {
    let at = try entry("scores")
    #expect(
      try error(changed { $0.put(value, at: at + field) })
        == "FILE: malformed model: section 'scores' lies outside the file; \(Self.again)")
  }

  @Test(arguments: [
    ("matrices", 64, "section 'matrices' has 64 bytes"),
    ("coarse", 0, "section 'coarse' has 0 bytes"),
    ("scores", 6, "section 'scores' has 6 bytes"),
    ("scores", 0, "no pieces"),
    ("norm", 2, "no normalization table"),
    ("rows", 100, "section 'rows' has 100 bytes"),
    ("words it", 4, "the it frequency table is uneven"),
  ])
  func aSectionOfTheWrongSizeIsNamed(name: String, size: UInt64, what: String) throws {
    let at = try entry(name)
    #expect(
      try error(changed { $0.put(size, at: at + 24) })
        == "FILE: malformed model: \(what); \(Self.again)")
  }

  @Test func impossibleValuesAreRefused() throws {
    let sections = try ["scores", "rowclass", "norm"].map { name in
      let at = try entry(name)
      return Self.builtIn.withUnsafeBytes {
        Int($0.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
      }
    }
    #expect(
      try error(changed { $0.put(Float.nan.bitPattern, at: sections[0] + 40) })
        == "FILE: malformed model: section 'scores' holds a value that is no number; \(Self.again)")
    #expect(
      try error(changed { $0[sections[1] + 5] = 17 })
        == "FILE: malformed model: a row has an unknown scale; \(Self.again)")
    #expect(
      try error(changed { $0.put(UInt32.max - 3, at: sections[2]) })
        == "FILE: malformed model: the normalization table's size is 4294967292; \(Self.again)")
  }
}

extension Data {
  /// Writes the value's little-endian bytes over those at `offset`.
  fileprivate mutating func put<T: FixedWidthInteger>(_ value: T, at offset: Int) {
    Swift.withUnsafeBytes(of: value.littleEndian) { bytes in
      replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    }
  }
}
