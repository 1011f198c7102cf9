import Testing

@testable import BitestoEmbedding

@Suite("Vector tables")
struct VectorTableTests {
  private func table(_ rows: [[Float]]) -> VectorTable {
    var table = VectorTable(count: 0, width: 3)
    table.values = rows.flatMap { $0 }
    return table
  }

  private let counting: [[Float]] = [[1, 2, 2], [0, 0, 0], [0, 3, 4]]

  @Test func aNewTableHoldsZeros() {
    let table = VectorTable(count: 2, width: 3)
    #expect(table.count == 2 && table.width == 3)
    #expect(table.values == [0, 0, 0, 0, 0, 0])
    #expect(VectorTable(count: 0, width: 0).count == 0)
  }

  @Test func rowsAreFoundByNumber() {
    #expect(Array(table(counting)[2]) == [0, 3, 4])
  }

  @Test func rowsThatAreNotThereAreNotRead() {
    var rows = table(counting)
    #expect(rows.selecting([-1, 2, 3]).values == [0, 3, 4])
    #expect(rows.dot(-1, 0, of: rows) == 0 && rows.dot(0, -1, of: rows) == 0)
    #expect(rows.dot(3, 0, of: rows) == 0 && rows.dot(0, 3, of: rows) == 0)
    rows.replace([-1], with: table([[9, 9, 9]]))
    #expect(rows.values == table(counting).values)
    var empty = VectorTable(count: 2, width: 0)
    empty.normalize()
    #expect(empty.count == 0)
  }

  @Test func rowsAreReplacedInOrder() {
    var changed = table(counting)
    changed.replace([2, 0, 9], with: table([[1, 1, 1], [5, 5, 5], [6, 6, 6]]))
    #expect(changed.values == [5, 5, 5, 0, 0, 0, 1, 1, 1])
    changed.replace([1], with: VectorTable(count: 1, width: 2))
    #expect(changed.values == [5, 5, 5, 0, 0, 0, 1, 1, 1])
  }

  @Test func rowsAreSelectedInAnyOrderAndMoreThanOnce() {
    #expect(table(counting).selecting([2, 2, 0, 9]).values == [0, 3, 4, 0, 3, 4, 1, 2, 2])
    #expect(table(counting).selecting([]).count == 0)
  }

  @Test func rowsBecomeUnitVectorsAndZerosStay() {
    var unit = table(counting)
    unit.normalize()
    let expected: [Float] = [1 / 3, 2 / 3, 2 / 3, 0, 0, 0, 0, 0.6, 0.8]
    for (found, value) in zip(unit.values, expected) { #expect(abs(found - value) < 1e-6) }
  }

  @Test func dotProductsAreSums() {
    let table = table(counting)
    #expect(table.dot(0, 2, of: table) == 14)
    #expect(table.dot(1, 2, of: table) == 0)
    #expect(table.dot(0, 0, of: VectorTable(count: 1, width: 2)) == 0)
    #expect(table.dot(3, 0, of: table) == 0)
  }

  @Test func productsAreTheDotProductsOfAllRows() {
    let left = table(counting)
    let right = table([[1, 1, 1], [1, 0, -1]])
    #expect(left.products(with: right) == [5, -1, 0, 0, 7, -4])
    #expect(left.products(with: VectorTable(count: 2, width: 2)).isEmpty)
    #expect(left.products(with: VectorTable(count: 0, width: 3)).isEmpty)
  }

  @Test(arguments: [1, 15, 16, 17, 40, 512])
  func productsAreRightForEveryWidth(width: Int) {
    var left = VectorTable(count: 5, width: width)
    var right = VectorTable(count: 3, width: width)
    for index in left.values.indices { left.values[index] = Float((index * 7) % 11) - 5 }
    for index in right.values.indices { right.values[index] = Float((index * 5) % 13) - 6 }
    let products = left.products(with: right)
    for row in 0..<5 {
      for column in 0..<3 {
        let sum = zip(left[row], right[column]).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        #expect(products[row * 3 + column] == sum)
        #expect(left.dot(row, column, of: right) == sum)
      }
    }
  }
}
