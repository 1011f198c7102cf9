import BitestoFormats
import Testing

@Suite struct MarkdownFormatTests {
  @Test func aTraceIsABlockForEachQuotation() throws {
    #expect(
      try text(.markdown, plainTrace(), WritingOptions(signature: "v:1|a")) == #"""
        # Il patto

        1 of 2 quotations found in 1 of 3 reports.

        ## 1. Anna Neri, translated by Reuters

        > Siamo pronti
        >
        > We are ready now

        Reuters, reports/reuters.txt, 2023-04-10, 93 % sure

        - also DW, reports/dw.txt, 2023-04-10, 50 % sure

        ## 2. Speaker not named

        > Mai

        **No match** in the reports (63 % sure).


        <sub>v:1\|a</sub>

        """#)
  }

  @Test func anAlignmentIsATable() throws {
    #expect(
      try text(.markdown, plainAlignment()) == """
        # Il patto

        2 of 4 units with both sides.

        | # | it | en | confidence |
        | --: | --- | --- | --: |
        | 1 | Il patto | The pact | 99 % |
        | 2 | Siamo pronti a tutto. | We are ready for all. | 88 % |
        | 3 | Piove. |  | 70 % |
        | 4 |  | The end. | 40 % |

        """)
  }

  @Test func anEmptyPassageIsNoMatch() throws {
    let written = try text(.markdown, NastyTrace.bitext())
    #expect(written.contains("\n4 of 6 quotations found in 1 of 1 report.\n"))
  }

  @Test(arguments: [
    ("1994. Poi", #"> 1994\. Poi"#), ("- no", #"> \- no"#), ("a - b 1. c", "> a - b 1. c"),
    ("*x* _y_ [z](u)", #"> \*x\* \_y\_ \[z\](u)"#), ("<b>&amp;", "> &lt;b>&amp;amp;"),
    ("> q = 1", #"> \> q = 1"#), ("# h", ##"> \# h"##), ("a\t\u{1}b", "> a b"),
    ("`c` | d", #"> \`c\` \| d"#),
  ])
  func wordsAreNeverReadAsMarkdown(words: String, line: String) throws {
    let sample = try Sample(article: "T\n\(words)", reports: [:])
    let written = try text(
      .markdown, sample.trace([sample.unit(try sample.quotation(words), nil)]))
    #expect(written.split(separator: "\n").contains { $0 == line })
  }
}
