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

  let pool: ReportPool

  /// The rows most like each quotation, the likest first, equally like ones by number.
  ///
  /// - Parameter hosts: the vector of the sentence around each quotation; none when the article has
  ///   no sentences.
  func bestRows(for quotations: PassageVectors, hosts: QuantizedVectors, count: Int) -> [[Int]] {
    let all = quotations.lengths.indices
    return stride(from: 0, to: all.count, by: Self.batch).flatMap { first in
      let some = first..<min(all.count, first + Self.batch)
      let near = pool.candidates.sketches.nearest(
        max(count, Self.sketched), to: sketches(of: some, quotations, hosts),
        threads: pool.passages.encoder.threads)
      return concurrently(some.count, threads: pool.passages.encoder.threads) { index in
        best(
          count, of: near[index].map(\.row).sorted(), for: some.lowerBound + index, quotations,
          hosts)
      }
    }
  }

  /// Queries whose products with sketches come close to the sum of the cosines.
  private func sketches(
    of some: Range<Int>, _ quotations: PassageVectors, _ hosts: QuantizedVectors
  ) -> QuantizedVectors {
    let whole = some.map { index in
      let own = quotations.whole[index].map { Likeness.whole * $0 }
      guard index < hosts.count else { return own }
      return zip(own, hosts[index]).map { $0 + Likeness.host * $1 }
    }
    let words = some.map { index in quotations.words[index].map { Likeness.words * $0 } }
    return pool.passages.encoder.sketch.sketches(
      whole: QuantizedVectors(VectorTable(rows: whole)),
      words: QuantizedVectors(VectorTable(rows: words)))
  }

  /// The best of some rows.
  private func best(
    _ count: Int, of rows: [Int], for index: Int, _ quotations: PassageVectors,
    _ hosts: QuantizedVectors
  ) -> [Int] {
    let own = index..<(index + 1)
    let whole = pool.candidates.whole.products(of: rows, with: quotations.whole, own)
    let words = pool.candidates.words.products(of: rows, with: quotations.words, own)
    let sentences = rows.map(pool.candidates.sentenceRow)
    let host =
      index < hosts.count ? pool.candidates.whole.products(of: sentences, with: hosts, own) : []
    var best: [(row: Int, score: Float)] = []
    for (place, row) in rows.enumerated() {
      var score = Likeness.whole * whole[place] + Likeness.words * words[place]
      if place < host.count { score += Likeness.host * host[place] }
      if best.count == count, let last = best.last, last.score >= score { continue }
      best.insert((row, score), at: best.partitioningIndex { $0.score < score })
      if best.count > count { best.removeLast() }
    }
    return best.map(\.row).filter(pool.isSound)
  }
}

/// How well reports cover the quotations of an article: a report that has them all is its source.
struct ReportCoverage: Sendable {
  /// The likeness at which a report begins to cover a quotation, and how much more covers it fully.
  private static let start: Float = 0.4
  private static let length: Float = 0.3
  /// Rows and quotations that are compared together: bounds the memory.
  private static let block = 256
  private static let batch = 64

  /// By report, the sum over the quotations.
  private let totals: [Int: Float]

  init(of quotations: PassageVectors, by reports: Set<Int>, in pool: ReportPool) {
    let numbers = reports.sorted()
    let found = concurrently(numbers.count, threads: pool.passages.encoder.threads) { index in
      Self.total(of: quotations, by: pool.candidates.rows(of: numbers[index]), in: pool.candidates)
    }
    totals = Dictionary(uniqueKeysWithValues: zip(numbers, found))
  }

  /// The reports, those that cover most first, equal ones by number.
  var best: [Int] {
    totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static func total(
    of quotations: PassageVectors, by rows: Range<Int>, in table: PassageRows
  ) -> Float {
    let count = quotations.lengths.count
    var best = [Float](repeating: 0, count: count)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
      let some = Array(first..<min(rows.upperBound, first + block))
      for own in stride(from: 0, to: count, by: batch) {
        let range = own..<min(count, own + batch)
        let whole = table.whole.products(of: some, with: quotations.whole, range)
        let words = table.words.products(of: some, with: quotations.words, range)
        for index in whole.indices {
          let quotation = own + index % range.count
          let likeness = Likeness.whole * whole[index] + Likeness.words * words[index]
          best[quotation] = max(best[quotation], likeness)
        }
      }
    }
    return best.reduce(0) { $0 + min(1, max(0, ($1 - start) / length)) }
  }
}
