import CEmbeddingModel
import TestSupport
import Testing

@testable import BitestoEmbedding

@Suite("Quantized vectors")
struct QuantizedVectorsTests {
  /// Numbers that look random and are always the same.
  private func table(_ count: Int, width: Int, seed: UInt64 = 1) -> VectorTable {
    var table = VectorTable(count: count, width: width)
    var random = SplitMix(state: seed)
    for index in table.values.indices {
      table.values[index] = Float(Int(random.next() % 2_001) - 1_000) / 500
    }
    return table
  }

  @Test(arguments: [1, 63, 64, 100, 512])
  func aComponentIsOffByHalfAScaleAtMost(width: Int) {
    let floats = table(5, width: width)
    let bytes = QuantizedVectors(floats)
    for row in 0..<5 {
      let largest = floats[row].reduce(0) { max($0, abs($1)) }
      for (found, value) in zip(bytes[row], floats[row]) {
        #expect(abs(found - value) <= largest / 253)
      }
    }
  }

  @Test(arguments: [1, 63, 64, 100, 192, 512])
  func productsAreThoseOfTheRows(width: Int) {
    let left = QuantizedVectors(table(7, width: width))
    let right = QuantizedVectors(table(6, width: width, seed: 9))
    let products = left.products(of: [6, 0, 3], with: right, 1..<6)
    for (place, row) in [6, 0, 3].enumerated() {
      for other in 1..<6 {
        let sum = zip(left[row], right[other]).reduce(Double(0)) { $0 + Double($1.0 * $1.1) }
        #expect(abs(Double(products[place * 5 + other - 1]) - sum) < 1e-3 * (1 + abs(sum)))
        #expect(left.dot(row, other, of: right) == products[place * 5 + other - 1])
      }
    }
  }

  @Test func rowsThatAreNotThereHaveNoProducts() {
    let vectors = QuantizedVectors(table(2, width: 8))
    #expect(vectors.dot(2, 0, of: vectors) == 0 && vectors.dot(0, 2, of: vectors) == 0)
    #expect(vectors.dot(-1, 0, of: vectors) == 0)
    #expect(vectors.products(of: [5, 0], with: vectors, 0..<9).prefix(2) == [0, 0])
    #expect(vectors.products(of: [0], with: QuantizedVectors(width: 9), 0..<1).isEmpty)
    #expect(vectors.selecting([1, 7, 1]).count == 2)
    #expect(QuantizedVectors(width: 0).count == 0)
  }

  @Test func whatIsNoNumberBecomesZeros() {
    let vectors = QuantizedVectors(VectorTable(rows: [[.infinity, 1], [.nan, 2], [0, 0]]))
    #expect(vectors[0] == [0, 0])
    #expect(vectors.dot(2, 2, of: vectors) == 0)
  }

  /// The nearest rows, by looking at all products.
  private func nearest(_ wanted: Int, _ rows: QuantizedVectors, _ queries: QuantizedVectors)
    -> [[Int]]
  {
    (0..<queries.count).map { query in
      let products = rows.products(of: Array(0..<rows.count), with: queries, query..<(query + 1))
      return Array(
        products.indices.sorted { (products[$1], $0) < (products[$0], $1) }.prefix(wanted))
    }
  }

  @Test(arguments: [1, 2, 5], [1, 24, 300])
  func theNearestRowsAreFoundInOrder(threads: Int, wanted: Int) {
    let rows = QuantizedVectors(table(9_000, width: 64))
    let queries = QuantizedVectors(table(3, width: 64, seed: 5))
    let found = rows.nearest(wanted, to: queries, threads: threads)
    #expect(found.map { $0.map(\.row) } == nearest(wanted, rows, queries))
  }

  @Test func noMoreRowsAreNearThanThereAre() {
    let rows = QuantizedVectors(table(9_000, width: 64))
    let found = rows.nearest(20_000, to: rows.selecting([0]), threads: 2)[0]
    #expect(Set(found.map(\.row)) == Set(0..<9_000))
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.product >= $1.product })
  }

  @Test func equallyNearRowsComeByNumber() {
    let rows = QuantizedVectors(VectorTable(rows: (0..<10_000).map { [Float($0 % 3), 1] }))
    let queries = QuantizedVectors(VectorTable(rows: [[1, 0]]))
    let found = rows.nearest(4, to: queries, threads: 2)[0].map(\.row)
    #expect(found == [2, 5, 8, 11])
  }

  @Test func withoutRowsNothingIsNear() {
    let queries = QuantizedVectors(table(2, width: 8))
    #expect(QuantizedVectors(width: 8).nearest(3, to: queries, threads: 2) == [[], []])
    #expect(QuantizedVectors(table(2, width: 9)).nearest(3, to: queries, threads: 2) == [[], []])
    #expect(queries.nearest(0, to: queries, threads: 1) == [[], []])
  }
}
