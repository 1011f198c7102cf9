import CEmbeddingModel

/// Rows of signed bytes with a scale each, one vector a row: a quarter of a ``VectorTable``'s memory.
///
/// A component is off by half a scale at most, which is 1/254 of the row's largest; the cosine of two
/// sentence vectors by 0.0003 (standard deviation). All processors compute the same products.
public struct QuantizedVectors: Sendable {
  /// Components in a vector.
  public let width: Int
  /// Vectors in the table.
  public let count: Int
  package let values: MappedArray<Int8>
  /// A component is its byte times this.
  package let scales: MappedArray<Float>

  /// A table without vectors.
  public init(width: Int) {
    self.init(width: width, values: MappedArray(), scales: MappedArray())
  }

  /// The vectors of a table, each rounded to bytes. Linear.
  public init(_ table: VectorTable) {
    var quantized = Self.quantize(table)
    quantized.scales.indices.forEach {
      if !quantized.scales[$0].isFinite { quantized.scales[$0] = 0 }
    }
    self.init(
      width: table.width, values: MappedArray(quantized.values),
      scales: MappedArray(quantized.scales))
  }

  /// - Parameters:
  ///   - values: the bytes of all rows, row after row,
  ///   - scales: and the scale of each.
  package init(width: Int, values: MappedArray<Int8>, scales: MappedArray<Float>) {
    self.width = width
    self.values = values
    self.scales = scales
    count = min(scales.count, width == 0 ? 0 : values.count / width)
  }

  /// The bytes and the scales of all rows of a table.
  package static func quantize(_ table: VectorTable) -> (values: [Int8], scales: [Float]) {
    // Adding it leaves the rounded number in the lowest bits of the sum.
    let magic: Float = 12_582_912
    let width = table.width
    var scales = [Float](repeating: 0, count: table.count)
    let values = [Int8](unsafeUninitializedCapacity: table.values.count) { bytes, filled in
      table.values.withUnsafeBufferPointer { floats in
        for row in scales.indices {
          let own = (row * width)..<((row + 1) * width)
          var largest: Float = 0
          for index in own { largest = max(largest, abs(floats[index])) }
          scales[row] = largest / 127
          let inverse = largest > 0 ? 127 / largest : 0
          for index in own {
            let bits = (floats[index] * inverse + magic).bitPattern
            bytes.initializeElement(at: index, to: Int8(truncatingIfNeeded: bits))
          }
        }
      }
      filled = table.values.count
    }
    return (values, scales)
  }

  /// The vector of a row.
  public subscript(row: Int) -> [Float] {
    let scale = scales[row]
    return (0..<width).map { Float(values[row * width + $0]) * scale }
  }

  /// Puts the vector of a row in the place of a row of `table`, which must have the same width.
  package func copy(_ row: Int, to place: Int, of table: inout VectorTable) {
    guard table.width == width, (0..<count).contains(row), (0..<table.count).contains(place) else {
      return
    }
    let scale = scales[row]
    values.withUnsafeBufferPointer { bytes in
      table.values.withUnsafeMutableBufferPointer { floats in
        for index in 0..<width {
          floats[place * width + index] = Float(bytes[row * width + index]) * scale
        }
      }
    }
  }

  /// The given rows as a table of their own; those that are not there are passed over.
  public func selecting(_ rows: some Sequence<Int>) -> QuantizedVectors {
    var bytes: [Int8] = []
    var chosen: [Float] = []
    values.withUnsafeBufferPointer { values in
      for row in rows where (0..<count).contains(row) {
        bytes += values[(row * width)..<((row + 1) * width)]
        chosen.append(scales[row])
      }
    }
    return QuantizedVectors(width: width, values: MappedArray(bytes), scales: MappedArray(chosen))
  }

  /// The dot product of two rows: the cosine, when both are unit vectors; 0 for a row that is not there.
  public func dot(_ row: Int, _ other: Int, of table: QuantizedVectors) -> Float {
    guard (0..<table.count).contains(other) else { return 0 }
    return products(of: [row], with: table, other..<(other + 1)).first ?? 0
  }

  /// Dot products: element [i * others.count + j] is the row rows[i] times the row others[j] of
  /// `table`; 0 for rows that are not there.
  public func products(
    of rows: [Int], with table: QuantizedVectors, _ others: Range<Int>
  ) -> [Float] {
    let others = others.clamped(to: 0..<table.count)
    guard width == table.width, !others.isEmpty, !rows.isEmpty else {
      return [Float](repeating: 0, count: rows.count * others.count)
    }
    let isThere = rows.map((0..<count).contains)
    let places = zip(rows, isThere).map { Int32($1 ? $0 : 0) }
    guard isThere.contains(true) else {
      return [Float](repeating: 0, count: rows.count * others.count)
    }
    var sums = [Int32](repeating: 0, count: rows.count * others.count)
    values.withUnsafeBufferPointer { own in
      table.values.withUnsafeBufferPointer { other in
        guard let a = own.baseAddress, let b = other.baseAddress else { return }
        bitesto_dot_bytes(
          a, places, Int32(rows.count), b + others.lowerBound * width, Int32(others.count),
          Int32(width), &sums)
      }
    }
    return [Float](unsafeUninitializedCapacity: sums.count) { products, filled in
      var index = 0
      for (place, isThere) in zip(places, isThere) {
        let scale = isThere ? scales[Int(place)] : 0
        for other in 0..<others.count {
          let product =
            isThere
            ? Float(sums[index]) * (scale * table.scales[others.lowerBound + other]) : 0
          products.initializeElement(at: index, to: product)
          index += 1
        }
      }
      filled = sums.count
    }
  }

  /// The memory of all rows, for a scan; nil without rows.
  func withRows<Result>(
    _ body: (_ values: UnsafePointer<Int8>, _ scales: UnsafeBufferPointer<Float>) -> Result
  ) -> Result? {
    guard count > 0 else { return nil }
    return values.withUnsafeBufferPointer { values in
      scales.withUnsafeBufferPointer { scales in
        values.baseAddress.map { body($0, scales) }
      }
    }
  }
}
