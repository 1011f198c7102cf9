import BitestoText
import Testing

struct CodePointIndexTests {
  @Test(
    "agrees with counting code points one by one, at every offset", arguments: [0, 1, 255, 700])
  func agreesWithCounting(repeats: Int) {
    let text = String(repeating: "aè€🇮🇹", count: repeats)
    let index = CodePointIndex(Array(text.utf8))
    var offset = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.codePoint(atByte: offset) == count)
      offset += scalar.utf8.count
    }
    #expect(index.codePoint(atByte: offset) == text.unicodeScalars.count)
  }

  @Test("clamps offsets outside the text")
  func clamps() {
    let index = CodePointIndex(Array("città".utf8))
    #expect(index.codePoint(atByte: -3) == 0)
    #expect(index.codePoint(atByte: 99) == 5)
    #expect(index.codePoints(4..<6) == 4..<5)
  }
}
