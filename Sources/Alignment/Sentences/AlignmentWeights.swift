import CAlignmentData
import CEmbeddingModel

/// What each kind of evidence adds to the log-odds of a bead.
///
/// The weights of a semi-Markov conditional random field (Sarawagi and Cohen 2004) whose segments are
/// beads: `bitesto-bench train-aligner` fits them by maximum conditional likelihood. They stand in
/// Sources/AlignmentData/alignment-weights.tsv.
package struct AlignmentWeights: Sendable {
  package var values: BeadFeatures

  package init(values: BeadFeatures) {
    self.values = values
  }

  subscript(feature: BeadFeature) -> Float { values[feature] }

  func score(_ features: BeadFeatures) -> Float {
    withUnsafeBytes(of: values) { values in
      withUnsafeBytes(of: features) { bitesto_dot_32(values.baseAddress, $0.baseAddress) }
    }
  }

  /// The names of the features, in their order.
  package static let names = BeadFeature.allCases.map { "\($0)" }

  /// Without sentence vectors.
  package static let words = AlignmentWeights(column: 1)
  /// With sentence vectors.
  package static let context = AlignmentWeights(column: 2)

  /// Reads a column of the weights table: name, weight without and with sentence vectors, meaning.
  private init(column: Int) {
    values = .zero
    let table = UnsafeBufferPointer(
      start: bitesto_alignment_weights(), count: bitesto_alignment_weights_size())
    let names = Self.names
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count > column, let index = names.firstIndex(of: String(fields[0])),
        let value = Float(fields[column])
      else { continue }
      values[index] = value
    }
  }
}
