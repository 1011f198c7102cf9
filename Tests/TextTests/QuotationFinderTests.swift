import BitestoText
import TestSupport
import Testing

struct QuotationFinderTests {
  @Test(
    "finds words, speaker and outlet",
    arguments: QuotationCase.italian + QuotationCase.english + QuotationCase.reported)
  func findsQuotations(_ example: QuotationCase) throws {
    let text = MarkedText(example.passage).text
    let document = try MarkedText(example.passage).document(example.language)
    let finder = QuotationFinder(language: example.language, knownOutlets: example.outlets)
    let found = finder.quotations(in: document).map { quotation in
      let outlet = quotation.outlet.map { "\($0.name)/\($0.role.rawValue)" } ?? ""
      let kind = (quotation.continues == nil ? "" : "+") + quotation.kind.rawValue
      return MarkedText.Span(
        label: "\(kind)|\(quotation.speaker ?? "")|\(outlet)", range: quotation.content)
    }
    #expect(MarkedText.marking(text, found) == normalized(example.passage))
  }

  @Test("lists nested quotations and leaves out reported clauses when told to")
  func followsOptions() throws {
    let passage = "Ha detto che pioveva ancora forte. «Mi disse “vattene”», racconta Ivo Greco."
    let document = try MarkedText(passage).document(.italian)
    var finder = QuotationFinder(language: .italian)
    let texts = { finder.quotations(in: document).map { document.text($0.content) } }
    #expect(texts() == ["che pioveva ancora forte", "Mi disse “vattene”"])
    finder.includesIndirect = false
    finder.nesting = .all
    #expect(texts() == ["Mi disse “vattene”", "vattene"])
  }

  @Test("gives the marks, the cue and the reporter's insertions")
  func givesRanges() throws {
    let passage = "«La [Bielorussia] non è sola [...]», ha detto Ada Bo."
    let document = try MarkedText(passage).document(.italian)
    let quotation = try #require(QuotationFinder(language: .italian).quotations(in: document).first)
    #expect(document.text(quotation.marked) == "«La [Bielorussia] non è sola [...]»")
    #expect(quotation.cue.map(document.text) == "ha detto")
    #expect(quotation.insertions.map(document.text) == ["[Bielorussia]"])
  }

  @Test("finds marked words, without speakers, in other languages")
  func readsOtherLanguages() throws {
    let document = try MarkedText("Він сказав: „Ми вистоїмо“ – і пішов.").document(.ukrainian)
    let found = QuotationFinder(language: .ukrainian).quotations(in: document)
    #expect(found.map { document.text($0.content) } == ["Ми вистоїмо"])
    #expect(found.map(\.speaker) == [nil])
  }

  /// Expected markup written again, so that only differences of substance count.
  private func normalized(_ passage: String) -> String {
    let marked = MarkedText(passage)
    return MarkedText.marking(
      marked.text,
      marked.spans.map { span in
        var range = span.range
        while range.upperBound > range.lowerBound,
          Array(marked.text.utf8)[range.upperBound - 1] == 0x0A
        {
          range = range.lowerBound..<(range.upperBound - 1)
        }
        return MarkedText.Span(label: span.label, range: range)
      })
  }
}
