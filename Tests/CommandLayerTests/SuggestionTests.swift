import BitestoCommandLayer
import BitestoSuggestion
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "ab", 1), ("abc", "acb", 1), ("souces", "sources", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("perché", "perche", 1),
  ])
  func `the edit distance counts edits and swaps`(first: String, second: String, distance: Int) {
    #expect(editDistance(first, second) == distance)
    #expect(editDistance(second, first) == distance)
  }

  @Test(arguments: [
    ("trcae", "trace"), ("TRACE", "trace"), ("seg", "segment"), ("comp", "completions"),
    ("alling", "align"), ("glosary", "glossary"), ("x", nil), ("frobnicate", nil), ("", nil),
  ])
  func `the nearest candidate is suggested, or none`(word: String, candidate: String?) {
    let candidates = ["trace", "align", "segment", "glossary", "completions"]
    #expect(nearest(to: word, among: candidates) == candidate)
  }

  @Test func `quoted words show control characters instead of obeying them`() {
    #expect(quoted("a\u{1B}[31mb\n") == #"'a\u{1B}[31mb\n'"#)
    #expect(quoted("l’età") == "'l’età'")
  }
}
