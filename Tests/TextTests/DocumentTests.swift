import BitestoText
import Testing

struct DocumentTests {
  private func document(_ bytes: [UInt8]) throws -> Document {
    try Document(path: "a.txt", contents: bytes, language: .italian)
  }

  private func error(_ bytes: [UInt8]) -> DocumentError? {
    do {
      _ = try document(bytes)
      return nil
    } catch {
      return error as? DocumentError
    }
  }

  @Test("keeps the bytes as they are: CR LF, tabs, decomposed letters")
  func keepsBytes() throws {
    let bytes = Array("Uno\tdue\r\n\r\npiu\u{300}".utf8)
    let document = try document(bytes)
    #expect(document.bytes == bytes)
    #expect(document.paragraphs.map(document.text) == ["Uno\tdue", "piu\u{300}"])
  }

  @Test("drops a byte order mark and counts offsets after it")
  func dropsMark() throws {
    let document = try document([0xEF, 0xBB, 0xBF] + Array("Ciao".utf8))
    #expect(document.bytes == Array("Ciao".utf8))
    #expect(document.paragraphs == [0..<4])
  }

  @Test(
    "ends paragraphs at every kind of line end",
    arguments: ["\n", "\r", "\r\n", "\n \t\n", "\u{2028}", "\u{2029}", "\n\u{A0}\n"])
  func endsParagraphs(lineEnd: String) throws {
    let document = try document(Array("Prima riga.\(lineEnd)Seconda.".utf8))
    #expect(document.paragraphs.map(document.text) == ["Prima riga.", "Seconda."])
  }

  @Test("says where a byte is not UTF-8 and how to convert the file")
  func reportsLatin1() {
    let error = error(Array("riga\nperch".utf8) + [0xE9] + Array(" no, citt".utf8) + [0xE0])
    #expect(
      error == .notUTF8(path: "a.txt", byteOffset: 10, line: 2, guess: .western))
    #expect(
      error?.description
        == "a.txt:2: byte 10 is not UTF-8; it looks like Latin-1/Windows-1252; convert it with "
        + "iconv -f WINDOWS-1252 -t UTF-8 'a.txt'")
  }

  @Test("guesses Windows-1251 and text cut inside a character")
  func guessesEncodings() {
    let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect(
      error(cyrillic) == .notUTF8(path: "a.txt", byteOffset: 0, line: 1, guess: .cyrillic))
    #expect(
      error(Array("Perch".utf8) + [0xC3])
        == .notUTF8(path: "a.txt", byteOffset: 5, line: 1, guess: .truncated))
  }

  @Test(
    "refuses what well-formed UTF-8 excludes",
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func refusesMalformed(bytes: [UInt8]) {
    guard case .notUTF8(_, let offset, _, _) = error([0x61] + bytes) else {
      Issue.record("accepted \(bytes)")
      return
    }
    #expect(offset == 1)
  }

  @Test("reports a zero byte with its offset")
  func reportsZero() {
    #expect(error(Array("ab".utf8) + [0]) == .zeroByte(path: "a.txt", byteOffset: 2))
  }

  @Test("reports a text without words", arguments: ["", " \n\t\r\n", "\u{FEFF}\n"])
  func reportsEmpty(text: String) {
    #expect(error(Array(text.utf8)) == .empty(path: "a.txt"))
  }

  @Test(
    "recognizes other kinds of file and says what to do",
    arguments: [
      (Array("%PDF-1.7\n".utf8), "pdftotext 'a.txt'"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "save it as plain text in UTF-8"),
      ([0xFF, 0xFE, 0x43, 0x00], "iconv -f UTF-16 -t UTF-8 'a.txt'"),
      ([0xFE, 0xFF, 0x00, 0x43], "iconv -f UTF-16 -t UTF-8 'a.txt'"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x43], "iconv -f UTF-32 -t UTF-8 'a.txt'"),
      (Array("{\\rtf1\\ansi".utf8), "save it as plain text in UTF-8"),
      ([0x1F, 0x8B, 0x08], "gunzip 'a.txt'"),
    ] as [([UInt8], String)])
  func recognizesFormats(bytes: [UInt8], advice: String) {
    #expect(error(bytes)?.description.hasSuffix(advice) == true)
  }
}
