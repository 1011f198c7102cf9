import BitestoEmbedding
import BitestoText

/// Finds the reports that an article may be a translation of, and aligns it with them.
struct OriginalReports {
  /// Reports that are aligned with the article, at most.
  private static let most = 6
  /// An article says nothing of the order of a report that is so many times as long.
  private static let muchLonger = 50

  let article: Bitext.Side
  /// Of the article, without boilerplate, with their vectors.
  let sentences: [Segment]
  let vectors: QuantizedVectors
  let pool: ReportPool

  /// The reports that cover the article best; of few there is nothing to choose.
  func likeliest(among bestRows: [[Int]], for quotations: PassageVectors) -> [Int] {
    let found = Set(bestRows.joined().map(pool.candidates.report)).filter {
      pool.candidates.rows(of: $0).count <= Self.muchLonger * article.segments.count
    }
    guard found.count > Self.most else { return found.sorted() }
    let coverage = ReportCoverage(of: quotations, sentences: vectors, by: found, in: pool)
    return Array(coverage.best.prefix(Self.most))
  }

  func aligned(with reports: [Int], _ aligner: SentenceAligner) -> ParallelReports {
    var aligner = aligner
    aligner.sentences = known(reports)
    // For every segment of the article its row among the vectors, nil for boilerplate.
    var row = 0
    let rows = article.segments.map { segment -> Int? in
      guard segment.role != .boilerplate else { return nil }
      defer { row += 1 }
      return row
    }
    return ParallelReports(article, candidates: reports, of: pool.reports, aligner: aligner) {
      segment, report, other in
      guard let own = rows[segment],
        let row = pool.candidates.sentenceRow(report, segment: other)
      else { return 0 }
      return Double(pool.candidates.whole.dot(row, own, of: vectors))
    }
  }

  /// The vectors of the article's sentences and of those of some reports.
  private func known(_ reports: [Int]) -> KnownVectors {
    var known = KnownVectors(encoder: pool.passages.encoder)
    known.add(zip(sentences.map { article.document.text($0.range) }, 0...), of: vectors)
    for number in reports {
      let report = pool.reports[number]
      known.add(
        report.segments.enumerated().lazy.compactMap { index, segment in
          pool.candidates.sentenceRow(number, segment: index).map {
            (report.document.text(segment.range), $0)
          }
        }, of: pool.candidates.whole)
    }
    return known
  }
}
