/// Splits a document into segments: sentences, headings, lines that are not part of the story.
public struct Segmenter: Sendable {
  public let language: Language
  /// Whether a sentence may end inside a quotation. When not, quoted words stay in one segment
  /// with the sentence around them.
  public var splitsInQuotations: Bool
  /// Whether a colon before white space ends a segment.
  public var breaksAtColon: Bool
  /// Whether a semicolon before white space ends a segment.
  public var breaksAtSemicolon: Bool
  /// Whether a line that begins in lower case goes on with the line right before it, as in text
  /// that was wrapped at a fixed width. A segment may then hold line ends.
  public var joinsWrappedLines: Bool
  /// The abbreviations that are known; ``Abbreviations/adding(_:)`` takes a user's own.
  public var abbreviations: Abbreviations
  /// What decides where the rules leave it open; nil leaves all to the rules.
  package var model: SentenceModel?

  /// - Parameter abbreviations: nil for those that come with the program.
  public init(
    language: Language, splitsInQuotations: Bool = true, breaksAtColon: Bool = false,
    breaksAtSemicolon: Bool = false, joinsWrappedLines: Bool = false,
    abbreviations: Abbreviations? = nil
  ) {
    self.language = language
    self.splitsInQuotations = splitsInQuotations
    self.breaksAtColon = breaksAtColon
    self.breaksAtSemicolon = breaksAtSemicolon
    self.joinsWrappedLines = joinsWrappedLines
    self.abbreviations = abbreviations ?? .builtIn(language)
    model = .builtIn(language)
  }

  /// The segments in order; none crosses a paragraph unless ``joinsWrappedLines``, and all that is
  /// not white space stands in one. Linear in the length of the text.
  public func segments(of document: Document) -> [Segment] {
    let quoted = splitsInQuotations ? [] : MarkedSpan.spans(in: document)
    return document.bytes.withView { text in
      var segments = segments(in: text, document.paragraphs, quoted: quoted)
      if joinsWrappedLines { WrappedLines(text: text).join(&segments) }
      SegmentRoles(text: text, document: document, language: language)
        .assign(to: &segments)
      return segments
    }
  }

  private func segments(
    in text: ByteView, _ paragraphs: [Range<Int>], quoted: [MarkedSpan]
  ) -> [Segment] {
    var scanner = SentenceScanner(
      text: text, language: language,
      policies: SentencePolicies(
        breaksAtColon: breaksAtColon, breaksAtSemicolon: breaksAtSemicolon),
      abbreviations: abbreviations, judge: ModelJudge(model: model))
    var segments: [Segment] = []
    segments.reserveCapacity(text.count / 120 + paragraphs.count)
    var ends: [Int] = []
    var quoted = quoted[...]
    for (number, paragraph) in paragraphs.enumerated() {
      ends.removeAll(keepingCapacity: true)
      scanner.appendEnds(in: paragraph, to: &ends)
      ends.append(paragraph.upperBound)
      var start = paragraph.lowerBound
      for end in ends {
        while let span = quoted.first, span.marked.upperBound <= end { quoted.removeFirst() }
        if let span = quoted.first, span.marked.lowerBound < end, end < paragraph.upperBound {
          continue
        }
        let range = text.trimmingSpace(start..<end)
        start = end
        guard !range.isEmpty else { continue }
        segments.append(Segment(range: range, paragraph: number, role: .body))
      }
    }
    return segments
  }
}
