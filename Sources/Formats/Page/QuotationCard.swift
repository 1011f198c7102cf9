import BitestoAlignment
import BitestoText

/// One quotation, or an ordinary sentence: who says it, in which words, where they come from, and
/// what they say otherwise.
struct QuotationCard {
  let entry: Entry
  let passages: UnitPassages
  let bitext: Bitext
  let outlets: OutletList
  let groups: ReportGroups
  let options: WritingOptions

  private var isSentence: Bool { entry.quotation == nil }
  private var noun: String { isSentence ? "Sentence" : "Quotation" }
  private var who: String {
    guard let quotation = entry.quotation else { return "Ordinary sentence" }
    if let speaker = quotation.speaker { return speaker }
    return switch quotation.kind {
    case .scare: "A term in marks"
    case .title: "A title"
    default: "Speaker not named"
    }
  }

  func write(to output: inout ByteOutput) {
    writeStart(to: &output)
    writeCredit(to: &output)
    if let source = entry.source {
      writeWords(
        of: source, class: "", noted: entry.notedSourceWords(in: bitext), to: &output)
    }
    if passages.found.isEmpty {
      let isExpected = entry.quotation?.isSpeech != true
      output.raw("<p class=\"nothing\(isExpected ? " expected" : "")\"><b>No match.</b> ")
      output.raw("None of the reports has these words")
      output.raw(" (\(percent(entry.confidence)) % sure).</p>\n")
    } else {
      writeFound(to: &output)
    }
    NoteList(entry: entry, bitext: bitext).write(to: &output)
    writeAlternatives(to: &output)
    writeLinks(to: &output)
    output.raw("</li>\n")
  }

  private func writeStart(to output: inout ByteOutput) {
    let kinds = entry.reviewKinds(in: bitext.kind).map(\.rawValue).joined(separator: " ")
    let result = entry.target.map { "\(percent($0.confidence)) % sure" } ?? "no match"
    let facts = ["\(noun) \(entry.number)", isSentence ? nil : who, result, entry.notes?.count]
    output.raw("<li class=\"item card \(entry.level)\(isSentence ? " sentence" : "")\" ")
    output.raw("id=\"q\(entry.number)\" tabindex=\"-1\" data-kinds=\"\(kinds)\" ")
    output.raw("data-outlet=\"\(outlets.numbers(of: entry, in: bitext))\" data-say=\"")
    output.markup(facts.compactMap(\.self).joined(separator: ", "))
    output.raw("\">\n<header><span class=\"number\">\(entry.number)</span><h3 dir=\"auto\">")
    output.markup(who)
    output.raw("</h3>")
    if !passages.found.isEmpty { output.confidenceBar(entry.confidence) }
    output.raw("</header>\n")
  }

  private func writeCredit(to output: inout ByteOutput) {
    guard let quotation = entry.quotation else { return }
    let facts = [
      quotation.addressee.map { "to \($0)" }, quotation.credits, quotation.kind.rawValue,
    ]
    output.raw("<p class=\"soft credit\" dir=\"auto\">")
    for (index, fact) in facts.compactMap(\.self).enumerated() {
      if index > 0 { output.raw(" · ") }
      output.isolated(fact)
    }
    if let first = quotation.continues, bitext.units.indices.contains(first) {
      output.raw(" · <a href=\"#q\(first + 1)\">continues \(first + 1)</a>")
    }
    output.raw("</p>\n")
  }

  /// The passages behind the words: those of one report in a row, then where they stand.
  private func writeFound(to output: inout ByteOutput) {
    for (index, passage) in passages.found.enumerated() {
      if index > 0 { output.raw("<p class=\"soft joint\">joined with</p>\n") }
      writeWords(
        of: passage.excerpt, class: "found",
        noted: passage.side == entry.targetSide ? entry.notedTargetWords(in: bitext) : [],
        to: &output)
      let next = index + 1 < passages.found.count ? passages.found[index + 1].side : nil
      if next != passage.side { writeOrigin(of: passage.excerpt.side, to: &output) }
    }
    let copies = passages.alternatives.filter(isCopyOfFound)
    guard !copies.isEmpty else { return }
    output.raw("<p class=\"soft origin\">also in near copies: ")
    writeNames(of: copies, to: &output)
    output.raw("</p>\n")
  }

