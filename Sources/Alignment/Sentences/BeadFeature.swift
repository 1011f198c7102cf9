/// A kind of evidence for or against a bead, and where it stands in ``BeadFeatures``.
///
/// The names are those of the weights table (Sources/AlignmentData/alignment-weights.tsv), which also
/// says what each means.
enum BeadFeature: Int, CaseIterable {
  case oneToOne, twoToOne, threeToOne, twoToTwo, larger
  case words, context, wordGain, contextGain
  case near, close, uncovered, length
  case nameShared, nameMissing, numberShared, numberMissing, stemShared, stemMissing
  case sentences, endings, beginnings, quotationMarks, questions
  case bordersAtSentences, bordersAtPauses, bordersNowhere, paragraphs
  case omission, nextOmission, omissionOfOtherSide, omittedWords

  static func prior(of shape: BeadShape) -> BeadFeature {
    switch (shape.source, shape.target) {
    case (1, 1): .oneToOne
    case (1, 2), (2, 1): .twoToOne
    case (1, 3), (3, 1): .threeToOne
    case (2, 2): .twoToTwo
    default: .larger
    }
  }
}

/// The evidence for one bead, a number for each ``BeadFeature``.
package typealias BeadFeatures = SIMD32<Float>

extension BeadFeatures {
  subscript(feature: BeadFeature) -> Float {
    get { self[feature.rawValue] }
    set { self[feature.rawValue] = newValue }
  }
}
