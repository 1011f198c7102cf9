/// Finds speech that a dash opens, and attributions that dashes set into marked speech.
///
/// Italian novels, features and interviews write «— Vieni, — disse Anna. — Subito.» without marks; newspapers set
/// the attribution between dashes inside the marks («Se piove – ha detto Rossi – restiamo qui»).
/// Either way the attribution is told from any other parenthesis by the verb it begins with.
struct DialogueDashes {
  let context: AttributionContext

  private var document: Document { context.document }
  private var words: HostWords { context.words }
  private var cues: CueFinder { CueFinder(context: context) }

  /// How far from the dash the verb may end, in words: "– gli ha poi risposto".
  private static let reach = 6

  /// The spans of a document with those that dashes open, each cut
  /// where an attribution stands inside it when `splitting`. Linear.
  func adding(to spans: [MarkedSpan], splitting: Bool) -> [MarkedSpan] {
    var all = splitting ? spans.flatMap { $0.isNested ? [$0] : pieces(of: $0) } : spans
    let dialogue = dialogueSpans()
    guard !dialogue.isEmpty else { return all }
    all += dialogue
    all.sort {
      ($0.marked.lowerBound, $1.marked.upperBound) < ($1.marked.lowerBound, $0.marked.upperBound)
    }
    return MarkedSpan.markingNested(all)
  }

  // MARK: Inside marks

  private func pieces(of span: MarkedSpan) -> [MarkedSpan] {
    let content = words.slice(span.content)
    let cuts = attributions(in: content)
    guard !cuts.isEmpty else { return [span] }
    var pieces: [MarkedSpan] = []
    var start = span.content.lowerBound
    for cut in cuts + [content.endIndex..<content.endIndex] {
      let end = cut.isEmpty ? span.content.upperBound : words.words[cut.lowerBound].range.lowerBound
      var piece = span
      piece.content = spoken(start..<end)
      piece.marked = (pieces.isEmpty ? span.marked.lowerBound : start)..<end
      if cut.isEmpty { piece.marked = piece.marked.lowerBound..<span.marked.upperBound }
      if !pieces.isEmpty { piece.isInterrupted = true }
      if !piece.content.isEmpty { pieces.append(piece) }
      if !cut.isEmpty { start = words.words[cut.upperBound - 1].range.upperBound }
    }
    return pieces
  }

  /// From dash to dash, both included: "– ha detto Rossi –".
  private func attributions(in content: ArraySlice<HostWord>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = content.startIndex + 1
    while index < content.endIndex {
      guard isDash(at: index, in: content), opensAttribution(at: index, in: content) else {
        index += 1
        continue
      }
      let rest = (index + 1)..<min(content.endIndex, index + 40)
      guard let end = rest.first(where: { isDash(at: $0, in: content) }) else { break }
      found.append(index..<(end + 1))
      index = end + 1
    }
    return found
  }

  // MARK: Without marks

  private func dialogueSpans() -> [MarkedSpan] {
    var spans: [MarkedSpan] = []
    var group: [Int] = []
    for paragraph in document.paragraphs.indices {
      if opensDialogue(paragraph) {
        group.append(paragraph)
      } else if !group.isEmpty {
        spans += groupSpans(group)
        group = []
      }
    }
    return spans + groupSpans(group)
  }

  private func opensDialogue(_ paragraph: Int) -> Bool {
    let line = words.words[words.paragraphs[paragraph]]
    guard let first = line.first, line.count > 2, first.isPunctuation,
      Scalar.isDash(document.bytes.scalar(at: first.range.lowerBound))
    else { return false }
    let second = line[line.startIndex + 1]
    return !second.isPunctuation || !second.isAny(.terminator)
  }

