import BitestoEmbedding

/// How alike a quotation and a passage are, at a glance: the sum of two cosines.
private enum Likeness {
  /// Of the sentence vectors.
  static let whole: Float = 0.6
  /// Of the sums of word vectors.
  static let words: Float = 0.4
  /// Of the sentences around them, where the place of a passage counts too.
  static let host: Float = 0.3
}

/// Finds the passages of a pool that are most like quotations.
///
/// A scan over the sketches of all passages leaves a thousand of them, which are then compared exactly:
/// on development articles those hold the 24 likest, all but one in 500.
struct PassageSearch: Sendable {
  /// Passages of a quotation that are compared exactly.
  private static let sketched = 1_024
  /// Quotations that pass over the sketches together: bounds the memory.
  private static let batch = 64
  /// Quotations that are asked which reports are the likeliest, at most.
  private static let asked = 512

  /// Reports that are tried for every quotation, those most like all of them together: of many that repeat
  /// each other they are the likeliest.
  private static let likely = 6

  private struct Match: Sendable {
    var row: Int
    var likeness: Float
  }

  /// The quotations, and the sentences around them.
  private struct Article: Sendable {
    var quotations: PassageVectors
    var sentences: QuantizedVectors
    var hosts: [Int]

    /// The row of the sentence around a quotation; nil when the article has no sentences.
    func host(of quotation: Int) -> Int? {
      (0..<sentences.count).contains(hosts[quotation]) ? hosts[quotation] : nil
    }
  }

  let pool: ReportPool

  /// The rows most like each quotation, the likest first, equally like ones by number; then those of the
  /// reports most like all quotations, where they are not among the first.
  ///
  /// - Parameters:
  ///   - sentences: the vectors of the article's sentences,
  ///   - hosts: and the one around each quotation.
  ///   - count: how many of the likest there are.
  func bestRows(
    for quotations: PassageVectors, sentences: QuantizedVectors, hosts: [Int], count: Int
  ) -> [[Int]] {
    let article = Article(quotations: quotations, sentences: sentences, hosts: hosts)
    let all = Array(quotations.lengths.indices)
    guard all.count > Self.asked else {
      let matches = matches(of: all, in: article, count: count)
      return best(matches, likely: likeliestReports(matches), count: count)
    }
    let asked = (0..<Self.asked).map { $0 * all.count / Self.asked }
    let likely = likeliestReports(matches(of: asked, in: article, count: count))
    return stride(from: 0, to: all.count, by: Self.asked).flatMap { first in
      let some = Array(all[first..<min(all.count, first + Self.asked)])
      return best(matches(of: some, in: article, count: count), likely: likely, count: count)
    }
  }

  /// For each quotation a thousand rows, the likest first.
  private func matches(of quotations: [Int], in article: Article, count: Int) -> [[Match]] {
    let threads = pool.passages.encoder.threads
    return stride(from: 0, to: quotations.count, by: Self.batch).flatMap { first in
      let some = quotations[first..<min(quotations.count, first + Self.batch)]
      let near = pool.candidates.sketches.nearest(
        max(count, Self.sketched), to: sketches(of: some, in: article), threads: threads)
      return concurrently(some.count, threads: threads) { index in
        compared(near[index].map(\.row), with: some[first + index], of: article)
      }
    }
  }

  private func best(_ matches: [[Match]], likely: Set<Int>, count: Int) -> [[Int]] {
    matches.map { matches in
      let best = matches.prefix(count).map(\.row)
      let reports = Set(best.map(pool.candidates.report))
      let others = matches.dropFirst(count).filter {
        let report = pool.candidates.report(of: $0.row)
        return likely.contains(report) && !reports.contains(report)
      }
      var seen: Set<Int> = []
      let first = others.map(\.row).filter {
        seen.insert(pool.candidates.report(of: $0)).inserted
      }
      return (best + first).filter(pool.isSound)
    }
  }

