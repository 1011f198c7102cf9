import BitestoText
import Foundation
import Testing

struct HTMLEncodingTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let document = try Document(path: "a.html", html: bytes, language: .italian)
    return document.text(0..<document.bytes.count)
  }

  private func page(_ head: String, _ body: [UInt8]) -> [UInt8] {
    Array("<html><head>\(head)</head><body><p>".utf8) + body
  }

  @Test(
    "reads the encoding that a page declares",
    arguments: [
      ("<meta charset=windows-1252>", [0x93, 0xE8, 0x94, 0x80], "“è”€"),
      ("<META CHARSET='ISO-8859-1'>", [0x91, 0xE0, 0x92], "‘à’"),
      ("<meta http-equiv=content-type content='text/html; charset=latin1'>", [0xF2], "ò"),
      ("<meta content='text/html;CHARSET = \"cp1251\"' http-equiv=\"Content-Type\">", [0xCC], "М"),
      ("<meta charset=koi8-r>", [0xED, 0xC9, 0xD2], "Мир"),
      ("<meta charset=koi8-u>", [0xA6], "і"),
      ("<meta charset=iso-8859-15>", [0xA4], "€"),
      ("<meta charset=utf-16>", [0xC3, 0xA8], "è"),
      ("<meta name=x content='charset=koi8-r'>", [0xC3, 0xA8], "è"),
      ("<!-- <meta charset=koi8-r> -->", [0xC3, 0xA8], "è"),
      ("<meta charset=windows-1252>", Array("è già".utf8), "è già"),
      ("<meta charset=x-unheard-of>", [0xC3, 0xA8], "è"),
    ] as [(String, [UInt8], String)])
  func readsEncodings(head: String, body: [UInt8], expected: String) throws {
    #expect(try text(page(head, body)) == expected)
  }

  @Test("believes a byte order mark more than a declaration")
  func believesMarks() throws {
    let html = "<html><meta charset=koi8-r><p>Città 🇮🇹"
    #expect(try text([0xEF, 0xBB, 0xBF] + Array(html.utf8)) == "Città 🇮🇹")
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      for mark in ["\u{FEFF}", ""] {
        let bytes = Array(try #require((mark + html).data(using: encoding)))
        #expect(try text(bytes) == "Città 🇮🇹")
        #expect(HTMLPage.begins(bytes))
      }
    }
  }

  @Test("says what is wrong with bytes as for plain text, and where")
  func reportsFaults() {
    let western: [UInt8] = page("", Array("perch".utf8) + [0xE9, 0x20])
    #expect(
      throws: DocumentError.notUTF8(path: "a.html", byteOffset: 33, line: 1, guess: .western)
    ) { try text(western) }
    #expect(
      throws: DocumentError.unknownEncoding(path: "a.html", name: "big5")
    ) { try text(page("<meta charset=big5>", [0xA4, 0x40])) }
    #expect(
      throws: DocumentError.notAsDeclared(
        path: "a.html", byteOffset: 56, line: 2, encoding: "windows-1253")
    ) { try text(page("<meta charset=windows-1253>", [0x0A, 0xD2])) }
    #expect(
      throws: DocumentError.notAsDeclared(
        path: "a.html", byteOffset: 2, line: 1, encoding: "UTF-16")
    ) { try text([0xFF, 0xFE, 0x00, 0xDC, 0x61, 0x00]) }
    #expect(throws: DocumentError.zeroByte(path: "a.html", byteOffset: 29)) {
      try text(page("", [0x61, 0x00]))
    }
    #expect(throws: DocumentError.notText(path: "a.html", format: .pdf)) {
      try text(Array("%PDF-1.4".utf8))
    }
  }
}
