/// What speaks for and against a passage being the source of a quotation.
package struct TraceFeatures: Sendable {
  /// Cosine of the two passages' sentence vectors.
  var whole = 0.0
  /// Names and numbers that only one of them has, log(1 + sum of weights).
  var missing = 0.0
  /// |log of the ratio of lengths|.
  var length = 0.0
  /// The candidate's shape: 1 or 0.
  var isQuoted = 0.0
  var isClause = 0.0
  var isRun = 0.0
  /// The article credits the outlet of this report; or another one of the pool.
  var isCredited = 0.0
  var isOther = 0.0
  /// How far nothing but its words tells where the quotation is from: it credits no outlet of the pool, and
  /// the article is a translation of no report. From 0 to 1.
  var isAlone = 0.0
  /// The quotation is of one to three words, and nothing but these speaks for the passage.
  var needsContext = false
  /// Near 1 for a quotation of a word or two, near 0 for a long one; short ones need their context.
  var shortness = 0.0
  /// The share of the quotation's words that the passage has, by ``PassageCoverage``.
  var covered = 0.0
  /// How much likelier the words are as translations than by themselves: an average word, and all of them
  /// from -1 to 1 (``TranslationLikelihood``).
  var likelihood = 0.0
  var proof = 0.0
  /// 1 where no table knows translations into the passage's language, so that the two above are 0.
  var isUnread = 0.0
  /// How surely the quotation's sentence is a translation of the candidate's, or of another one of the
  /// report; how much more the article is a translation of another report (``ParallelReports``).
  var aligned = 0.0
  var elsewhere = 0.0
  var foreign = 0.0
  /// How far it stands from where it should stand in the aligned sentences, as a share of their length.
  var offset = 0.0
}