  /// The reports that rise the most above the last passage of each quotation, in the sum.
  private func likeliestReports(_ matches: [[Match]]) -> Set<Int> {
    var sums: [Int: Float] = [:]
    for matches in matches {
      var seen: Set<Int> = []
      let least = matches.last?.likeness ?? 0
      for match in matches {
        let report = pool.candidates.report(of: match.row)
        if seen.insert(report).inserted { sums[report, default: 0] += match.likeness - least }
      }
    }
    let best = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.likely)
    return Set(best.map(\.key))
  }

  /// Queries whose products with sketches come close to the sum of the cosines.
  private func sketches(of some: ArraySlice<Int>, in article: Article) -> QuantizedVectors {
    let whole = some.map { index in
      let own = article.quotations.whole[index].map { Likeness.whole * $0 }
      guard let host = article.host(of: index) else { return own }
      return zip(own, article.sentences[host]).map { $0 + Likeness.host * $1 }
    }
    let words = some.map { index in article.quotations.words[index].map { Likeness.words * $0 } }
    return pool.passages.encoder.sketch.sketches(
      whole: QuantizedVectors(VectorTable(rows: whole)),
      words: QuantizedVectors(VectorTable(rows: words)))
  }

  /// Rows with their likeness, the likest first, equally like ones by number.
  private func compared(_ rows: [Int], with index: Int, of article: Article) -> [Match] {
    let own = index..<(index + 1)
    let whole = pool.candidates.whole.products(of: rows, with: article.quotations.whole, own)
    let words = pool.candidates.words.products(of: rows, with: article.quotations.words, own)
    let host = article.host(of: index).map {
      pool.candidates.whole.products(
        of: rows.map(pool.candidates.sentenceRow), with: article.sentences, $0..<($0 + 1))
    }
    let matches = rows.enumerated().map { place, row in
      var likeness = Likeness.whole * whole[place] + Likeness.words * words[place]
      if let host { likeness += Likeness.host * host[place] }
      return Match(row: row, likeness: likeness.isNaN ? -1 : likeness)
    }
    return matches.sorted { ($1.likeness, $0.row) < ($0.likeness, $1.row) }
  }
}

/// How well reports cover the quotations of an article: a report that has them all is its source.
///
/// Of reports that repeat each other all do; then the other sentences of the article tell.
struct ReportCoverage: Sendable {
  /// The likeness at which a report begins to cover a quotation, and how much more covers it fully.
  private static let start: Float = 0.4
  private static let length: Float = 0.3
  /// What the best cosine of a sentence of the article counts beside that.
  private static let sentence: Float = 0.25
  /// Rows and quotations that are compared together: bounds the memory.
  private static let block = 256
  private static let batch = 64

  /// By report.
  private let totals: [Int: Float]

  /// - Parameter sentences: the vectors of the article's sentences.
  init(
    of quotations: PassageVectors, sentences: QuantizedVectors, by reports: Set<Int>,
    in pool: ReportPool
  ) {
    let numbers = reports.sorted()
    let found = concurrently(numbers.count, threads: pool.passages.encoder.threads) { index in
      let rows = pool.candidates.rows(of: numbers[index])
      let covered = Self.best(rows, quotations.lengths.count) { some, others in
        let words = pool.candidates.words.products(of: some, with: quotations.words, others)
        let whole = pool.candidates.whole.products(of: some, with: quotations.whole, others)
        return zip(whole, words).map { Likeness.whole * $0 + Likeness.words * $1 }
      }
      let alike = Self.best(rows, sentences.count) { some, others in
        pool.candidates.whole.products(of: some, with: sentences, others)
      }
      return covered.reduce(0) { $0 + min(1, max(0, ($1 - Self.start) / Self.length)) }
        + alike.reduce(0) { $0 + Self.sentence * $1 }
    }
    totals = Dictionary(uniqueKeysWithValues: zip(numbers, found))
  }

  /// The reports, those that cover most first, equal ones by number.
  var best: [Int] {
    totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// For each of `count` things the largest product with a row; `products` gives some of them, row by row.
  private static func best(
    _ rows: Range<Int>, _ count: Int, products: ([Int], Range<Int>) -> [Float]
  ) -> [Float] {
    var best = [Float](repeating: 0, count: count)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
      let some = Array(first..<min(rows.upperBound, first + block))
      for own in stride(from: 0, to: count, by: batch) {
        let range = own..<min(count, own + batch)
        for (index, product) in products(some, range).enumerated() {
          let number = own + index % range.count
          best[number] = max(best[number], product)
        }
      }
    }
    return best
  }
}
