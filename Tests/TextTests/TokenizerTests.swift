import BitestoText
import TestSupport
import Testing

struct TokenizerTests {
  @Test(
    "splits Italian at elisions, numbers whole",
    arguments: [
      ("dell'Ucraina e dell’11 marzo", "dell' Ucraina e dell’ 11 marzo"),
      ("un po' d'aria, c'è", "un po' d' aria , c' è"),
      ("l'\"operazione\"", "l' \" operazione \""),
      ("1.250,50 euro il 12/05/2023 alle 14:30.", "1.250,50 euro il 12/05/2023 alle 14:30 ."),
      ("post-sovietico (2022)", "post-sovietico ( 2022 )"),
      ("vedi https://a.it/b?c=1, o a.b@c.it.", "vedi https://a.it/b?c=1 , o a.b@c.it ."),
      ("piu\u{300} 🇧🇾👩‍🚀", "piu\u{300} 🇧🇾 👩‍🚀"),
    ])
  func splitsItalian(text: String, expected: String) throws {
    #expect(try tokens(text, .italian) == expected)
  }

  @Test(
    "splits English at possessives, contractions whole",
    arguments: [
      ("Moscow's troops didn't move", "Moscow 's troops didn't move"),
      ("the boys’ club, 3.5% of $1,000", "the boys ’ club , 3.5 % of $ 1,000"),
      ("Russia’s 20th", "Russia ’s 20th"),
    ])
  func splitsEnglish(text: String, expected: String) throws {
    #expect(try tokens(text, .english) == expected)
  }

  @Test("keeps Cyrillic words whole")
  func splitsCyrillic() throws {
    #expect(
      try tokens("Об'єднання «Ў» – з 1994-го", .ukrainian) == "Об'єднання « Ў » – з 1994 - го")
  }

  @Test("folds every spelling of a word to one key")
  func folds() {
    let spellings = ["CITTÀ", "citta\u{300}", "città", "CITTA\u{300}", "cit\u{AD}tà"]
    #expect(Set(spellings.map { WordFolding.key($0.utf8) }) == ["città"])
    #expect(Array(WordFolding.key("citta\u{300}".utf8).utf8) == Array("citt\u{E0}".utf8))
    #expect(WordFolding.key("ДЕЙ".utf8) == WordFolding.key("деи\u{306}".utf8))
    #expect(WordFolding.key("Dell’".utf8) == "dell'")
  }

  private func tokens(_ text: String, _ language: Language) throws -> String {
    let document = try MarkedText(text).document(language)
    return Tokenizer(language: language).tokens(in: document, 0..<document.bytes.count)
      .map { document.text($0.range) }.joined(separator: " ")
  }
}
