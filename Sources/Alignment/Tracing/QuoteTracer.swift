import BitestoEmbedding
import BitestoText

/// Finds the passage of a report behind every quotation of an article.
public struct QuoteTracer: Sendable {
  /// Candidates of a quotation that are looked at closely.
  private static let finalists = 24
  /// Of those, the ones whose clauses and runs are tried too.
  private static let varied = 8

  /// The confidence with the best balance of precision and recall on development articles.
  public static let usualMinimum = 0.25

  public let pool: ReportPool
  /// Links that are less sure are not made.
  public var minimumConfidence: Double

  public init(pool: ReportPool, minimumConfidence: Double = usualMinimum) {
    self.pool = pool
    self.minimumConfidence = minimumConfidence
  }

  /// Links the quotations of an article. Every quotation gets a unit, without a target when nothing in
  /// the pool is likely enough.
  ///
  /// Cost: one similarity for each pair of an article's sentence or quotation and a pool's passage.
  public func trace(_ article: Bitext.Side, quotations: [Quotation]) -> Bitext {
    let units = score(article, quotations: quotations).map { quotation, scored in
      unit(quotation, scored)
    }
    return Bitext(kind: .trace, source: article, targets: pool.reports.map(\.side), units: units)
  }

  private func unit(_ quotation: Quotation, _ scored: [ScoredCandidate]) -> Bitext.Unit {
    var passages: [Bitext.Passage] = []
    for item in scored where item.confidence >= minimumConfidence {
      guard !passages.contains(where: { $0.side == item.candidate.report }) else { continue }
      passages.append(
        Bitext.Passage(
          side: item.candidate.report, range: item.candidate.range, confidence: item.confidence))
    }
    let best = scored.first?.confidence ?? 0
    return Bitext.Unit(
      source: quotation.content, target: passages.first,
      confidence: passages.isEmpty ? 1 - best : best, alternatives: Array(passages.dropFirst()),
      quotation: quotation)
  }

  /// A candidate with what speaks for it.
  package struct ScoredCandidate: Sendable {
    var candidate: Candidate
    var features: TraceFeatures
    package var confidence: Double

    package var report: Int { candidate.report }
    package var range: Range<Int> { candidate.range }
    package var inputs: [Double] { features.inputs }
  }

  /// The best candidates of every quotation, the likeliest first.
  package func score(
    _ article: Bitext.Side, quotations: [Quotation]
  ) -> [(Quotation, [ScoredCandidate])] {
    guard !quotations.isEmpty, !pool.candidates.isEmpty else {
      return quotations.map { ($0, []) }
    }
    let view = ArticleView(article, quotations: quotations, pool: pool)
    var finalists: [[(candidate: Candidate, row: Int?)]] = []
    var extras: [Candidate] = []
    for quotation in quotations.indices {
      let rows = view.bestRows(of: quotation, count: Self.finalists)
      var list: [(candidate: Candidate, row: Int?)] = rows.map { (pool.candidates[$0], $0) }
      var seen = Set(list.map(\.candidate.range.hashValue))
      for row in rows.prefix(Self.varied) {
        let candidate = pool.candidates[row]
        let finder = CandidateFinder(
          report: pool.reports[candidate.report], index: candidate.report)
        for variation in finder.variations(of: candidate)
        where view.isPlausible(variation, for: quotation)
          && seen.insert(variation.range.hashValue ^ variation.report).inserted
        {
          list.append((variation, nil))
          extras.append(variation)
        }
      }
      finalists.append(list)
    }
    let vectors = pool.passages.vectors(
      of: extras.map { (pool.reports[$0.report].document, $0.range) })
    var extra = 0
    return zip(quotations.indices, finalists).map { index, list in
      let scored = list.map { candidate, row in
        let features: TraceFeatures
        if let row {
          features = view.features(of: candidate, pool.vectors, row: row, for: index)
        } else {
          features = view.features(of: candidate, vectors, row: extra, for: index)
          extra += 1
        }
        return ScoredCandidate(
          candidate: candidate, features: features,
          confidence: TraceWeights.probability(features))
      }
      return (quotations[index], scored.sorted { $0.confidence > $1.confidence })
    }
  }
}
