import BitestoCommandLayer
import Testing

@Suite struct TerminalTests {
  @Test(
    arguments: [
      (.auto, true, [:], true),
      (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["CLICOLOR_FORCE": "1"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func `color follows the choice, the stream and the environment`(
    choice: ColorChoice, isTerminal: Bool, variables: [String: String], isEnabled: Bool
  ) {
    #expect(choice.isEnabled(isTerminal: isTerminal, variables: variables) == isEnabled)
  }

  @Test(arguments: [("120", 120), ("0", 80), ("-3", 80), ("wide", 80), (nil, 80)])
  func `the width comes from COLUMNS where there is no window`(columns: String?, width: Int) {
    #expect(Terminal.width(in: columns.map { ["COLUMNS": $0] } ?? [:]) == width)
  }

  @Test func `styles are codes around the text, or nothing`() {
    let style = Styler(isEnabled: true)
    #expect(style("no", .bold + .red) == "\u{1B}[1;31mno\u{1B}[0m")
    #expect(style("", .bold) == "")
    #expect(Styler(isEnabled: false)("no", .bold + .red) == "no")
  }
}