  private func writeOrigin(of side: Bitext.Side, to output: inout ByteOutput) {
    output.raw("<p class=\"soft origin\">")
    output.isolated(side.name, in: "b")
    if let date = side.date {
      output.raw(" · ")
      output.isolated(date, in: "time")
    }
    if side.outlet != nil {
      output.raw(" · <span title=\"")
      output.markup(side.document.path)
      output.raw("\">")
      output.isolated(side.fileName)
      output.raw("</span>")
    }
    output.raw("</p>\n")
  }

  private func writeWords(
    of excerpt: Excerpt, class names: String, noted: [NotedWords] = [],
    to output: inout ByteOutput
  ) {
    output.raw("<blockquote" + (names.isEmpty ? "" : " class=\"\(names)\"") + " lang=\"")
    output.markup(options.tag(for: excerpt.language))
    output.raw("\" dir=\"auto\">")
    for piece in highlightedPieces(of: excerpt.range, highlights: [], noted: noted) {
      output.mark(piece, of: excerpt.side.document, isLinked: false)
    }
    output.raw("</blockquote>\n")
  }

  private func isCopyOfFound(_ alternative: LinkedPassage) -> Bool {
    passages.found.contains { groups.areCopies($0.side, alternative.side) }
  }

  /// The same words in other reports; near copies of one of them stand under it.
  private func writeAlternatives(to output: inout ByteOutput) {
    var rest = passages.alternatives.filter { !isCopyOfFound($0) }
    guard !rest.isEmpty || passages.further > 0 else { return }
    let count = rest.count + passages.further
    output.raw("<details><summary>\(count) other passage\(count == 1 ? "" : "s")</summary>\n")
    output.raw("<ul class=\"plain\">\n")
    while let first = rest.first {
      let copies = rest.dropFirst().filter { groups.areCopies(first.side, $0.side) }
      rest.removeAll { groups.areCopies(first.side, $0.side) }
      output.raw("<li>")
      output.confidenceBar(first.excerpt.confidence)
      output.raw(" ")
      writeNames(of: [first], to: &output)
      writeWords(of: first.excerpt, class: "", to: &output)
      if !copies.isEmpty {
        output.raw("<p class=\"soft\">also in near copies: ")
        writeNames(of: copies, to: &output)
        output.raw("</p>")
      }
      output.raw("</li>\n")
    }
    if passages.further > 0 { output.raw("<li class=\"soft\">and \(passages.further) more</li>\n") }
    output.raw("</ul></details>\n")
  }

  private func writeNames(of passages: [LinkedPassage], to output: inout ByteOutput) {
    for (index, passage) in passages.enumerated() {
      output.raw((index > 0 ? ", " : "") + "<a href=\"#\(passage.anchor)\">")
      output.isolated(passage.excerpt.side.name)
      output.raw("</a>")
    }
  }

  private func writeLinks(to output: inout ByteOutput) {
    let isInArticle = entry.source != nil && !(isSentence && passages.found.isEmpty)
    guard isInArticle || !passages.found.isEmpty else { return }
    output.raw("<nav aria-label=\"\(noun) \(entry.number)\">")
    if isInArticle { output.raw("<a href=\"#a\(entry.number)\">In the article</a>") }
    for (index, passage) in passages.found.enumerated() {
      let name = index == 0 ? "In the report" : "Passage \(index + 1)"
      output.raw("<a href=\"#\(passage.anchor)\">\(name)</a>")
    }
    output.raw("</nav>\n")
  }
}

extension Quotation {
  /// Who reported the words and how, all of them: "translated by DW, reported by Reuters".
  fileprivate var credits: String? {
    let credits = outlets.filter { $0.name != speaker }.map(\.credit)
    return credits.isEmpty ? nil : credits.joined(separator: ", ")
  }
}
