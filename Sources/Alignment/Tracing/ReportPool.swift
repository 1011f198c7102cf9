import BitestoEmbedding
import BitestoText

/// The reports an article is traced to, with their sentences and quotations as vectors.
///
/// Building it is linear in the reports' length; one pool serves any number of articles.
public struct ReportPool: Sendable {
  public let reports: [Report]
  /// The sentences and quotations of all reports, report after report.
  let candidates: [Candidate]
  let vectors: PassageVectors
  /// For every report: the row of each segment's sentence, nil for boilerplate.
  let sentenceRows: [[Int?]]
  /// For every report: its rows.
  let rows: [Range<Int>]
  /// For every report: who published it.
  let outlets: [OutletKey?]
  let passages: PassageEncoder

  /// - Parameter names: finds the names that both languages spell differently.
  public init(
    _ reports: [Report], encoder: Encoder, words: WordVectors, names: any NameFinder = NoNames()
  ) {
    self.reports = reports
    passages = PassageEncoder(
      encoder: encoder, words: words, evidence: SurfaceEvidence(words: words, names: names))
    var candidates: [Candidate] = []
    var sentenceRows: [[Int?]] = []
    var rows: [Range<Int>] = []
    for (index, report) in reports.enumerated() {
      let first = candidates.count
      var ofSegments = [Int?](repeating: nil, count: report.segments.count)
      for candidate in CandidateFinder(report: report, index: index).sentencesAndQuotations() {
        if candidate.shape == .sentence { ofSegments[candidate.segment] = candidates.count }
        candidates.append(candidate)
      }
      sentenceRows.append(ofSegments)
      rows.append(first..<candidates.count)
    }
    self.candidates = candidates
    self.sentenceRows = sentenceRows
    self.rows = rows
    outlets = reports.map { $0.side.outlet.flatMap(OutletKey.init) }
    vectors = passages.vectors(
      of: candidates.map { (reports[$0.report].document, $0.range) })
  }
}
