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
  /// Words of a clause, at least.
  private static let shortestClause = 2

  let report: Report
  let index: Int

  /// The sentences, and what is quoted in each: few, so that all are encoded.
  func sentencesAndQuotations() -> [Candidate] {
    var found: [Candidate] = []
    var quotations = report.quotations[...]
    for (number, segment) in report.segments.enumerated() where segment.role != .boilerplate {
      found.append(
        Candidate(report: index, range: segment.range, segment: number, shape: .sentence))
      while let first = quotations.first, first.content.upperBound <= segment.range.lowerBound {
        quotations = quotations.dropFirst()
      }
      for quotation in quotations {
        if quotation.content.lowerBound >= segment.range.upperBound { break }
        let part = trimmed(quotation.content.clamped(to: segment.range))
        guard !part.isEmpty, part != trimmed(segment.range) else { continue }
        found.append(Candidate(report: index, range: part, segment: number, shape: .quoted))
      }
    }
    return found
  }

  /// Longer and shorter passages around a candidate that looks right.
  func variations(of candidate: Candidate) -> [Candidate] {
    runs(from: candidate) + clauses(of: candidate)
  }

  /// Runs of sentences through the candidate's, inside one quotation or outside of all.
  private func runs(from candidate: Candidate) -> [Candidate] {
    let quotation = report.quotations.first { $0.content.overlaps(candidate.range) }
    let isInside = quotation.map { contains($0.content, candidate.range) } ?? false
    let bounds = isInside ? quotation?.content ?? 0..<0 : 0..<report.document.bytes.count
    var found: [Candidate] = []
    let lowest = max(0, candidate.segment - Self.longestRun + 1)
    for first in lowest...candidate.segment {
      let highest = min(report.segments.count, first + Self.longestRun)
      for last in candidate.segment..<max(highest, candidate.segment) where last > first || isInside
      {
        guard
          report.segments[first...last].allSatisfy({ $0.role != .boilerplate }),
          report.segments[last].paragraph - report.segments[first].paragraph <= 1
        else { continue }
        let whole =
          report.segments[first].range.lowerBound..<report.segments[last].range.upperBound
        let range = trimmed(whole.clamped(to: bounds))
        guard !range.isEmpty else { continue }
        found.append(
          Candidate(
            report: index, range: range, segment: first, shape: isInside ? .quoted : .sentences))
      }
    }
    return found
  }

  /// Parts of the candidate's sentence between punctuation, alone and joined with what follows.
  private func clauses(of candidate: Candidate) -> [Candidate] {
    guard candidate.shape == .sentence || candidate.shape == .quoted else { return [] }
    let tokens = Tokenizer(language: report.document.language)
      .tokens(in: report.document, candidate.range)
    var cuts = [candidate.range.lowerBound]
    for token in tokens where isClauseBorder(token) {
      cuts.append(token.range.lowerBound)
      cuts.append(token.range.upperBound)
    }
    cuts.append(candidate.range.upperBound)
    var found: [Candidate] = []
    for (first, start) in cuts.enumerated() {
      for end in cuts[(first + 1)...].prefix(6) where end > start {
        let range = trimmed(start..<end)
        guard range.count >= 4, range != candidate.range, range.lowerBound == start || first > 0
        else { continue }
        let words = tokens.count { $0.kind == .word && contains(range, $0.range) }
        guard words >= Self.shortestClause else { continue }
        found.append(
          Candidate(
            report: index, range: range, segment: candidate.segment, shape: .clause))
      }
    }
    return Array(Set(found)).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  private func isClauseBorder(_ token: Token) -> Bool {
    if token.kind == .punctuation {
      return ClauseBorders.marks.contains(report.document.text(token.range))
    }
    return token.kind == .word
      && ClauseBorders.words.contains(report.document.folded(token.range))
  }

  private func contains(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  /// Without white space at both ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let bytes = report.document.bytes
    while let first = range.first, bytes[first] <= 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
    return range
  }
}

/// Where a sentence can be cut into clauses.
enum ClauseBorders {
  static let marks: Set<String> = [
    ",", ";", ":", "–", "—", "-", "(", ")", "\"", "“", "”", "«", "»",
  ]
  static let words: Set<String> = ["that", "and", "but", "because", "while", "which", "who", "as"]
}
