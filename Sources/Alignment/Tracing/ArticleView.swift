import BitestoEmbedding
import BitestoText
import Foundation

/// An article seen against a pool: which passages are most like each quotation, and what speaks for one.
struct ArticleView {
  /// Italian is longer than the English it renders.
  private static let lengthRatio = 1.1
  private static let neighborReach = 2
  /// An inherited credit counts this much of one given.
  private static let inheritance = 0.3

  let quotations: [Quotation]
  let pool: ReportPool
  /// The pool's rows that are most like each quotation, the likest first.
  let bestRows: [[Int]]
  private let quotationVectors: PassageVectors
  /// The article's sentences without boilerplate, and the one each quotation begins in.
  private let sentenceVectors: QuantizedVectors
  private let hosts: [Int]
  private let coverage: ReportCoverage
  /// For every quotation: whom it credits, and whether that is one of the pool.
  private let credits: [OutletKey?]
  private let creditsPool: [Bool]

  /// - Parameter finalists: how many rows ``bestRows`` has for a quotation.
  init(_ article: Bitext.Side, quotations: [Quotation], pool: ReportPool, finalists: Int) {
    self.quotations = quotations
    self.pool = pool
    let sentences = article.segments.filter { $0.role != .boilerplate }
    hosts = quotations.map { quotation in
      let next = sentences.partitioningIndex {
        $0.range.lowerBound > quotation.content.lowerBound
      }
      return max(0, next - 1)
    }
    sentenceVectors = QuantizedVectors(
      pool.passages.encoder.encode(sentences.map { article.document.text($0.range) }))
    quotationVectors = pool.passages.vectors(of: quotations.map(\.content), in: article.document)
    credits = quotations.map { $0.outlet.flatMap { OutletKey($0.name) } }
    let outlets = pool.outlets.all
    creditsPool = credits.map { $0.map(outlets.contains) ?? false }
    bestRows = PassageSearch(pool: pool).bestRows(
      for: quotationVectors, hosts: sentenceVectors.selecting(hosts), count: finalists)
    coverage = ReportCoverage(
      of: quotationVectors, by: Set(bestRows.joined().map(pool.candidates.report)), in: pool)
  }

  /// The lengths in bytes that a quotation's source may have.
  func plausibleLengths(for quotation: Int) -> ClosedRange<Int> {
    let expected = Double(quotations[quotation].content.count + 10) / Self.lengthRatio
    return max(4, Int(0.4 * expected) - 10)...max(4, Int(2.5 * expected))
  }

  /// The cosine of an article's sentence with a report's; 0 where either is not there.
  private func similarity(_ sentence: Int, _ report: Int, segment: Int) -> Double {
    guard sentence >= 0, sentence < sentenceVectors.count,
      let row = pool.candidates.sentenceRow(report, segment: segment)
    else { return 0 }
    return Double(pool.candidates.whole.dot(row, sentence, of: sentenceVectors))
  }

  /// The best similarity of the sentences on one side of both, at most two away.
  private func neighborSimilarity(_ host: Int, _ candidate: Candidate, step: Int) -> Double {
    var best = 0.0
    for distance in 1...Self.neighborReach {
      for reach in 1...Self.neighborReach {
        best = max(
          best,
          similarity(
            host + step * distance, candidate.report, segment: candidate.segment + step * reach))
      }
    }
    return best
  }

  /// The outlet credited for the quotation before, when the same speaker goes on without a credit of
  /// their own, or when neither has a known speaker.
  private func inheritedCredit(of quotation: Int) -> OutletKey? {
    guard quotation > 0, let speaker = quotations[quotation].speaker,
      quotations[quotation - 1].speaker == speaker
    else { return nil }
    return credits[quotation - 1]
  }

  /// - Parameter row: the candidate's row in `vectors`.
  func features(
    of candidate: Candidate, _ vectors: PassageVectors, row: Int, for quotation: Int
  ) -> TraceFeatures {
    var features = TraceFeatures()
    features.whole = Double(quotationVectors.whole.dot(quotation, row, of: vectors.whole))
    features.words = Double(quotationVectors.words.dot(quotation, row, of: vectors.words))
    let agreement = SurfaceEvidence.agreement(
      quotationVectors.keys[quotation], vectors.keys[row], kinds: [.entity, .number])
    features.missing = log(1 + Double(agreement.missing))
    let length = Double(quotationVectors.lengths[quotation])
    features.length = abs(
      log((Double(vectors.lengths[row]) * Self.lengthRatio + 4) / (length + 4)))
    features.isQuoted = candidate.shape == .quoted ? 1 : 0
    features.isClause = candidate.shape == .clause ? 1 : 0
    features.isRun = candidate.shape == .sentences ? 1 : 0
    let host = hosts[quotation]
    features.host = similarity(host, candidate.report, segment: candidate.segment)
    features.neighbors =
      (neighborSimilarity(host, candidate, step: -1) + neighborSimilarity(host, candidate, step: 1))
      / 2
    if quotations.count > 1 {
      let others = coverage.total(candidate.report) - coverage[quotation, candidate.report]
      features.linked = max(0, others) / Double(quotations.count - 1)
    }
    if let published = pool.outlets[candidate.report] {
      if let credited = credits[quotation] {
        features.isCredited = credited == published ? 1 : 0
      } else if let inherited = inheritedCredit(of: quotation) {
        features.isCredited = inherited == published ? Self.inheritance : 0
      }
    }
    features.isOther = features.isCredited == 0 && creditsPool[quotation] ? 1 : 0
    features.shortness = exp(-length / 25)
    return features
  }
}
