import Testing

@testable import BitestoEmbedding

@Suite("The encoder")
struct EncoderTests {
  private static let texts = [
    "Il treno parte alle otto.", "", "The train leaves at eight.", "Sì", "Поезд отходит в восемь.",
    "Non c'è niente di nuovo sotto il sole, disse il vecchio guardando le barche nel porto.",
    "There is nothing new under the sun, said the old man as he watched the boats in the harbor.",
  ]

  @Test func vectorsHaveUnitLength() throws {
    let table = try Encoder.builtIn(threads: 1).encode(Self.texts)
    #expect(table.count == Self.texts.count && table.width == 512)
    for row in 0..<table.count { #expect(abs(table.dot(row, row, of: table) - 1) < 1e-5) }
  }

  @Test func nothingGivesAnEmptyTable() throws {
    #expect(try Encoder.builtIn().encode([]).count == 0)
  }

  @Test func translationsAreNearestNeighbors() throws {
    let italian = [
      "Il gatto dorme sul divano.", "Il parlamento ha respinto la legge.", "Domani pioverà.",
      "La squadra ha perso la finale.",
    ]
    let english = [
      "The cat is asleep on the sofa.", "Parliament rejected the bill.",
      "It will rain tomorrow.", "The team lost the final.",
    ]
    let encoder = try Encoder.builtIn()
    let cosines = encoder.encode(italian).products(with: encoder.encode(english))
    for row in italian.indices {
      let line = Array(cosines[(row * 4)..<(row * 4 + 4)])
      #expect(line.max() == line[row], "\(italian[row])")
    }
  }

  @Test(arguments: [("гарантії безпеки", "гарантии безпеки"), ("Ґданськ і Київ", "Гданськ и Киив")])
  func lettersThatRussianDoesNotHaveAreReadAsItsOwn(text: String, respelled: String) throws {
    let encoder = try Encoder.builtIn(threads: 1)
    #expect(encoder.vectors(of: [text]).values == encoder.encode([respelled]).values)
  }

  @Test func aVectorDoesNotDependOnItsCompany() throws {
    let encoder = try Encoder.builtIn(threads: 1)
    let together = encoder.encode(Self.texts)
    let reversed = encoder.encode(Self.texts.reversed())
    for (row, text) in Self.texts.enumerated() {
      #expect(encoder.encode([text])[0].elementsEqual(together[row]), "\(text)")
      #expect(reversed[Self.texts.count - 1 - row].elementsEqual(together[row]), "\(text)")
    }
  }

  @Test func twoThreadsComputeWhatOneComputes() throws {
    let texts = (0..<130).map { "\($0) " + Self.texts[$0 % Self.texts.count].prefix(12) }
    let one = try Encoder.builtIn(threads: 1).encode(texts)
    #expect(try Encoder.builtIn(threads: 2).encode(texts).values == one.values)
  }

  @Test func oneEncoderServesSeveralTasksAtOnce() async throws {
    let encoder = try Encoder.builtIn(threads: 2)
    let expected = encoder.encode(Self.texts).values
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 { group.addTask { encoder.encode(Self.texts).values == expected } }
      for await same in group { #expect(same) }
    }
  }

  @Test func aSmallCacheIsFilledAgainAndAgain() throws {
    let texts = (0..<40).map { "\($0 * 7) " + Self.texts[$0 % Self.texts.count] }
    let small = try Encoder(model: .builtIn(), threads: 2, cachedPieces: 32)
    #expect(try small.encode(texts).values == Encoder.builtIn(threads: 2).encode(texts).values)
  }

  @Test func moreDifferentPiecesThanTheCacheHoldsLeaveNoVectorEmpty() throws {
    let letters = "abcdefghilmnopqrstuvz"
    let texts = letters.prefix(8).map { first in
      letters.map { "\(first)\($0)" }.joined(separator: " ")
    }
    let encoder = try Encoder(model: .builtIn(), threads: 2, cachedPieces: 32)
    try #require(Set(texts.flatMap(encoder.tokenize)).count > 64)
    let table = encoder.encode(texts)
    for row in texts.indices { #expect(abs(table.dot(row, row, of: table) - 1) < 1e-5) }
  }

  @Test func onlyTheFirst4096PiecesOfATextCount() throws {
    let encoder = try Encoder.builtIn(threads: 1)
    let long = String(repeating: "no ", count: 4_095)
    let pieces = encoder.tokenize(long).count
    try #require(pieces == 4_097)
    let table = encoder.encode([long, long + "sì forse mai", long.replacing("no ", with: "no no ")])
    #expect(table[0].elementsEqual(table[1]))
    #expect(table[0].elementsEqual(table[2]))
    #expect(abs(table.dot(0, 0, of: table) - 1) < 1e-5)
  }
}
