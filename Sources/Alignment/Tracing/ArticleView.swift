import BitestoEmbedding
import BitestoText
import Foundation

/// An article seen against a pool: all similarities that tracing its quotations needs.
struct ArticleView {
  /// Italian is longer than the English it renders.
  private static let lengthRatio = 1.1
  private static let neighborReach = 2
  /// An inherited credit counts this much of one given.
  private static let inheritance = 0.3

  let quotations: [Quotation]
  let pool: ReportPool
  private let quotationVectors: PassageVectors
  /// The article's sentences without boilerplate, and the one each quotation begins in.
  private let hosts: [Int]
  private let sentenceCount: Int
  /// sentence × pool row, quotation × pool row.
  private let sentenceSimilarities: [Float]
  private let wholeSimilarities: [Float]
  private let wordSimilarities: [Float]
  /// By quotation: the report it seems to come from at first sight.
  private var firstSights: [Int?] = []
  private let creditsPool: [Bool]

  init(_ article: Bitext.Side, quotations: [Quotation], pool: ReportPool) {
    self.quotations = quotations
    self.pool = pool
    let sentences = article.segments.filter { $0.role != .boilerplate }
    sentenceCount = sentences.count
    hosts = quotations.map { quotation in
      sentences.lastIndex { $0.range.lowerBound <= quotation.content.lowerBound } ?? 0
    }
    let sentenceVectors = pool.passages.encoder.encode(
      sentences.map { article.document.text($0.range) })
    quotationVectors = pool.passages.vectors(
      of: quotations.map(\.content), in: article.document)
    sentenceSimilarities = sentenceVectors.products(with: pool.vectors.whole)
    wholeSimilarities = quotationVectors.whole.products(with: pool.vectors.whole)
    wordSimilarities = quotationVectors.words.products(with: pool.vectors.words)
    creditsPool = quotations.map { quotation in
      pool.reports.contains { report in
        guard let credited = quotation.outlet?.name, let published = report.side.outlet else {
          return false
        }
        return OutletMatch.isSame(credited, published)
      }
    }
    firstSights = quotations.indices.map { quotation in
      bestRows(of: quotation, count: 1).first.map { pool.candidates[$0].report }
    }
  }

  /// The pool's rows that are most like a quotation, the likest first.
  func bestRows(of quotation: Int, count: Int) -> [Int] {
    let columns = pool.candidates.count
    let start = quotation * columns
    var best: [(row: Int, score: Float)] = []
    for row in 0..<columns {
      let score =
        wholeSimilarities[start + row] + 0.7 * wordSimilarities[start + row]
        + 0.5 * hostSimilarity(quotation, row)
      if best.count == count, let last = best.last, last.score >= score { continue }
      let place = best.firstIndex { $0.score < score } ?? best.count
      best.insert((row, score), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.row)
  }

  /// Whether a variation's length is anywhere near the quotation's.
  func isPlausible(_ candidate: Candidate, for quotation: Int) -> Bool {
    let ratio =
      Double(candidate.range.count + 10) * Self.lengthRatio
      / Double(quotations[quotation].content.count + 10)
    return ratio > 0.4 && ratio < 2.5
  }

  private func hostSimilarity(_ quotation: Int, _ row: Int) -> Float {
    guard sentenceCount > 0 else { return 0 }
    let candidate = pool.candidates[row]
    let host = pool.sentenceRows[candidate.report][candidate.segment] ?? row
    return sentenceSimilarities[hosts[quotation] * pool.candidates.count + host]
  }

  /// The best similarity of the sentences on one side of both, at most two away.
  private func neighborSimilarity(_ quotation: Int, _ candidate: Candidate, step: Int) -> Float {
    var best: Float = 0
    for distance in 1...Self.neighborReach {
      let sentence = hosts[quotation] + step * distance
      guard sentence >= 0, sentence < sentenceCount else { break }
      for reach in 1...Self.neighborReach {
        let segment = candidate.segment + step * reach
        let rows = pool.sentenceRows[candidate.report]
        guard rows.indices.contains(segment), let row = rows[segment] else { continue }
        best = max(best, sentenceSimilarities[sentence * pool.candidates.count + row])
      }
    }
    return best
  }

  /// The outlet credited for the quotation before, when the same speaker goes on in the next words or
  /// paragraph without a credit of their own.
  private func inheritedOutlet(of quotation: Int) -> String? {
    guard quotation > 0 else { return nil }
    let previous = quotations[quotation - 1]
    return previous.speaker == quotations[quotation].speaker ? previous.outlet?.name : nil
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
    let rows = pool.sentenceRows[candidate.report]
    if sentenceCount > 0, let host = rows[candidate.segment] {
      features.host = Double(
        sentenceSimilarities[hosts[quotation] * pool.candidates.count + host])
    }
    features.neighbors =
      Double(
        neighborSimilarity(quotation, candidate, step: -1)
          + neighborSimilarity(quotation, candidate, step: 1)) / 2
    let others = firstSights.indices.filter {
      $0 != quotation && firstSights[$0] == candidate.report
    }
    features.linked = Double(others.count) / Double(firstSights.count + 1)
    if let published = pool.reports[candidate.report].side.outlet {
      if let credited = quotations[quotation].outlet?.name {
        features.isCredited = OutletMatch.isSame(credited, published) ? 1 : 0
      } else if let inherited = inheritedOutlet(of: quotation) {
        features.isCredited = OutletMatch.isSame(inherited, published) ? Self.inheritance : 0
      }
    }
    features.isOther = features.isCredited == 0 && creditsPool[quotation] ? 1 : 0
    features.shortness = exp(-length / 25)
    return features
  }
}