  /// Lines in a row that a dash opens are dialogue when one of them holds an attribution, or when
  /// they all end like sentences and one asks or cries; otherwise they are a list.
  private func groupSpans(_ group: [Int]) -> [MarkedSpan] {
    let lines = group.map { words.words[words.paragraphs[$0]] }
    let cuts = lines.map { lineAttributions(in: $0) }
    let isDialogue =
      cuts.contains { !$0.isEmpty }
      || lines.count > 1 && lines.allSatisfy { $0.last?.isAny(.terminator) == true }
        && lines.contains { $0.last?.classes.isSuperset(of: [.terminator, .clauseBreak]) == true }
    guard isDialogue else { return [] }
    return zip(group, zip(lines, cuts)).flatMap { paragraph, line in
      lineSpans(paragraph, line.0, line.1)
    }
  }

  /// As ``attributions(in:)``, but the last one may run to the end of the line.
  private func lineAttributions(in line: ArraySlice<HostWord>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = line.startIndex + 1
    while index < line.endIndex {
      guard isDash(at: index, in: line), opensAttribution(at: index, in: line) else {
        index += 1
        continue
      }
      let rest = (index + 1)..<line.endIndex
      let end = rest.first { isDash(at: $0, in: line) }.map { $0 + 1 } ?? line.endIndex
      found.append(index..<end)
      index = end
    }
    return found
  }

  private func lineSpans(
    _ paragraph: Int, _ line: ArraySlice<HostWord>, _ cuts: [Range<Int>]
  ) -> [MarkedSpan] {
    var spans: [MarkedSpan] = []
    var start = line.startIndex
    for cut in cuts + [line.endIndex..<line.endIndex] where start < line.endIndex {
      let from = line[start].range.lowerBound
      let end =
        cut.isEmpty
        ? line[line.endIndex - 1].range.upperBound : line[cut.lowerBound].range.lowerBound
      let content = spoken(line[start].range.upperBound..<max(end, line[start].range.upperBound))
      if !content.isEmpty {
        spans.append(
          MarkedSpan(
            marked: from..<content.upperBound, content: content, paragraph: paragraph,
            family: .dash,
            isContinuation: false, isInterrupted: !spans.isEmpty))
      }
      start = cut.isEmpty ? line.endIndex : cut.upperBound - 1
      if !cut.isEmpty, !isDash(at: start, in: line) || start == cut.lowerBound { break }
    }
    return spans
  }

  // MARK: Signs

  /// A dash with space around it, or after a comma or a stop.
  private func isDash(at index: Int, in words: ArraySlice<HostWord>) -> Bool {
    let word = words[index]
    let bytes = document.bytes
    guard word.isPunctuation, Scalar.isDash(bytes.scalar(at: word.range.lowerBound)) else {
      return false
    }
    let before = bytes.scalar(before: word.range.lowerBound)
    let after = bytes.scalar(at: word.range.upperBound)
    return Scalar.isSpace(after) || Scalar.isSpace(before) || after == 0x2C || after == 0x2E
  }

  private func opensAttribution(at dash: Int, in words: ArraySlice<HostWord>) -> Bool {
    let end = min(words.endIndex, dash + 1 + Self.reach)
    for index in (dash + 1)..<max(dash + 1, end) {
      if cues.verb(at: index, in: words[(dash + 1)...]) != nil { return true }
      guard words[index].isAny([.filler, .auxiliary, .pronoun]) else { return false }
    }
    return false
  }

  /// Without white space and the commas and stops that belong to the attribution.
  private func spoken(_ range: Range<Int>) -> Range<Int> {
    let bytes = document.bytes
    var content = bytes.trimmingSpace(range)
    let first = bytes.scalar(at: content.lowerBound)
    if first == 0x2C || first == 0x2E && bytes.scalar(at: content.lowerBound + 1) == 0x20,
      !content.isEmpty
    {
      content = bytes.trimmingSpace((content.lowerBound + 1)..<content.upperBound)
    }
    if bytes.scalar(before: content.upperBound) == 0x2C, !content.isEmpty {
      content = bytes.trimmingSpace(content.lowerBound..<(content.upperBound - 1))
    }
    return content
  }
}
