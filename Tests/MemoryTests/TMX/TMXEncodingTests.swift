import BitestoMemory
import Testing

@Suite struct TMXEncodingTests {
  struct Sample: CustomTestStringConvertible {
    var declared: String
    var bytes: [UInt8]
    var text: String
    var testDescription: String { declared }
  }

  private static let singleByte = [
    Sample(declared: "windows-1252", bytes: [0xE8, 0x20, 0x80, 0x93], text: "è €“"),
    Sample(declared: "ISO-8859-1", bytes: [0x70, 0xEC, 0xF9], text: "pìù"),
    Sample(declared: "KOI8-R", bytes: [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], text: "Привет"),
    Sample(declared: "windows-1251", bytes: [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], text: "Привет"),
    Sample(declared: "Shift_JIS", bytes: [0x93, 0xFA, 0x96, 0x7B, 0x83, 0x5C], text: "日本ソ"),
  ]

  @Test(arguments: singleByte)
  func `a declared encoding is read`(sample: Sample) throws {
    let bytes = file(declared: sample.declared, sample.bytes)
    for size in [1, 3, bytes.count] {
      let read = try TMXSample.read(TMXSample.pieces(bytes, of: size))
      #expect(read.units == [["it \(sample.text)", "en x"]])
      #expect(read.problems.isEmpty)
    }
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read with and without a byte order mark`(isLittle: Bool, hasMark: Bool) throws {
    let text = TMXSample.memory(
      TMXSample.unit("però 𝄞\u{FEFF}😀", "x"),
      declaration: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
    let units = Array(text.utf16)
    let bytes = ((hasMark ? [0xFEFF] : []) + units).flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    for size in [1, 2, 3, 7, bytes.count] {
      let read = try TMXSample.read(TMXSample.pieces(bytes, of: size))
      #expect(read.units == [["it però 𝄞\u{FEFF}😀", "en x"]])
      #expect(read.problems.isEmpty)
    }
    // A byte of the last character is missing.
    let cut = try TMXSample.read(ByteSource(bytes.dropLast()))
    #expect(cut.units.count == 1)
  }

  @Test func `half a surrogate pair costs its unit`() throws {
    let text = TMXSample.memory(TMXSample.unit("a#b", "x") + "\n" + TMXSample.unit("c", "d"))
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      unit == 0x23 ? [0x00, 0xD8] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let read = try TMXSample.read(ByteSource([0xFF, 0xFE] + bytes))
    #expect(read.units == [["it c", "en d"]])
    #expect(read.problems == ["unreadable-unit 4"])
  }

  @Test func `bytes that are not as declared cost their units`() throws {
    let bad = Array(TMXSample.unit("perch#", "x").utf8).map { $0 == 0x23 ? 0xE9 : $0 }
    let text = TMXSample.memory("@\n" + TMXSample.unit("perché", "why"))
    let bytes = text.utf8.flatMap { $0 == 0x40 ? bad : [$0] }
    let read = try TMXSample.read(ByteSource(bytes))
    #expect(read.units == [["it perché", "en why"]])
    #expect(read.problems == ["unreadable-unit 4"])
    #expect(
      read.messages == [
        "unit left out: bytes that are not UTF-8; restore the text, or mend the declared encoding"
      ])
  }

  @Test func `who declares UTF-16 and writes UTF-8 is read`() throws {
    let text = TMXSample.memory(
      TMXSample.unit("è", "is"), declaration: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
    #expect(try TMXSample.read(text).units == [["it è", "en is"]])
    #expect(try TMXSample.read("\u{FEFF}" + text).units == [["it è", "en is"]])
  }

  @Test func `an unknown encoding is an error with its name`() {
    let text = TMXSample.memory("", declaration: "<?xml version=\"1.0\" encoding=\"EBCDIC-X\"?>")
    let error = #expect(throws: MemoryError.self) { try TMXSample.read(text) }
    #expect(error?.what.contains("“EBCDIC-X”") == true)
  }

  @Test func `a packed file may have several members and padding`() throws {
    let bytes = Array(TMXSample.memory(TMXSample.unit("uno", "one")).utf8)
    var packed: [UInt8] = []
    for part in [bytes[..<100], bytes[100...], []] {
      let writer = try GzipWriter { packed += $0 }
      try writer.write(part)
      try writer.finish()
    }
    for size in [1, 1000] {
      let read = try TMXSample.read(TMXSample.pieces(packed + [0, 0, 0], of: size))
      #expect(read.units == [["it uno", "en one"]])
    }
    #expect(throws: MemoryError.self) { try TMXSample.read(ByteSource(packed.dropLast(30))) }
    packed[50] ^= 0x55
    #expect(throws: MemoryError.self) { try TMXSample.read(ByteSource(packed)) }
  }

  private func file(declared: String, _ words: [UInt8]) -> [UInt8] {
    let text = TMXSample.memory(
      TMXSample.unit("@", "x"), declaration: "<?xml version=\"1.0\" encoding=\"\(declared)\"?>")
    return text.utf8.flatMap { $0 == 0x40 ? words : [$0] }
  }
}
