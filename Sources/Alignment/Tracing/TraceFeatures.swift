/// What speaks for and against a passage being the source of a quotation.
package struct TraceFeatures: Sendable {
  /// Cosine of the two passages' sentence vectors.
  var whole = 0.0
  /// Cosine of the sums of their word vectors.
  var words = 0.0
  /// Names and numbers that only one of them has, log(1 + sum of weights).
  var missing = 0.0
  /// |log of the ratio of lengths|.
  var length = 0.0
  /// The candidate's shape: 1 or 0.
  var isQuoted = 0.0
  var isClause = 0.0
  var isRun = 0.0
  /// Cosine of the sentences around both.
  var host = 0.0
  /// The same of the sentences before and after, at their best.
  var neighbors = 0.0
  /// The share of the article's other quotations that look as if they came from this report.
  var linked = 0.0
  /// The article credits the outlet of this report; or another one of the pool.
  var isCredited = 0.0
  var isOther = 0.0
  /// Near 1 for a quotation of a word or two, near 0 for a long one; short ones need their context.
  var shortness = 0.0

  /// The inputs of the logistic model, in the order of ``TraceWeights``.
  package var inputs: [Double] {
    [
      whole, words, missing, length, isQuoted, isClause, isRun, host, neighbors, linked, isCredited,
      isOther, shortness, shortness * whole, shortness * host, shortness * neighbors,
      shortness * linked,
    ]
  }

  package static let names = [
    "whole", "words", "missing", "length", "isQuoted", "isClause", "isRun", "host", "neighbors",
    "linked", "isCredited", "isOther", "shortness", "shortness*whole", "shortness*host",
    "shortness*neighbors", "shortness*linked",
  ]
}
