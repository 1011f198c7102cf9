import BitestoAlignment
import BitestoEmbedding
import BitestoText
import Foundation

/// Finds the directions of passage sketches (Sources/EmbeddingModel/sketch.bin): the principal components of
/// sentence vectors and word sums, side by side, of English sentences, as reports hold them.
struct SketchTraining {
  /// Components of a sketch.
  private static let width = 192
  private static let rounds = 300
  /// Sentences of a table that are read, evenly spaced.
  private static let sample = 8_000

  private var pairs: [String] = []
  private var output = "sketch.bin"

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--pairs": rest.popFirst().map { pairs.append($0) }
      case "-o": output = rest.popFirst() ?? output
      default: break
      }
    }
  }

  func run() throws {
    let encoder = try Encoder.builtIn()
    // A row for each sentence.
    var rows: [[Float]] = []
    for path in pairs {
      let texts = try PairTable(contentsOf: path).sample(Self.sample).map { String($0.1) }
      let whole = encoder.encode(texts)
      let sums = WordSums(encoder: encoder).sums(
        of: try texts.map { text in
          let document = try Document(path: path, contents: Array(text.utf8), language: .english)
          return (document, 0..<document.bytes.count)
        })
      rows += texts.indices.map { Array(whole[$0]) + Array(sums[$0]) }
    }
    let directions = Self.principalComponents(of: rows, count: Self.width)
    var sections: [(name: String, bytes: [UInt8])] = []
    let border = Encoder.width
    for (name, part) in [("whole", 0..<border), ("words", border..<(border + WordTable.width))] {
      let (values, scales) = QuantizedVectors.quantize(
        VectorTable(rows: directions.map { Array($0[part]) }))
      sections.append((name, values.map(UInt8.init(bitPattern:))))
      sections.append(("steps \(name)", ModelFileWriter.bytes(scales)))
    }
    try Data(ModelFileWriter.file(sections)).write(to: URL(fileURLWithPath: output))
  }

  /// Orthonormal directions, by subspace iteration on the second moments.
  private static func principalComponents(of rows: [[Float]], count: Int) -> [[Float]] {
    let width = rows.first?.count ?? 0
    let columns = VectorTable(rows: (0..<width).map { column in rows.map { $0[column] } })
    let moments = columns.products(with: columns)
    let matrix = VectorTable(
      rows: (0..<width).map { Array(moments[($0 * width)..<(($0 + 1) * width)]) })
    var vectors = (0..<count).map { number in
      (0..<width).map { sin(Float($0 + 1) * Float(number + 1)) }
    }
    for _ in 0..<rounds {
      let products = VectorTable(rows: vectors).products(with: matrix)
      vectors = (0..<count).map { Array(products[($0 * width)..<(($0 + 1) * width)]) }
      orthonormalize(&vectors)
    }
    return vectors
  }

  private static func orthonormalize(_ vectors: inout [[Float]]) {
    func dot(_ a: [Float], _ b: [Float]) -> Float {
      var sum: Float = 0
      for index in a.indices { sum += a[index] * b[index] }
      return sum
    }
    for number in vectors.indices {
      // Twice, because one pass leaves rounding errors of nearly parallel vectors.
      for _ in 0..<2 {
        for other in 0..<number {
          let share = dot(vectors[number], vectors[other])
          for index in vectors[number].indices {
            vectors[number][index] -= share * vectors[other][index]
          }
        }
      }
      let norm = dot(vectors[number], vectors[number]).squareRoot()
      for index in vectors[number].indices {
        vectors[number][index] /= max(norm, .leastNormalMagnitude)
      }
    }
  }
}
