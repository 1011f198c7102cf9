import BitestoFormats
import Testing

@Suite struct TableFormatTests {
  @Test func aTraceShowsWhoSaidWhatAndWhereItIs() throws {
    let lines = try text(.table, plainTrace(), WritingOptions(terminalWidth: 60))
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        " 1  Anna Neri, translated by Reuters                    93 %",
        "    Siamo pronti",
        "    → We are ready now",
        "      Reuters, reports/reuters.txt, 2023-04-10",
        "      also DW, reports/dw.txt, 2023-04-10",
        "",
        " 2  Speaker not named                               no match",
        "    Mai",
        "",
        "1 of 2 quotations found in 1 of 3 reports",
        "",
      ])
  }

  @Test func anAlignmentStandsInTwoColumns() throws {
    let lines = try text(.table, plainAlignment(), WritingOptions(terminalWidth: 45))
      .split(separator: "\n")
    #expect(
      lines == [
        "  1 Il patto         │ The pact          99 %",
        "  2 Siamo pronti a   │ We are ready for  88 %",
        "    tutto.           │ all.",
        "  3 Piove.           │                   70 %",
        "  4                  │ The end.          40 %",
        "2 of 4 units with both sides",
      ])
  }

  @Test func wideAndCombiningCharactersKeepTheColumnsStraight() throws {
    let sample = try Sample(
      article: "T\n東京は晴れ perche\u{301} 🇧🇾 👩‍👩‍👧 fine e ancora e ancora", reports: [:])
    let quotation = try sample.quotation("東京は晴れ perche\u{301} 🇧🇾 👩‍👩‍👧 fine e ancora e ancora")
    let lines = try text(
      .table, sample.trace([sample.unit(quotation, nil)]), WritingOptions(terminalWidth: 40)
    ).split(separator: "\n")
    // 4 + 10 + 1 + 6 + 1 + 2 + 1 + 2 + 1 + 4 + 1 + 1 + 1 = 35 columns; "ancora" would need 41.
    #expect(lines[1] == "    東京は晴れ perche\u{301} 🇧🇾 👩‍👩‍👧 fine e")
    #expect(lines[2] == "    ancora e ancora")
  }

  @Test func noTextReachesTheTerminalAsACommand() throws {
    for style in [TerminalStyle.plain, .color] {
      let written = try text(.table, NastyTrace.bitext(), WritingOptions(terminalStyle: style))
      let isDressed = style != .plain
      let commands = written.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(commands.allSatisfy { isDressed && $0 == "\u{1B}" })
      #expect(written.contains("\u{1B}[1m") == isDressed)
      #expect(!written.unicodeScalars.contains("\u{202E}"))
      #expect(written.contains("\u{FFFD}[31m"))
    }
  }

  @Test func aWordLongerThanTheLineIsCut() throws {
    let long = String(repeating: "x", count: 90)
    let sample = try Sample(article: "T\n\(long)", reports: [:])
    let lines = try text(
      .table, sample.trace([sample.unit(try sample.quotation(long), nil)]),
      WritingOptions(terminalWidth: 44)
    ).split(separator: "\n")
    #expect(lines[1...3].map { $0.filter { $0 == "x" }.count } == [40, 40, 10])
  }
}
