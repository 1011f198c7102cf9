import BitestoEmbedding
import BitestoText
import Testing

@Suite struct TranslationTableTests {
  private func translations(of word: String) throws -> [Int: TranslationTable.Translation] {
    let table = try TranslationTable.builtIn()
    let row = try #require(
      table.row(WordFrequencies.hash(word.utf8), language: .italian), "no row for \(word)")
    let found = table.translations(ofRow: row)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.target, $0) })
  }

  private func english(_ word: String) throws -> Int? {
    try TranslationTable.builtIn().row(WordFrequencies.hash(word.utf8), language: .english)
  }

  @Test(arguments: [("ponte", "bridge"), ("sindaco", "mayor"), ("presidente", "president")])
  func `a word's usual translation is likely in both directions`(
    italian: String, word: String
  ) throws {
    let row = try #require(try english(word))
    let found = try #require(try translations(of: italian)[row])
    #expect(found.forward > 0.3)
    #expect(found.backward > 0.3)
  }

  @Test func `what a word is never translated by is not listed`() throws {
    let row = try #require(try english("orchestra"))
    #expect(try translations(of: "ponte")[row] == nil)
  }

  @Test func `unknown words, other languages and rows that are not there have nothing`() throws {
    let table = try TranslationTable.builtIn()
    #expect(table.row(WordFrequencies.hash("qwxyzk".utf8), language: .italian) == nil)
    #expect(table.row(WordFrequencies.hash("ponte".utf8), language: .russian) == nil)
    #expect(table.translations(ofRow: -1).isEmpty)
    #expect(table.translations(ofRow: .max).isEmpty)
  }
}
