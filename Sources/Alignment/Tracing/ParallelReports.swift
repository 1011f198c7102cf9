import BitestoText

/// The reports that an article is nearly a translation of, aligned with it sentence by sentence.
///
/// In a translated article the place of a quotation says more than its words: its source stands in the
/// sentence that the quotation's own sentence is aligned with.
struct ParallelReports: Sendable {
  /// Where a segment of the article stands in a report.
  struct Place: Sendable {
    /// Segments of the article, and those of the report.
    var own: Range<Int>
    var segments: Range<Int>
    /// From 0 to 1.
    var confidence: Double
  }

  struct Parallel: Sendable {
    /// By segment of the article; nil for one without counterpart.
    var places: [Place?]
    /// The share of the article that has a counterpart, from 0 to 1.
    var share: Double
  }

  /// By number of the report.
  let reports: [Int: Parallel]
  private let article: [Segment]

  /// - Parameters:
  ///   - candidates: numbers of the reports that may be originals.
  ///   - similarity: the cosine of a segment of the article and one of a report.
  init(
    _ article: Bitext.Side, candidates: [Int], of pool: ReportList, aligner: SentenceAligner,
    similarity: (_ segment: Int, _ report: Int, _ other: Int) -> Double
  ) {
    let aligned = aligner.align(candidates.map { (article, pool[$0].side) })
    let told = article.segments.indices.filter { article.segments[$0].role != .boilerplate }
    var reports: [Int: Parallel] = [:]
    for (report, bitext) in zip(candidates, aligned) {
      var places = [Place?](repeating: nil, count: article.segments.count)
      for unit in bitext.units where !unit.targetSegments.isEmpty {
        for segment in unit.sourceSegments {
          let cosine = unit.targetSegments.reduce(0) { max($0, similarity(segment, report, $1)) }
          places[segment] = Place(
            own: unit.sourceSegments, segments: unit.targetSegments,
            confidence: unit.confidence * min(1, max(0, (cosine - 0.3) / 0.3)))
        }
      }
      let covered = told.reduce(0) { $0 + (places[$1]?.confidence ?? 0) }
      reports[report] = Parallel(places: places, share: covered / Double(max(1, told.count)))
    }
    self.reports = reports
    self.article = article.segments
  }

  /// The largest share that has a counterpart in one report.
  var greatestShare: Double { reports.values.reduce(0) { max($0, $1.share) } }

  /// How far the article is a translation of one report, from 0 to 1: a compiled article has a sentence here
  /// and there of each.
  var translation: Double { min(1, max(0, (greatestShare - 0.4) / 0.3)) }

  /// How sure it is that segments of the article stand in a segment of a report, from 0 to 1.
  func confidence(_ segments: Range<Int>, in report: Int, segment: Int) -> Double {
    guard let places = reports[report]?.places else { return 0 }
    return segments.clamped(to: places.indices).reduce(0) { best, own in
      guard let place = places[own], place.segments.contains(segment) else { return best }
      return max(best, place.confidence)
    }
  }

  /// How far from its place a passage stands in the segments that those of a quotation are aligned with,
  /// as a share of their length; 0 when it stands in none of them.
  func offset(
    of quotation: Range<Int>, in segments: Range<Int>, from candidate: Candidate, of report: Report
  ) -> Double {
    guard let parallel = reports[candidate.report],
      let place = segments.clamped(to: parallel.places.indices).lazy.compactMap({
        parallel.places[$0]
      }).first(where: { $0.segments.contains(candidate.segment) }),
      let own = article.range(of: place.own),
      let other = report.segments.range(of: place.segments)
    else { return 0 }
    return abs(Self.position(quotation, in: own) - Self.position(candidate.range, in: other))
  }

  /// Where the middle of a range stands in another, from 0 to 1.
  private static func position(_ range: Range<Int>, in whole: Range<Int>) -> Double {
    let middle = Double(range.lowerBound + range.upperBound) / 2
    return (middle - Double(whole.lowerBound)) / Double(max(1, whole.count))
  }
}
