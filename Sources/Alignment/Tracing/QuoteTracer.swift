import BitestoEmbedding
import BitestoText
import Foundation

/// Finds the passage of a report behind every quotation of an article.
public struct QuoteTracer: Sendable {
  /// Candidates of a quotation that are looked at closely.
  private static let finalists = 24
  /// Of those, the ones whose clauses and runs are tried too.
  private static let varied = 8
  /// Clauses and runs of a quotation that are encoded: those that are likeliest by all but their vectors.
  private static let encoded = 6
  /// Quotations whose variations are in memory at the same time.
  private static let batch = 64

  /// A link that is as likely right as wrong: also the best balance of both on development articles.
  public static let usualMinimum = 0.5

  public let pool: ReportPool
  /// Links that are less sure are not made.
  public var minimumConfidence: Double

  private let aligner: SentenceAligner
  let lexicon: LexicalReader

  public init(
    pool: ReportPool, minimumConfidence: Double = usualMinimum
  ) throws(ModelError) {
    self.pool = pool
    self.minimumConfidence = minimumConfidence
    let encoder = pool.passages.encoder
    aligner = SentenceAligner(encoder: encoder)
    lexicon = try LexicalReader(encoder: encoder)
  }

  /// A candidate with what speaks for it.
  package struct ScoredCandidate: Sendable {
    var candidate: Candidate
    var features: TraceFeatures
    /// That it is the very span; the votes of other quotations included.
    var logOdds: Double

    init(_ candidate: Candidate, _ features: TraceFeatures) {
      self.candidate = candidate
      self.features = features
      logOdds = TraceWeights.logOdds(features)
    }

    /// That the quotation's source stands here.
    package var confidence: Double { TraceWeights.confidence(logOdds: logOdds, features) }

    package var report: Int { candidate.report }
    package var range: Range<Int> { candidate.range }
    package var inputs: [Double] { TraceWeights.inputs(features) }

    /// The confidence as it would be if the article credited nobody.
    var likeness: Double {
      var features = features
      features.isCredited = 0
      features.isOther = 0
      return TraceWeights.confidence(logOdds: TraceWeights.logOdds(features), features)
    }
  }

  /// The best candidates of every quotation, the likeliest first.
  package func score(
    _ article: Bitext.Side, quotations: [Quotation]
  ) -> [(Quotation, [ScoredCandidate])] {
    score(article, quotations: quotations, sharing: nil).scored
  }

  /// The same, and the view of the article behind it; nil when there was nothing to look at.
  ///
  /// - Parameter view: of the same article, for other quotations.
  func score(
    _ article: Bitext.Side, quotations: [Quotation], sharing view: ArticleView?
  ) -> (scored: [(Quotation, [ScoredCandidate])], view: ArticleView?) {
    guard !quotations.isEmpty, !pool.candidates.isEmpty else {
      return (quotations.map { ($0, []) }, view)
    }
    let view = ArticleView(
      article, quotations: quotations, pool: pool, aligner: aligner, finalists: Self.finalists,
      sharing: view)
    var scored: [[ScoredCandidate]] = []
    for first in stride(from: 0, to: quotations.count, by: Self.batch) {
      scored += score(
        first..<min(quotations.count, first + Self.batch), of: article.document, in: view)
    }
    return (Array(zip(quotations, vote(scored))), view)
  }

  /// The candidates of some quotations, in no order; their variations are encoded together.
  private func score(
    _ quotations: Range<Int>, of article: Document, in view: ArticleView
  ) -> [[ScoredCandidate]] {
    let rows = quotations.map { view.bestRows[$0] }
    let threads = pool.passages.encoder.threads
    let variations = concurrently(quotations.count, threads: threads) { index in
      self.variations(for: quotations.lowerBound + index, in: view)
    }
    let candidates = zip(rows, variations).map { rows, variations in
      rows.map { pool.candidates[$0] } + variations.map(\.candidate)
    }
    let evidence = lexicon.evidence(
      of: quotations.map { view.quotations[$0].content }, in: article, by: candidates, pool.reports)
    let surfaces = pool.surfaces(of: candidates)
    var scored = concurrently(quotations.count, threads: threads) { index in
      let quotation = quotations.lowerBound + index
      // A variation is taken to be as like the quotation as the passage it was made of.
      let likeRows = rows[index] + variations[index].map(\.row)
      return candidates[index].indices.map { place in
        let candidate = candidates[index][place]
        let whole = view.similarity(quotation, likeRows[place], of: pool.candidates.whole)
        return ScoredCandidate(
          candidate,
          view.features(
            of: candidate, whole: whole, surfaces[index][place], lexical: evidence[index][place],
            for: quotation))
      }
    }
    for index in scored.indices {
      let likeliest = scored[index].dropFirst(rows[index].count)
        .sorted { $0.logOdds > $1.logOdds }.prefix(Self.encoded)
      scored[index] = Array(scored[index].prefix(rows[index].count) + likeliest)
    }
    let encoded = zip(rows, scored).map { rows, scored in scored.dropFirst(rows.count) }
    let vectors = pool.passages.vectors(
      of: encoded.joined().map { (pool.reports[$0.report].document, $0.range) })
    var next = 0
    for (index, quotation) in quotations.enumerated() {
      for place in rows[index].count..<scored[index].count {
        var features = scored[index][place].features
        features.whole = view.similarity(quotation, next, of: vectors)
        scored[index][place] = ScoredCandidate(scored[index][place].candidate, features)
        next += 1
      }
    }
    return scored
  }

  /// Clauses and runs around the passages most like a quotation, each once, with the rows of those.
  private func variations(
    for quotation: Int, in view: ArticleView
  ) -> [(candidate: Candidate, row: Int)] {
    struct Place: Hashable {
      var report: Int
      var range: Range<Int>
    }
    let rows = view.bestRows[quotation]
    let lengths = view.plausibleLengths(for: quotation)
    var seen = Set(
      rows.map { Place(report: pool.candidates[$0].report, range: pool.candidates[$0].range) })
    return rows.prefix(Self.varied).flatMap { row in
      let candidate = pool.candidates[row]
      let found = CandidateFinder(report: pool.reports[candidate.report], index: candidate.report)
        .variations(of: candidate, lengths: lengths)
      return found.filter { seen.insert(Place(report: $0.report, range: $0.range)).inserted }
        .map { ($0, row) }
    }
  }

  /// Lets the quotations vote: of two reports with the same words the one that stands behind more of the
  /// article is likelier. The best come first.
  private func vote(_ scored: [[ScoredCandidate]]) -> [[ScoredCandidate]] {
    let best = scored.map { list in list.max { $0.logOdds < $1.logOdds } }
    var votes: [Int: Double] = [:]
    for item in best.compactMap(\.self) { votes[item.report, default: 0] += item.confidence }
    return zip(scored, best).map { list, own in
      let voted = list.map { item in
        var item = item
        let ownVote = own?.report == item.report ? own?.confidence ?? 0 : 0
        let others = max(0, votes[item.report, default: 0] - ownVote)
        item.logOdds += TraceWeights.vote * log(1 + others)
        return item
      }
      return voted.sorted { $0.logOdds > $1.logOdds }
    }
  }
}
