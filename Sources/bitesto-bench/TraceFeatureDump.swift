import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation

/// Writes the tracer's features for every candidate of every gold quotation, to fit its weights on:
/// article, pool, quotation, report, label (1 the gold span, 0 elsewhere, 0.5 the gold sentence but another span),
/// then the inputs, TAB-separated.
struct TraceFeatureDump {
  var folder: String
  var sources: String

  private struct Gold: Decodable {
    struct Article: Decodable {
      var article: String
      var quotes: [Quote]
    }
    struct Quote: Decodable {
      var quote: [Int]
      var source: String?
      var span: [Int]?
      var sentence: [Int]?
    }
    var articles: [Article]
  }

  func run() throws {
    let gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/gold.json")))
    let encoder = try Encoder.builtIn()
    let names = NameIndex(try Glossary.builtIn())
    let reports = try Report.all(in: sources)
    let whole = ReportPool(reports, encoder: encoder, names: names)
    let columns =
      ["article", "pool", "quotation", "report", "label", "source", "text"] + TraceWeights.names
    print(columns.joined(separator: "\t"))
    for article in gold.articles {
      let document = try Document(
        contentsOf: folder + "/articles/" + article.article, language: .italian)
      let traced = TracedArticle(document, to: whole)
      let scored = try QuoteTracer(pool: whole).score(
        traced.side, quotations: traced.quotations)
      dump(article, scored, in: whole, document: document, pool: "all")
      let counts = scored.flatMap { $0.1.map(\.report) }.reduce(into: [:]) {
        $0[$1, default: 0] += 1
      }
      let nearest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      let own = Set(article.quotes.compactMap(\.source))
      let others = whole.reports.indices.filter { !own.contains(name(of: reports[$0])) }
      for (pool, numbers) in [("small", Array(nearest.prefix(Self.smallPool))), ("others", others)]
      {
        let part = ReportPool(numbers.map { reports[$0] }, encoder: encoder, names: names)
        dump(
          article,
          try QuoteTracer(pool: part).score(traced.side, quotations: traced.quotations),
          in: part, document: document, pool: pool)
      }
    }
  }

  /// Reports of the second, smaller pool each article is traced to: those most like it.
  private static let smallPool = 5

  private func name(of report: Report) -> String {
    (report.document.path as NSString).lastPathComponent
  }

  private func dump(
    _ article: Gold.Article, _ scored: [(Quotation, [QuoteTracer.ScoredCandidate])],
    in pool: ReportPool, document: Document, pool poolName: String
  ) {
    let index = CodePointIndex(document.bytes)
    let sources = Set(pool.reports.map(name))
    for (number, quote) in article.quotes.enumerated() {
      let range = quote.quote[0]..<quote.quote[1]
      let match = scored.first { overlap(index.codePoints($0.0.content), range) >= 0.5 }
      let source = quote.source.flatMap { sources.contains($0) ? $0 : nil }
      for candidate in match?.1 ?? [] {
        let label = self.label(candidate, of: quote, in: pool)
        let inputs = candidate.inputs.map { String(format: "%.5f", $0) }
        let head = [
          article.article, poolName, String(number), String(candidate.report), label, source ?? "-",
          pool.reports[candidate.report].document.text(candidate.range).filter {
            $0 != "\n" && $0 != "\t"
          },
        ]
        print((head + inputs).joined(separator: "\t"))
      }
    }
  }

  private func label(
    _ candidate: QuoteTracer.ScoredCandidate, of quote: Gold.Quote, in pool: ReportPool
  ) -> String {
    let document = pool.reports[candidate.report].document
    guard let source = quote.source, (document.path as NSString).lastPathComponent == source,
      let span = quote.span, let sentence = quote.sentence
    else { return "0" }
    let range = CodePointIndex(document.bytes).codePoints(candidate.range)
    if overlap(range, span[0]..<span[1]) >= 0.8 { return "1" }
    return range.overlaps(sentence[0]..<sentence[1]) ? "0.5" : "0"
  }

  /// The share of the union that both ranges have.
  private func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let common = max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
    return Double(common)
      / Double(max(1, max(a.upperBound, b.upperBound) - min(a.lowerBound, b.lowerBound)))
  }
}
