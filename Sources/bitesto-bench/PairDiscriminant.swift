import BitestoEmbedding
import BitestoText
import Foundation

/// The directions in which sums of word vectors tell translations from unrelated texts (Fisher's
/// linear discriminant: the difference of a pair against the spread of all texts).
struct PairDiscriminant {
  private static let size = Encoder.width
  /// What the differences' covariance gets on its diagonal, in means of the diagonal.
  private static let ridge: Float = 0.3
  private static let rounds = 60

  /// Row-major covariances of the differences and of all texts.
  private var within: [Float]
  private var total: [Float]

  /// - Parameter pairs: tables whose first two columns are Italian and English.
  init(encoder: Encoder, pairs: [String]) throws {
    within = [Float](repeating: 0, count: Self.size * Self.size)
    total = within
    let words = WordVectors(encoder: encoder)
    for path in pairs {
      let sample = try PairTable(contentsOf: path).sample(8_000)
      let source = Self.sums(sample.map(\.0), .italian, words)
      let target = Self.sums(sample.map(\.1), .english, words)
      for row in 0..<source.count {
        let (a, b) = (Array(source[row]), Array(target[row]))
        Self.add(zip(a, b).map { $0 - $1 }, to: &within)
        Self.add(a, to: &total)
        Self.add(b, to: &total)
      }
    }
    let diagonal = (0..<Self.size).map { within[$0 * (Self.size + 1)] }.reduce(0, +)
    for index in 0..<Self.size {
      within[index * (Self.size + 1)] += Self.ridge * diagonal / Float(Self.size)
    }
  }

  private static func sums(
    _ texts: [Substring], _ language: Language, _ words: WordVectors
  ) -> VectorTable {
    var table = words.sums(
      texts.map { text in
        text.lowercased().split { !$0.isLetter }.map(String.init)
      }, language: language)
    table.normalize()
    return table
  }

  /// Adds the outer product of a vector with itself.
  private static func add(_ vector: [Float], to matrix: inout [Float]) {
    matrix.withUnsafeMutableBufferPointer { matrix in
      for row in 0..<size where vector[row] != 0 {
        for column in 0..<size { matrix[row * size + column] += vector[row] * vector[column] }
      }
    }
  }

  /// The leading `count` directions, as `size` rows of `count` components: L⁻ᵀ F, where within is
  /// L Lᵀ and F spans the leading eigenvectors of L⁻¹ total L⁻ᵀ (found by subspace iteration).
  func projection(to count: Int) -> [Float] {
    let factor = choleskyFactor()
    var vectors = (0..<count).map { number in
      (0..<Self.size).map { sin(Float($0 + 1) * Float(number + 1)) }
    }
    for _ in 0..<Self.rounds {
      vectors = vectors.map { vector in
        let inner = multiplied(total, solvedTransposed(factor, vector))
        return solved(factor, inner)
      }
      Self.orthonormalize(&vectors)
    }
    let directions = vectors.map { solvedTransposed(factor, $0) }
    return (0..<Self.size).flatMap { row in directions.map { $0[row] } }
  }

  private func choleskyFactor() -> [Float] {
    var factor = [Float](repeating: 0, count: Self.size * Self.size)
    for row in 0..<Self.size {
      for column in 0...row {
        var sum = within[row * Self.size + column]
        for index in 0..<column {
          sum -= factor[row * Self.size + index] * factor[column * Self.size + index]
        }
        factor[row * Self.size + column] =
          row == column ? sum.squareRoot() : sum / factor[column * (Self.size + 1)]
      }
    }
    return factor
  }

  private func multiplied(_ matrix: [Float], _ vector: [Float]) -> [Float] {
    (0..<Self.size).map { row in
      var sum: Float = 0
      for column in 0..<Self.size { sum += matrix[row * Self.size + column] * vector[column] }
      return sum
    }
  }

  private func solved(_ factor: [Float], _ vector: [Float]) -> [Float] {
    var result = vector
    for row in 0..<Self.size {
      for column in 0..<row { result[row] -= factor[row * Self.size + column] * result[column] }
      result[row] /= factor[row * (Self.size + 1)]
    }
    return result
  }

  private func solvedTransposed(_ factor: [Float], _ vector: [Float]) -> [Float] {
    var result = vector
    for row in (0..<Self.size).reversed() {
      result[row] /= factor[row * (Self.size + 1)]
      for column in 0..<row { result[column] -= factor[row * Self.size + column] * result[row] }
    }
    return result
  }

  private static func orthonormalize(_ vectors: inout [[Float]]) {
    func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    for number in vectors.indices {
      for other in 0..<number {
        let share = dot(vectors[number], vectors[other])
        for index in 0..<size { vectors[number][index] -= share * vectors[other][index] }
      }
      let norm = dot(vectors[number], vectors[number]).squareRoot()
      for index in 0..<size { vectors[number][index] /= max(norm, .leastNormalMagnitude) }
    }
  }
}
