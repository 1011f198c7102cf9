import BitestoEmbedding
import Foundation
import Testing

@Suite("The piece tokenizer")
struct TokenizerTests {
  private static let (unknown, begin, end): (Int32, Int32, Int32) = (0, 1, 2)
  private let encoder: Encoder

  init() throws {
    encoder = try Encoder.builtIn(threads: 1)
  }

  @Test(arguments: [
    ("casa", 1), ("La casa è grande.", 5), ("The house is big.", 5), ("Дом большой.", 3),
    ("ciao ciao ciao", 6), ("il governo, il presidente", 5), ("1990", 1),
  ])
  func knownTextsHaveAsManyPiecesAsInTheFullVocabulary(text: String, pieces: Int) {
    let ids = encoder.tokenize(text)
    #expect(ids.count == pieces + 2)
    #expect(ids.first == Self.begin && ids.last == Self.end)
    #expect(!ids.contains(Self.unknown))
  }

  @Test(arguments: [
    ("perche\u{301} e\u{300} cosi\u{300}", "perché è così"),  // combining marks
    ("и\u{306}од", "йод"),
    ("Ｈｅｌｌｏ　１２３！", "Hello 123!"),  // full-width forms and space
    ("ﬁne e ﬂusso", "fine e flusso"),  // ligatures
    ("m² ½", "m2 1⁄2"),
    ("aspetta…", "aspetta..."),
    ("  uno \t due\u{a0}\u{2003}tre ", "uno due tre"),  // spaces collapse and vanish at the ends
    ("uno\ndue\u{2028}tre", "uno due tre"),
    ("uno\u{200B}due", "uno due"),  // zero-width space
    ("ciao▁", "ciao"), ("ciao ▁▁ ", "ciao"),  // the mark that stands for a space
  ])
  func textIsNormalizedBeforeItIsCut(written: String, normal: String) {
    #expect(encoder.tokenize(written) == encoder.tokenize(normal))
  }

  @Test(arguments: [("uno due", "unodue"), ("Roma", "roma"), ("è", "e"), ("1,5", "15")])
  func normalizationKeepsWhatDiffers(one: String, other: String) {
    #expect(encoder.tokenize(one) != encoder.tokenize(other))
  }

  @Test(arguments: [
    ("ᏣᎳᎩ", 3), ("casa ᏣᎳ casa", 2), ("\u{E000}\u{10FFFF}", 2), ("a\0b\0", 2), ("a\u{1}b", 1),
  ])
  func everyUnknownCharacterIsOneUnknownPiece(text: String, count: Int) {
    #expect(encoder.tokenize(text).count { $0 == Self.unknown } == count)
  }

  @Test(arguments: ["", " ", "\t\r\n", "\u{3000}\u{A0}\u{200B}", "\u{FEFF}", "▁", " ▁▁"])
  func blankTextIsOneUnknownPiece(text: String) {
    #expect(encoder.tokenize(text) == [Self.begin, Self.unknown, Self.end])
  }

  @Test(arguments: ["<s>", "</s>", "ciao <s> ciao"])
  func marksCannotBeWrittenInText(text: String) {
    let ids = encoder.tokenize(text)
    #expect(!ids.dropFirst().contains(Self.begin))
    #expect(!ids.dropLast().contains(Self.end))
  }

  @Test func veryLongWordsAreCutInLinearTime() {
    let ids = encoder.tokenize(String(repeating: "lacasa", count: 5_000))
    #expect(ids.count > 5_000 && ids.count < 15_002)
    #expect(!ids.contains(Self.unknown))
  }
}
