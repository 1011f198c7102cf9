import CEmbeddingModel

/// Rows of floats, one vector each, row after row.
public struct VectorTable: Sendable {
  /// Components in a vector.
  public let width: Int
  public internal(set) var values: [Float]

  /// Vectors in the table.
  public var count: Int { width == 0 ? 0 : values.count / width }

  /// A table of `count` zero vectors.
  public init(count: Int, width: Int) {
    self.width = width
    values = [Float](repeating: 0, count: count * width)
  }

  /// A table of rows of the same width; what a row has more or less than the first is cut or filled with
  /// zeros.
  public init(rows: [[Float]]) {
    let width = rows.first?.count ?? 0
    self.width = width
    values = rows.flatMap { row in
      row.prefix(width) + [Float](repeating: 0, count: max(0, width - row.count))
    }
  }

  public subscript(row: Int) -> ArraySlice<Float> {
    values[(row * width)..<((row + 1) * width)]
  }

  /// Puts the rows of `other`, in order, in the place of the given rows; those that are not there are
  /// passed over.
  public mutating func replace(_ rows: [Int], with other: VectorTable) {
    guard other.width == width else { return }
    for (from, row) in zip(0..<other.count, rows) where (0..<count).contains(row) {
      values.replaceSubrange((row * width)..<((row + 1) * width), with: other[from])
    }
  }

  /// The given rows as a table of their own; those that are not there are passed over.
  public func selecting(_ rows: some Sequence<Int>) -> VectorTable {
    var table = VectorTable(count: 0, width: width)
    for row in rows where (0..<count).contains(row) { table.values += self[row] }
    return table
  }

  /// Adds a scaled vector of the table's width to a row that is there.
  package mutating func add(_ scale: Float, _ vector: ArraySlice<Int16>, to row: Int) {
    let start = row * width
    values.withUnsafeMutableBufferPointer { values in
      vector.withUnsafeBufferPointer { vector in
        for index in 0..<min(width, vector.count) {
          values[start + index] += scale * Float(vector[index])
        }
      }
    }
  }

  /// Makes every row a unit vector; rows of zeros stay.
  public mutating func normalize() {
    guard width > 0 else { return }
    values.withUnsafeMutableBufferPointer { values in
      for start in stride(from: 0, to: values.count, by: width) {
        var squares: Float = 0
        for index in start..<(start + width) { squares += values[index] * values[index] }
        guard squares > 0 else { continue }
        let scale = 1 / squares.squareRoot()
        for index in start..<(start + width) { values[index] *= scale }
      }
    }
  }

  /// The dot product of two rows: the cosine, when both are unit vectors; 0 for a row that is not there.
  public func dot(_ row: Int, _ other: Int, of table: VectorTable) -> Float {
    guard width == table.width else { return 0 }
    return values.withUnsafeBufferPointer { left in
      table.values.withUnsafeBufferPointer { right in
        guard let a = left.baseAddress, let b = right.baseAddress, (0..<count).contains(row),
          (0..<table.count).contains(other)
        else { return 0 }
        return bitesto_dot(a + row * width, b + other * width, Int32(width))
      }
    }
  }

  /// All dot products: element [i * other.count + j] is row i times row j of `other`.
  public func products(with other: VectorTable) -> [Float] {
    guard width == other.width, count > 0, other.count > 0 else { return [] }
    return [Float](unsafeUninitializedCapacity: count * other.count) { buffer, filled in
      values.withUnsafeBufferPointer { left in
        other.values.withUnsafeBufferPointer { right in
          bitesto_dot_matrix(
            left.baseAddress, Int32(count), right.baseAddress, Int32(other.count), Int32(width),
            buffer.baseAddress)
        }
      }
      filled = count * other.count
    }
  }
}
