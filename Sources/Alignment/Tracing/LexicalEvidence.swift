import BitestoEmbedding
import BitestoText

/// How well the words of a quotation and of a passage stand for each other.
struct LexicalEvidence: Sendable {
  /// See ``PassageCoverage``.
  var covered: Double
  /// See ``TranslationLikelihood``: for an average word, and all together.
  var likelihood: (mean: Double, sum: Double)
}

/// Reads passages as words and compares them.
struct LexicalReader: Sendable {
  private let encoder: Encoder
  private let words: WordSource
  private let likelihood: TranslationLikelihood

  init(encoder: Encoder) throws(ModelError) {
    self.encoder = encoder
    words = .table(try .builtIn(), encoder)
    likelihood = TranslationLikelihood(table: try .builtIn(), encoder: encoder)
  }

  /// The evidence for each passage of each list being the source of the article's range at the same place.
  func evidence(
    of ranges: [Range<Int>], in article: Document, by passages: [[Candidate]], _ reports: ReportList
  ) -> [[LexicalEvidence]] {
    let source = vectors(ranges, in: article)
    var wanted: [Int: [Range<Int>]] = [:]
    for candidate in passages.joined() {
      wanted[candidate.report, default: []].append(candidate.range)
    }
    let targets = wanted.reduce(into: [Int: SentenceWords]()) { targets, entry in
      targets[entry.key] = vectors(entry.value, in: reports[entry.key].document)
    }
    var next: [Int: Int] = [:]
    return passages.enumerated().map { index, list in
      let own = likelihood.source(likelihood.words(in: article, ranges[index]))
      return list.map { candidate in
        let place = next[candidate.report, default: 0]
        next[candidate.report] = place + 1
        let document = reports[candidate.report].document
        return LexicalEvidence(
          covered: targets[candidate.report].map {
            PassageCoverage.share(of: source, index, in: $0, place)
          } ?? 0,
          likelihood: likelihood.ratio(own, likelihood.words(in: document, candidate.range)))
      }
    }
  }

  /// The words of a passage that say what a range of the article says, to the word.
  func span(of range: Range<Int>, in article: Document, by passage: Range<Int>, in report: Document)
    -> Range<Int>?
  {
    likelihood.span(
      likelihood.source(likelihood.words(in: article, range)),
      likelihood.words(in: report, passage))
  }

  private func vectors(_ ranges: [Range<Int>], in document: Document) -> SentenceWords {
    let side = Bitext.Side(
      document: document,
      segments: ranges.map { Segment(range: $0, paragraph: 0, role: .body) })
    let reader = SegmentReader(
      side, table: words.table, frequencies: encoder.frequencies(of: document.language),
      names: NoNames())
    return SentenceWords(
      reader, table: words.table, language: document.language,
      unseen: words.vectors(of: reader.words.compactMap(\.text)))
  }
}
