import BitestoEmbedding
import BitestoText
import Foundation

/// An article seen against a pool: which passages are most like each quotation, and what speaks for one.
struct ArticleView {
  /// Italian is longer than the English it renders.
  private static let lengthRatio = 1.1
  /// The likeness at which a report begins to cover a quotation, and how much more covers it fully.
  private static let coverageStart: Float = 0.4
  private static let coverageLength: Float = 0.3
  /// An inherited credit counts this much of one given.
  private static let inheritance = 0.3
  /// Quotations that are compared with the pool at the same time; bounds the tables' memory.
  private static let batch = 64

  let quotations: [Quotation]
  let pool: ReportPool
  /// The pool's rows that are most like each quotation, the likest first.
  private(set) var bestRows: [[Int]] = []
  private let quotationVectors: PassageVectors
  /// The article's sentences without boilerplate, and the one each quotation begins in.
  private let sentenceVectors: VectorTable
  private let hosts: [Int]
  /// For every segment of the article its row in `sentenceVectors`, nil for boilerplate; and the segments
  /// each quotation stands in.
  private let sentenceRows: [Int?]
  private let hostSegments: [Range<Int>]
  private var parallels: ParallelReports?
  /// For every quotation and report, from 0 to 255: how well the report's best passage covers it.
  private var coverage: [[UInt8]] = []
  /// The sums of `coverage` over the quotations, by report.
  private var totalCoverage: [Double]
  /// For every quotation: whom it credits, and whether that is one of the pool.
  private let credits: [OutletKey?]
  private let creditsPool: [Bool]

  /// - Parameter finalists: how many rows ``bestRows`` has for a quotation.
  init(
    _ article: Bitext.Side, quotations: [Quotation], pool: ReportPool, aligner: SentenceAligner,
    finalists: Int
  ) {
    self.quotations = quotations
    var row = 0
    sentenceRows = article.segments.map { segment in
      guard segment.role != .boilerplate else { return nil }
      defer { row += 1 }
      return row
    }
    hostSegments = quotations.map { quotation in
      let first = article.segments.partitioningIndex {
        $0.range.upperBound > quotation.content.lowerBound
      }
      let end = article.segments.partitioningIndex {
        $0.range.lowerBound >= quotation.content.upperBound
      }
      return first..<max(first, end)
    }
    self.pool = pool
    let sentences = article.segments.filter { $0.role != .boilerplate }
    hosts = quotations.map { quotation in
      let next = sentences.partitioningIndex {
        $0.range.lowerBound > quotation.content.lowerBound
      }
      return max(0, next - 1)
    }
    sentenceVectors = pool.passages.encoder.encode(
      sentences.map { article.document.text($0.range) })
    quotationVectors = pool.passages.vectors(of: quotations.map(\.content), in: article.document)
    credits = quotations.map { $0.outlet.flatMap { OutletKey($0.name) } }
    let outlets = Set(pool.outlets.compactMap(\.self))
    creditsPool = credits.map { $0.map(outlets.contains) ?? false }
    totalCoverage = [Double](repeating: 0, count: pool.reports.count)
    for first in stride(from: 0, to: quotations.count, by: Self.batch) {
      compare(first..<min(quotations.count, first + Self.batch), finalists: finalists)
    }
    let finalists = Set(bestRows.joined().map { pool.candidates[$0].report })
    let likely = finalists.sorted { (totalCoverage[$1], $0) < (totalCoverage[$0], $1) }
    parallels = ParallelReports(
      article, candidates: Array(likely.prefix(Self.originals)), of: pool.reports, aligner: aligner
    ) { segment, report, other in
      similarity(sentenceRows[segment] ?? -1, report, segment: other)
    }
  }

  /// Reports that are aligned with the article.
  private static let originals = 6

