
/// What speaks for and against a passage being the source of a quotation.
struct TraceFeatures: Sendable {
  /// Cosine of the two passages as wholes, and how far it stands above unrelated passages, in standard
  /// deviations.
  var whole = 0.0
  var wholeAbove = 0.0
  /// The same with sums of word vectors.
  var words = 0.0
  var wordsAbove = 0.0
  /// Names, numbers and stems that both have, and those that only one has.
  var shared = 0.0
  var missing = 0.0
  /// |log of the ratio of lengths|.
  var length = 0.0
  /// The candidate's shape.
  var isQuoted = 0.0
  var isClause = 0.0
  var isRun = 0.0
  /// Cosine of the sentences around both.
  var host = 0.0
  /// The same of the sentences before and after, at their best.
  var neighbors = 0.0
  /// How much more of the article stands in this report than in the others.
  var affinity = 0.0
  /// The share of the article's other quotations that look as if they came from this report.
  var linked = 0.0
  /// The article credits the outlet of this report; or another one of the pool.
  var isCredited = 0.0
  var isOther = 0.0
  /// Near 1 for a quotation of a word or two, near 0 for a long one.
  var shortness = 0.0

  /// The inputs of the logistic model, in the order of ``TraceWeights``.
  var inputs: [Double] {
    [
      whole, wholeAbove, words, wordsAbove, shared, missing, length, isQuoted, isClause, isRun, host,
      neighbors, affinity, linked, isCredited, isOther, shortness, shortness * whole,
      shortness * host, shortness * neighbors, shortness * linked, shortness * isQuoted,
      whole * words,
    ]
  }
}
