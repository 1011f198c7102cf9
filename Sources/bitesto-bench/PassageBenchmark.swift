import BitestoText
import Foundation
import TestSupport

/// Scores the quotation finder over passages whose quotations are marked in place
/// (Tests/TextTests/Passages/PASSAGES.md), or over an article annotated in JSON.
struct PassageBenchmark {
  private var paths: [String] = []
  private var isVerbose = false

  init(arguments: [String]) {
    for argument in arguments {
      switch argument {
      case "--verbose", "-v": isVerbose = true
      default: paths.append(argument)
      }
    }
  }

  func run() throws {
    for path in paths {
      let url = URL(fileURLWithPath: path)
      if url.pathExtension == "json" {
        try scoreArticle(AnnotatedArticle(contentsOf: url))
      } else {
        try scorePassages(MarkedPassage.all(in: url))
      }
    }
  }

  private func scorePassages(_ passages: [MarkedPassage]) {
    let languages = Dictionary(grouping: passages, by: \.document.language)
    for (language, passages) in languages.sorted(by: { $0.key.rawValue > $1.key.rawValue }) {
      var score = QuotationScore()
      for passage in passages {
        score.add(
          passage.quotations, found: quotations(in: passage.document), in: passage.document,
          name: passage.name)
      }
      show(score, title: "\(language), \(passages.count) passages")
    }
  }

  private func scoreArticle(_ article: AnnotatedArticle) {
    let found = quotations(in: article.document)
    let comparison = QuotationComparison(
      known: article.pieces, found: found, document: article.document)
    let exact = comparison.matches(.speech).merging(comparison.matches(.indirect)) { one, _ in one }
    let near = exact.merging(comparison.matches(.indirect, overlapping: true)) { one, _ in one }
    var (marked, markedExact, all, speakers, outlets) = (0, 0, 0, 0, 0)
    for quote in article.quotes {
      let matches = quote.compactMap { near[$0].map { found[$0] } }
      if article.pieces[quote[0]].kind != .indirect {
        marked += 1
        if quote.allSatisfy({ exact[$0] != nil }) { markedExact += 1 }
      }
      guard matches.count == quote.count else { continue }
      all += 1
      let first = article.pieces[quote[0]]
      if matches.allSatisfy({ QuotationComparison.isSpeakerRight(first, $0) }) { speakers += 1 }
      if matches.allSatisfy({ Set($0.outlets) == Set(first.outlets) }) { outlets += 1 }
    }
    var score = QuotationScore()
    score.add(article.pieces, found: found, in: article.document, name: article.name)
    show(score, title: article.name)
    print(
      """
        marked quotations, exact  \(markedExact) of \(marked)
        all quotations found      \(all) of \(article.quotes.count)
        their speakers right      \(speakers) of \(all)
        their outlets right       \(outlets) of \(all)

      """)
  }

  private func quotations(in document: Document) -> [Quotation] {
    var finder = QuotationFinder(language: document.language)
    finder.nesting = .all
    return finder.quotations(in: document)
  }

  private func show(_ score: QuotationScore, title: String) {
    print("\(padded(title))precision         recall")
    for row in QuotationScore.Row.allCases {
      let counts = score.counts[row] ?? .init()
      print(
        padded("  " + row.rawValue)
          + padded(share(counts.right, of: counts.found, counts.precision), 18)
          + share(counts.right, of: counts.known, counts.recall))
      if isVerbose { for miss in score.misses[row] ?? [] { print("      \(miss)") } }
    }
    print()
  }

  private func share(_ right: Int, of all: Int, _ value: Double) -> String {
    all == 0 ? "–" : String(format: "%.3f  %d/%d", value, right, all)
  }

  private func padded(_ text: String, _ width: Int = 30) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
