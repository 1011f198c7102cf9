import BitestoEmbedding
import BitestoText

/// How well the words of a quotation and of a passage stand for each other.
struct LexicalEvidence: Sendable {
  /// See ``PassageCoverage``.
  var covered: Double
  /// See ``TranslationLikelihood``: for an average word, and all together; nil where no table knows
  /// translations into the passage's language.
  var likelihood: (mean: Double, sum: Double)?
}

/// Reads passages as words and compares them.
struct LexicalReader: Sendable {
  private let encoder: Encoder
  private let words: WordSource
  private let likelihood: TranslationLikelihood

  init(encoder: Encoder) throws(ModelError) {
    self.encoder = encoder
    words = .encoder(encoder)
    likelihood = TranslationLikelihood(table: try .builtIn(), encoder: encoder)
  }

  /// The evidence for each passage of each list being the source of the article's range at the same place.
  func evidence(
    of ranges: [Range<Int>], in article: Document, by passages: [[Candidate]], _ reports: ReportList
  ) -> [[LexicalEvidence]] {
    var wanted: [Int: [Range<Int>]] = [:]
    // Where each candidate stands among those of its report.
    let places = passages.map { list in
      list.map { candidate in
        wanted[candidate.report, default: []].append(candidate.range)
        return (wanted[candidate.report]?.count ?? 1) - 1
      }
    }
    let numbers = wanted.keys.sorted()
    let texts = [(article, ranges)] + numbers.map { (reports[$0].document, wanted[$0] ?? []) }
    let read = vectors(of: texts)
    let targets = Dictionary(uniqueKeysWithValues: zip(numbers, read.dropFirst()))
    return concurrently(passages.count, threads: encoder.threads) { index in
      let own = likelihood.source(likelihood.words(in: article, ranges[index]))
      return zip(passages[index], places[index]).map { candidate, place in
        let document = reports[candidate.report].document
        return LexicalEvidence(
          covered: targets[candidate.report].map {
            PassageCoverage.share(of: read[0], index, in: $0, place)
          } ?? 0,
          likelihood: likelihood.knows(document.language)
            ? likelihood.ratio(own, likelihood.words(in: document, candidate.range)) : nil)
      }
    }
  }

  /// The part of a passage that says what a range of the article says, to the word, when the passage says
  /// much more; else the passage. A few words at its ends are left to it.
  func trimmed(
    _ passage: Range<Int>, in report: Document, to range: Range<Int>, in article: Document
  ) -> Range<Int> {
    let expected = Self.lengthRatio * Double(range.count)
    guard likelihood.knows(report.language), Double(passage.count) > Self.muchLonger * expected
    else { return passage }
    let words = likelihood.words(in: report, passage)
    guard
      let span = likelihood.span(
        likelihood.source(likelihood.words(in: article, range)), words),
      Double(span.count) > expected / Self.muchLonger,
      Double(span.count) < Self.muchLonger * expected
    else { return passage }
    let before = words.count { $0.upperBound <= span.lowerBound }
    let after = words.count { $0.lowerBound >= span.upperBound }
    let start = before <= Self.fewWords ? passage.lowerBound : span.lowerBound
    let end = after <= Self.fewWords ? passage.upperBound : span.upperBound
    return start..<end
  }

  /// Bytes of English for a byte of Italian, and how many times longer a passage is trimmed.
  private static let lengthRatio = 0.9
  private static let muchLonger = 1.6
  private static let fewWords = 2

  /// The words of ranges of documents; those that are in no table are encoded together, each once.
  private func vectors(of texts: [(document: Document, ranges: [Range<Int>])]) -> [SentenceWords] {
    let sides = texts.map { document, ranges in
      Bitext.Side(
        document: document,
        segments: ranges.map { Segment(range: $0, paragraph: 0, role: .body) })
    }
    let read = ReadText.read(sides, words: words, encoder: encoder, names: NoNames())
    return concurrently(read.count, threads: encoder.threads) { SentenceWords(read[$0]) }
  }
}
