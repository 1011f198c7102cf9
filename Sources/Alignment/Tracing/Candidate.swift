import BitestoText

/// A passage of a report that may stand behind a quotation.
struct Candidate: Hashable, Sendable {
  enum Shape: Sendable {
    case sentence
    /// What stands between quotation marks, within one sentence or over several.
    case quoted
    /// A part of a sentence between commas and the like.
    case clause
    /// Sentences that follow each other.
    case sentences
  }

  var report: Int
  var range: Range<Int>
  /// The segment where it begins.
  var segment: Int
  var shape: Shape
}

/// Cuts a report into the passages that can be somebody's source.
struct CandidateFinder {
  /// Sentences of a run, at most.
  private static let longestRun = 4
  /// Words of a clause, at least, and the borders where one that begins at a place may end.
  private static let shortestClause = 2
  private static let longestClause = 4
  /// Places where a sentence is cut, at most: bounds the cost of a list or a table without full stops.
  private static let mostCuts = 200
  private static let openingMarks = ["\"", "“", "«", "„"].map { Array($0.utf8) }

  let report: Report
  let index: Int

  /// The sentences, and what is quoted in each: few, so that all are encoded.
  func sentencesAndQuotations() -> [Candidate] {
    var found: [Candidate] = []
    var quotations = report.quotations[...]
    for (number, segment) in report.segments.enumerated() where segment.role != .boilerplate {
      found.append(
        Candidate(report: index, range: segment.range, segment: number, shape: .sentence))
      if let start = openingMarkEnd(in: segment.range) {
        found.append(
          Candidate(
            report: index, range: start..<segment.range.upperBound, segment: number, shape: .quoted)
        )
      }
      while let first = quotations.first, first.content.upperBound <= segment.range.lowerBound {
        quotations = quotations.dropFirst()
      }
      for quotation in quotations {
        if quotation.content.lowerBound >= segment.range.upperBound { break }
        let part = report.document.bytes.trimmingSpace(quotation.content.clamped(to: segment.range))
        guard !part.isEmpty, part != report.document.bytes.trimmingSpace(segment.range) else {
          continue
        }
        found.append(Candidate(report: index, range: part, segment: number, shape: .quoted))
      }
    }
    return found
  }

  /// Longer and shorter passages around a candidate that looks right.
  ///
  /// - Parameter lengths: the lengths in characters that are worth trying.
  func variations(of candidate: Candidate, lengths: ClosedRange<Int>) -> [Candidate] {
    runs(from: candidate).filter { isLong($0.range, lengths) }
      + clauses(of: candidate, lengths: lengths)
  }

  /// Runs of sentences through the candidate's: inside its quotation, inside all that is quoted in the
  /// same paragraph (words with a cue between them), or outside of quotations.
  private func runs(from candidate: Candidate) -> [Candidate] {
    guard let quotation = report.quotation(overlapping: candidate.range),
      contains(quotation.marked, candidate.range)
    else {
      return runs(from: candidate, within: 0..<report.document.bytes.count, shape: .sentences)
    }
    var found = runs(from: candidate, within: quotation.content, shape: .quoted)
    let whole = report.quotedParts(inParagraphOf: candidate.segment)
    if whole != quotation.content {
      found += runs(from: candidate, within: whole, shape: .quoted)
    }
    return found
  }

  private func runs(
    from candidate: Candidate, within bounds: Range<Int>, shape: Candidate.Shape
  ) -> [Candidate] {
    var found: [Candidate] = []
    for first in max(0, candidate.segment - Self.longestRun + 1)...candidate.segment {
      let end = min(report.segments.count, first + Self.longestRun)
      for last in candidate.segment..<max(end, candidate.segment)
      where last > first || shape == .quoted {
        guard
          report.segments[first...last].allSatisfy({ $0.role != .boilerplate }),
          report.segments[last].paragraph - report.segments[first].paragraph <= 1
        else { continue }
        let opening = report.segments[first].range
        let start = openingMarkEnd(in: opening) ?? opening.lowerBound
        let whole = start..<max(start, report.segments[last].range.upperBound)
        let range = report.document.bytes.trimmingSpace(whole.clamped(to: bounds))
        guard opening.overlaps(range), report.segments[last].range.overlaps(range) else { continue }
        found.append(Candidate(report: index, range: range, segment: first, shape: shape))
      }
    }
    return found
  }

  /// Where words begin after a quotation mark that opens in a sentence and closes in none of the same
  /// paragraph: `Quote: "He agreed.` Nil when there is no such mark.
  private func openingMarkEnd(in range: Range<Int>) -> Int? {
    let text = report.document.bytes[range]
    for mark in Self.openingMarks {
      guard let start = text.indices.first(where: { text[$0...].starts(with: mark) }) else {
        continue
      }
      let end = start + mark.count
      let isPaired = report.quotation(overlapping: start..<end) != nil
      if !isPaired, end < range.upperBound, !text[end...].starts(with: [0x20]) { return end }
    }
    return nil
  }

  /// Parts of the candidate's sentence between punctuation, alone and joined with what follows.
  private func clauses(of candidate: Candidate, lengths: ClosedRange<Int>) -> [Candidate] {
    guard candidate.shape == .sentence || candidate.shape == .quoted else { return [] }
    let tokens = Tokenizer(language: report.document.language)
      .tokens(in: report.document, candidate.range)
    // Where a clause may begin and where it may end, and how many words stand before; never beside a mark
    // of its own border.
    var starts = [(offset: candidate.range.lowerBound, words: 0)]
    var ends: [(offset: Int, words: Int)] = []
    var words = 0
    var wasMark = true
    for token in tokens {
      guard ends.count < Self.mostCuts else { break }
      let isMark = isBorderMark(token)
      let isBorder = isMark || isBorderWord(token)
      if isBorder, !wasMark { ends.append((token.range.lowerBound, words)) }
      if wasMark || isBorder, !isMark { starts.append((token.range.lowerBound, words)) }
      if token.kind == .word { words += 1 }
      if isBorder, !isMark { starts.append((token.range.upperBound, words)) }
      wasMark = isMark
    }
    if ends.count < Self.mostCuts { ends.append((candidate.range.upperBound, words)) }
    var found: Set<Range<Int>> = []
    for start in starts {
      let next = ends.partitioningIndex { $0.offset > start.offset }
      for end in ends[next...].prefix(Self.longestClause)
      where end.words - start.words >= Self.shortestClause {
        let range = report.document.bytes.trimmingSpace(start.offset..<end.offset)
        if isLong(range, lengths), range != candidate.range { found.insert(range) }
      }
    }
    return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.map {
      Candidate(report: index, range: $0, segment: candidate.segment, shape: .clause)
    }
  }

  private func isLong(_ range: Range<Int>, _ lengths: ClosedRange<Int>) -> Bool {
    lengths.contains(report.document.bytes[range].codePointCount)
  }

  private func isBorderMark(_ token: Token) -> Bool {
    token.kind == .punctuation && ClauseBorders.marks.contains(report.document.text(token.range))
  }

  private func isBorderWord(_ token: Token) -> Bool {
    token.kind == .word && ClauseBorders.words.contains(report.document.folded(token.range))
  }

  private func contains(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }
}

/// Where a sentence can be cut into clauses.
enum ClauseBorders {
  static let marks: Set<String> = [
    ",", ";", ":", "–", "—", "-", "(", ")", "\"", "“", "”", "«", "»",
  ]
  static let words: Set<String> = ["that", "and", "but", "because", "while", "which", "who", "as"]
}
