import BitestoEmbedding
import Foundation
import Testing

/// ReferenceVectors.tsv holds texts and what the network's NumPy implementation makes of them;
/// `Sources/bitesto-bench/encoder_parity.py table` writes it.
@Suite("The encoder, compared with its reference")
struct ReferenceVectorTests {
  private let texts: [String]
  private let expected: [[Float]]
  private let cosines: [Float]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("ReferenceVectors.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    texts = rows.map { String($0[0]) }
    expected = try rows.map { row in
      let bytes = try #require(Data(base64Encoded: String(row[1])))
      try #require(bytes.count == Encoder.width)
      let values = bytes.map { Float(Int8(bitPattern: $0)) }
      let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return values.map { $0 / length }
    }
    let found = try Encoder.builtIn(threads: 2).encode(texts)
    cosines = expected.enumerated().map { row, vector in
      zip(found[row], vector).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  @Test func everyVectorIsCloseToTheReference() {
    #expect(texts.count >= 60)
    for (text, cosine) in zip(texts, cosines) {
      #expect(cosine >= 0.99, "\(text.prefix(60))")
    }
    #expect(cosines.sorted()[cosines.count / 2] >= 0.999)
  }

  @Test func theReferenceTellsTextsApart() {
    // Otherwise any vector would be close to it.
    for row in 1..<5 {
      let cosine = zip(expected[row + 3], expected[row + 4]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(cosine < 0.9, "\(texts[row + 3]) \(texts[row + 4])")
    }
  }
}
