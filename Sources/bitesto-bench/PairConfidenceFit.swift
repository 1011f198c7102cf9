import BitestoAlignment
import BitestoEmbedding
import Foundation

/// Fits the curve of ``PairConfidence``: true pairs of tables against texts with the translation of the next
/// row.
struct PairConfidenceFit {
  let tables: [String]

  /// Prints the curve, and how many pairs of each kind a confidence of a half leaves.
  func run() throws {
    let confidence = PairConfidence(try Encoder.builtIn())
    var examples: [(cosine: Double, isTrue: Bool)] = []
    for table in tables {
      let pairs = try PairTable(contentsOf: table).rows.map {
        (source: String($0.0), target: String($0.1))
      }
      let others = zip(pairs, pairs.dropFirst()).map { (source: $0.source, target: $1.target) }
      examples += confidence.cosines(of: pairs).map { ($0, true) }
      examples += confidence.cosines(of: others).map { ($0, false) }
    }
    let (slope, middle) = Self.curve(examples)
    print(String(format: "slope %.1f  middle %.3f", slope, middle))
    for (name, isTrue) in [("true pairs kept", true), ("other pairs kept", false)] {
      let kind = examples.filter { $0.isTrue == isTrue }
      let kept = kind.count { $0.cosine >= middle }
      print("\(name): \(kept) of \(kind.count)")
    }
  }

  /// Newton's method for a logistic regression of one variable.
  private static func curve(
    _ examples: [(cosine: Double, isTrue: Bool)]
  ) -> (slope: Double, middle: Double) {
    var (slope, offset) = (1.0, 0.0)
    for _ in 0..<30 {
      var gradient = (slope: 0.0, offset: 0.0)
      var hessian = (aa: 1e-6, ab: 0.0, bb: 1e-6)
      for (cosine, isTrue) in examples {
        let p = 1 / (1 + exp(-slope * cosine - offset))
        let error = (isTrue ? 1 : 0) - p
        gradient.slope += error * cosine
        gradient.offset += error
        let weight = p * (1 - p)
        hessian.aa += weight * cosine * cosine
        hessian.ab += weight * cosine
        hessian.bb += weight
      }
      let determinant = hessian.aa * hessian.bb - hessian.ab * hessian.ab
      slope += (hessian.bb * gradient.slope - hessian.ab * gradient.offset) / determinant
      offset += (hessian.aa * gradient.offset - hessian.ab * gradient.slope) / determinant
    }
    return (slope, -offset / slope)
  }
}
