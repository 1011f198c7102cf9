import BitestoEmbedding
import BitestoText
import Foundation

/// An article seen against a pool: which passages are most like each quotation, and what speaks for one.
struct ArticleView {
  /// Italian is longer than the English it renders.
  private static let lengthRatio = 1.1
  /// An inherited credit counts this much of one given.
  private static let inheritance = 0.3
  /// A quotation of so few words proves nothing by itself; that its sentence is so surely a translation of
  /// the passage's does.
  private static let fewWords = 3
  private static let provingPlace = 0.25

  let quotations: [Quotation]
  let pool: ReportPool
  /// The pool's rows that are most like each quotation, the likest first.
  let bestRows: [[Int]]
  private let quotationVectors: PassageVectors
  /// The segments of the article that each quotation stands in.
  private let hostSegments: [Range<Int>]
  /// Of the article's sentences without boilerplate.
  private let sentenceVectors: QuantizedVectors
  private let parallels: ParallelReports
  /// For every quotation: whom it credits, and whether that is one of the pool.
  private let credits: [OutletKey?]
  private let outlets: Set<OutletKey>
  private let wordCounts: [Int]
  private let characterCounts: [Int]
  private let creditsPool: [Bool]

  /// - Parameters:
  ///   - finalists: how many rows ``bestRows`` has for a quotation.
  ///   - other: a view of the same article and pool, whose sentences and alignments it shares.
  init(
    _ article: Bitext.Side, quotations: [Quotation], pool: ReportPool, aligner: SentenceAligner,
    finalists: Int, sharing other: ArticleView? = nil
  ) {
    self.quotations = quotations
    hostSegments = quotations.map { article.segments.numbers(overlapping: $0.content) }
    self.pool = pool
    let sentences = article.segments.filter { $0.role != .boilerplate }
    // The sentence each quotation begins in.
    let hosts = quotations.map { quotation in
      let next = sentences.partitioningIndex {
        $0.range.lowerBound > quotation.content.lowerBound
      }
      return max(0, next - 1)
    }
    sentenceVectors =
      other?.sentenceVectors
      ?? pool.passages.vectors(of: sentences.map { article.document.text($0.range) })
    quotationVectors = pool.passages.all(of: quotations.map(\.content), in: article.document)
    wordCounts = quotations.map { quotation in
      Tokenizer(language: article.document.language)
        .tokens(in: article.document, quotation.content).count { $0.kind != .punctuation }
    }
    characterCounts = quotations.map { article.document.bytes[$0.content].codePointCount }
    credits = quotations.map { $0.outlet.flatMap { OutletKey($0.name) } }
    let outlets = pool.outlets.all
    self.outlets = outlets
    creditsPool = credits.map { $0.map(outlets.contains) ?? false }
    bestRows = PassageSearch(pool: pool).bestRows(
      for: quotationVectors, sentences: sentenceVectors, hosts: hosts, count: finalists)
    let originals = OriginalReports(
      article: article, sentences: sentences, vectors: sentenceVectors, pool: pool)
    parallels =
      other?.parallels
      ?? originals.aligned(
        with: originals.likeliest(among: bestRows, for: quotationVectors), aligner)
  }

  /// The lengths in characters that a quotation's source may have.
  func plausibleLengths(for quotation: Int) -> ClosedRange<Int> {
    let expected = Double(characterCounts[quotation] + 10) / Self.lengthRatio
    return max(4, Int(0.4 * expected) - 10)...max(4, Int(2.5 * expected))
  }

  /// The outlet credited for the quotation before, when the same speaker goes on without a credit of
  /// their own, or when neither has a known speaker.
  private func inheritedCredit(of quotation: Int) -> OutletKey? {
    guard quotation > 0, let speaker = quotations[quotation].speaker,
      quotations[quotation - 1].speaker == speaker
    else { return nil }
    return credits[quotation - 1]
  }

  /// The cosine of a quotation's vector and the one in a row of a table.
  func similarity(_ quotation: Int, _ row: Int, of table: QuantizedVectors) -> Double {
    Double(table.dot(row, quotation, of: quotationVectors.whole))
  }

  /// - Parameter whole: the cosine of the vectors of both.
  func features(
    of candidate: Candidate, whole: Double, _ surface: PassageEncoder.Surface,
    lexical: LexicalEvidence, for quotation: Int
  ) -> TraceFeatures {
    var features = TraceFeatures()
    features.whole = whole
    let missing = SurfaceEvidence.missing(quotationVectors.keys[quotation], surface.keys)
    features.missing = log(1 + Double(missing))
    let length = Double(quotationVectors.lengths[quotation])
    features.length = abs(
      log((Double(surface.length) * Self.lengthRatio + 4) / (length + 4)))
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
    let isInherited = inheritedCredit(of: quotation).map(outlets.contains) ?? false
    features.isAlone = creditsPool[quotation] || isInherited ? 0 : 1 - parallels.translation
    let own = parallels.reports[candidate.report]?.share ?? 0
    let aligned = parallels.confidence(
      hostSegments[quotation], in: candidate.report, segment: candidate.segment)
    features.aligned = aligned * own
    features.elsewhere = max(0, own - aligned)
    features.foreign = max(0, parallels.greatestShare - own)
    features.offset =
      parallels.offset(
        of: quotations[quotation].content, in: hostSegments[quotation], from: candidate,
        of: pool.reports[candidate.report]) * own
    features.needsContext =
      wordCounts[quotation] <= Self.fewWords && features.aligned < Self.provingPlace
      && features.isCredited == 0
    features.covered = lexical.covered
    if let likelihood = lexical.likelihood {
      features.likelihood = likelihood.mean
      features.proof = min(1, max(-1, likelihood.sum / 60))
    } else {
      features.isUnread = 1
    }
    return features
  }
}
