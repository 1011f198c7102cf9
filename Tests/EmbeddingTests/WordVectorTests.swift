import BitestoText
import Testing

@testable import BitestoEmbedding

@Suite("Word vectors")
struct WordVectorTests {
  private let encoder: Encoder

  init() throws {
    encoder = try Encoder.builtIn(threads: 2)
  }

  private func distance(_ one: some Sequence<Float>, _ other: some Sequence<Float>) -> Float {
    zip(one, other).map { abs($0 - $1) }.max() ?? 0
  }

  @Test func aTextIsTheSumOfItsWords() {
    let words = WordVectors(encoder: encoder)
    let sums = words.sums(
      [["il", "gatto", "dorme"], ["il"], ["gatto"], ["dorme"], ["dorme", "il", "gatto"], []],
      language: .italian)
    let added = zip(zip(sums[1], sums[2]), sums[3]).map { $0.0 + $0.1 + $1 }
    #expect(distance(sums[0], added) < 1e-5)
    #expect(distance(sums[0], sums[4]) < 1e-5)
    #expect(sums[5].allSatisfy { $0 == 0 })
    #expect(distance(sums[0], sums[1]) > 0.01)
  }

  @Test func aRepeatedWordCountsTwice() {
    let sums = WordVectors(encoder: encoder).sums(
      [["gatto"], ["gatto", "gatto"]], language: .italian)
    #expect(distance(sums[0].map { 2 * $0 }, sums[1]) < 1e-5)
  }

  @Test(arguments: [
    (Language.italian, ["di", "governo", "ghiacciaio", "sbrindellato"]),
    (.english, ["the", "government", "glacier", "bedraggledly"]),
    (.russian, ["и", "правительство", "ледник", "обтрёпанность"]),
    (.ukrainian, ["і", "уряд", "льодовик", "пошарпаність"]),
  ])
  func rareWordsWeighMore(language: Language, words: [String]) {
    let vectors = WordVectors(encoder: encoder)
    let weights = words.map { vectors.weight(of: $0, language: language) }
    #expect(weights == weights.sorted())
    #expect(weights[0] < 0.2)
    #expect(weights[1] < 1 && weights[3] <= 1 && weights[0] > 0)
    #expect(weights[0] < weights[1] && weights[1] < weights[2])
  }

  @Test func weightsDoNotDependOnCaseOrComposition() {
    let vectors = WordVectors(encoder: encoder)
    let weight = vectors.weight(of: "perché", language: .italian)
    #expect(vectors.weight(of: "PERCHÉ", language: .italian) == weight)
    #expect(vectors.weight(of: "perche\u{301}", language: .italian) == weight)
    #expect(weight < 0.9)
  }

  @Test func aLanguageWithoutFrequenciesWeighsAllWordsAlike() {
    let vectors = WordVectors(encoder: encoder)
    let language = Language(rawValue: "de")
    let weight = vectors.weight(of: "und", language: language)
    #expect(weight > 0.99 && weight <= 1)
    #expect(vectors.weight(of: "Gletscher", language: language) == weight)
  }

  @Test func moreWordsThanAreKeptChangeNothing() {
    let texts = (0..<12).map { text in (0..<4).map { "\(text * 3 + $0)" } + ["gatto"] }
    let expected = WordVectors(encoder: encoder).sums(texts, language: .italian)
    for capacity in [5, 7, 16] {
      let small = WordVectors(encoder: encoder, capacity: capacity)
      #expect(small.sums(texts, language: .italian).values == expected.values, "\(capacity) words")
      #expect(small.sums(texts.reversed(), language: .italian)[11].elementsEqual(expected[0]))
    }
  }

  @Test func aTextWithMoreWordsThanAreKeptLosesTheLastOnes() {
    let small = WordVectors(encoder: encoder, capacity: 3)
    let sums = small.sums(
      [["uno", "due", "tre", "quattro"], ["uno", "due", "tre"], ["quattro"]], language: .italian)
    #expect(sums[0].elementsEqual(sums[1]))
    #expect(sums[2].contains { $0 != 0 })
  }
}
