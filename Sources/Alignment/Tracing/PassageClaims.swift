import BitestoText

/// Which passages the quotations of an article take, so that another quotation with as good a passage
/// elsewhere leaves them.
struct PassageClaims {
  private struct Claim {
    var range: Range<Int>
    var quotation: Range<Int>
    var logOdds: Double
  }

  /// Claims that are looked at on both sides of a passage.
  private static let reach = 4

  /// By report, in order.
  private var claims: [Int: [Claim]] = [:]

  /// Puts candidates behind that stand more surely behind another quotation; n log n in the quotations.
  ///
  /// - Parameter scored: for each quotation its candidates, the best first.
  static func settle(
    _ scored: [[QuoteTracer.ScoredCandidate]], of quotations: [Quotation]
  ) -> [[QuoteTracer.ScoredCandidate]] {
    var all = PassageClaims()
    for (quotation, list) in zip(quotations, scored) {
      guard let best = list.first else { continue }
      all.claims[best.report, default: []].append(
        Claim(range: best.range, quotation: quotation.content, logOdds: best.logOdds))
    }
    for report in all.claims.keys {
      all.claims[report]?.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return zip(quotations, scored).map { quotation, list in
      let settled = list.map { item in
        var item = item
        if all.isTaken(item, from: quotation) { item.logOdds -= TraceWeights.reuse }
        return item
      }
      return settled.sorted { $0.logOdds > $1.logOdds }
    }
  }

  /// Whether another quotation, in another place of the article, has most of the passage more surely.
  private func isTaken(_ item: QuoteTracer.ScoredCandidate, from quotation: Quotation) -> Bool {
    guard let claims = claims[item.report] else { return false }
    let place = claims.partitioningIndex { $0.range.lowerBound >= item.range.lowerBound }
    return claims[max(0, place - Self.reach)..<min(claims.count, place + Self.reach)].contains {
      let shared = $0.range.clamped(to: item.range).count
      return $0.logOdds > item.logOdds && !$0.quotation.overlaps(quotation.content)
        && 2 * shared > item.range.count
    }
  }
}