  /// Finds the best rows and the coverage of some quotations.
  private mutating func compare(_ some: Range<Int>, finalists: Int) {
    let whole = quotationVectors.whole.selecting(some).products(with: pool.vectors.whole)
    let words = quotationVectors.words.selecting(some).products(with: pool.vectors.words)
    let host = sentenceVectors.selecting(some.map { hosts[$0] }).products(with: pool.vectors.whole)
    let columns = pool.candidates.count
    for start in stride(from: 0, to: some.count * columns, by: columns) {
      let likeness = (start..<(start + columns)).map { 0.6 * whole[$0] + 0.4 * words[$0] }
      bestRows.append(
        Self.largest(finalists, of: columns) { row in
          let segment = pool.candidates[row]
          let sentence = pool.sentenceRows[segment.report][segment.segment] ?? row
          return likeness[row] + 0.3 * (start + sentence < host.count ? host[start + sentence] : 0)
        })
      let covered = pool.rows.map { rows -> UInt8 in
        let best = rows.reduce(0) { max($0, likeness[$1]) }
        let share = (best - Self.coverageStart) / Self.coverageLength
        return UInt8((255 * min(1, max(0, share))).rounded())
      }
      for (report, value) in covered.enumerated() { totalCoverage[report] += Double(value) / 255 }
      coverage.append(covered)
    }
  }

  /// The numbers below `count` with the largest scores, the largest first.
  private static func largest(
    _ wanted: Int, of count: Int, score: (Int) -> Float
  ) -> [Int] {
    var best: [(number: Int, score: Float)] = []
    for number in 0..<count {
      let score = score(number)
      if best.count == wanted, let last = best.last, last.score >= score { continue }
      best.insert((number, score), at: best.partitioningIndex { $0.score < score })
      if best.count > wanted { best.removeLast() }
    }
    return best.map(\.number)
  }

  /// The lengths in bytes that a quotation's source may have.
  func plausibleLengths(for quotation: Int) -> ClosedRange<Int> {
    let expected = Double(quotations[quotation].content.count + 10) / Self.lengthRatio
    return max(4, Int(0.4 * expected) - 10)...max(4, Int(2.5 * expected))
  }

  /// The cosine of an article's sentence with a report's; 0 where either is not there.
  private func similarity(_ sentence: Int, _ report: Int, segment: Int) -> Double {
    let rows = pool.sentenceRows[report]
    guard sentence >= 0, sentence < sentenceVectors.count, rows.indices.contains(segment),
      let row = rows[segment]
    else { return 0 }
    return Double(sentenceVectors.dot(sentence, row, of: pool.vectors.whole))
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
    of candidate: Candidate, _ vectors: PassageVectors, row: Int, lexical: LexicalEvidence,
    for quotation: Int
  ) -> TraceFeatures {
    var features = TraceFeatures()
    features.whole = Double(quotationVectors.whole.dot(quotation, row, of: vectors.whole))
    let agreement = SurfaceEvidence.agreement(
      quotationVectors.keys[quotation], vectors.keys[row], kinds: [.entity, .number])
    features.missing = log(1 + Double(agreement.missing))
    let length = Double(quotationVectors.lengths[quotation])
    features.length = abs(
      log((Double(vectors.lengths[row]) * Self.lengthRatio + 4) / (length + 4)))
    features.isQuoted = candidate.shape == .quoted ? 1 : 0
    features.isClause = candidate.shape == .clause ? 1 : 0
    features.isRun = candidate.shape == .sentences ? 1 : 0
    if let published = pool.outlets[candidate.report] {
      if let credited = credits[quotation] {
        features.isCredited = credited == published ? 1 : 0
      } else if let inherited = inheritedCredit(of: quotation) {
        features.isCredited = inherited == published ? Self.inheritance : 0
      }
    }
    features.isOther = features.isCredited == 0 && creditsPool[quotation] ? 1 : 0
    features.shortness = exp(-length / 25)
    if let parallels {
      let own = parallels.reports[candidate.report]?.share ?? 0
      let aligned = parallels.confidence(
        hostSegments[quotation], in: candidate.report, segment: candidate.segment)
      let all = parallels.reports.values.reduce(0) { max($0, $1.share) }
      features.parallel = own
      features.aligned = aligned * own
      features.elsewhere = max(0, own - aligned)
      features.foreign = max(0, all - own)
      features.offset =
        parallels.offset(
          of: quotations[quotation].content, in: hostSegments[quotation], from: candidate,
          of: pool.reports[candidate.report]) * own
    }
    features.covered = lexical.covered
    features.likelihood = lexical.likelihood.mean
    features.proof = min(1, max(-1, lexical.likelihood.sum / 60))
    return features
  }
}
