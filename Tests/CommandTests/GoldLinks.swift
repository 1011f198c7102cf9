import Foundation

/// The JSON that `trace` writes, as far as links go.
struct Trace: Decodable {
  struct Quote: Decodable {
    var start: Int
    var end: Int
    var text: String
    var match: Match?
  }

  struct Match: Decodable {
    var source: String
    var start: Int
    var end: Int
    var text: String
  }

  var quotes: [Quote]
}

/// The gold links of an article (Corpora/README.md), and how a trace does against them.
struct GoldLinks: Decodable {
  struct Article: Decodable {
    var quotes: [Link]
    var scare: [Mark]?
  }

  struct Link: Decodable {
    var quote: [Int]
    var text: String
    /// nil where no report has the words.
    var source: String?
    var sentence: [Int]?
  }

  struct Mark: Decodable {
    var quote: [Int]
  }

  struct Score {
    var right = 0
    /// Words of the article whose source was not found.
    var missed: [String] = []
    /// Words of the article and what they were linked to.
    var wrong: [String] = []
  }

  var articles: [Article]

  init(contentsOf url: URL) throws {
    self = try JSONDecoder().decode(GoldLinks.self, from: Data(contentsOf: url))
  }

  /// A link is right when it touches the gold sentence in the gold report.
  func score(_ trace: Trace) -> Score {
    var score = Score()
    for link in articles.flatMap(\.quotes) {
      let match = trace.quotes.first { Self.isSame(link.quote, $0.start..<$0.end) }?.match
      guard let match else {
        if link.source != nil { score.missed.append(link.text) }
        continue
      }
      if match.source.split(separator: "/").last.map(String.init) == link.source,
        let sentence = link.sentence, match.start < sentence[1], match.end > sentence[0]
      {
        score.right += 1
      } else {
        score.wrong.append("\(link.text) → \(match.text)")
      }
    }
    for mark in articles.flatMap({ $0.scare ?? [] }) {
      for quote in trace.quotes where Self.isSame(mark.quote, quote.start..<quote.end) {
        if let match = quote.match { score.wrong.append("\(quote.text) → \(match.text)") }
      }
    }
    return score
  }

  /// Two ranges share at least half of what both cover.
  private static func isSame(_ gold: [Int], _ range: Range<Int>) -> Bool {
    let shared = min(gold[1], range.upperBound) - max(gold[0], range.lowerBound)
    return 2 * shared >= max(gold[1], range.upperBound) - min(gold[0], range.lowerBound)
  }
}
