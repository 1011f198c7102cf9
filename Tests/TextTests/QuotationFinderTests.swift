import BitestoText
import TestSupport
import Testing

struct QuotationFinderTests {
  @Test("finds words, speaker and outlet", arguments: QuotationCase.italian + QuotationCase.english)
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
