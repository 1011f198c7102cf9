import BitestoChecks
import BitestoText
import Testing

@Suite struct ProjectTests {
  @Test func `a project file is JSON5`() throws {
    let file = """
      {
        // The house
        "glossaries": ['a.tsv', "b.tsv",],
        style: "scientific", quotationMarks: "curly", /* all */
        rules: {"off-style": "error", 'doubled-word': "off"},
        baseline: "known.json",
      }
      """
    let project = try CheckProject(path: "bitesto.json", bytes: Array(file.utf8))
    #expect(project.glossaries == ["a.tsv", "b.tsv"])
    #expect(project.settings.style == .scientific)
    #expect(project.settings.quotationMarks == .curly)
    #expect(project.settings.severity(of: .offStyle) == .error)
    #expect(project.settings.severity(of: .doubledWord) == nil)
    #expect(project.settings.severity(of: .mixedScript) == .error)
    #expect(project.baseline == "known.json")
  }

  @Test(arguments: [
    ("{\n\n styel: 'press'}", "3: unknown key 'styel'; did you mean 'style'?"),
    ("{rules: {\n'of-style': 'off'}}", "2: unknown rule 'of-style'; did you mean 'off-style'?"),
    (
      "{rules: {'off-style': 'on'}}",
      "1: unknown severity 'on'; expected one of note, warning, error, off"
    ),
    ("{rules: {'off-style': 3}}", "1: the severity of 'off-style' must be a text, but is a number"),
    ("{glossaries: 'a.tsv'}", "1: 'glossaries' must be a list of files, but is a text"),
    ("{style: 'a', style: 'b'}", "1: the key 'style' is given twice"),
    (
      "{quotationMarks: 'french'}",
      "1: unknown quotation marks 'french'; expected one of guillemets, curly, straight"
    ),
    ("[]", "1: expected an object, found a list"),
    ("{style: press}", "1: 'press' is no value; a text stands between quotation marks"),
    ("{style: 'press'", "1: '}' is missing"), ("", "1: a value is missing at the end of the file"),
    ("{style: 'press\n'}", "1: this text has no closing mark"),
    ("{} {}", "1: unexpected '{' after the end"), ("{/* }", "1: this comment has no end"),
    ("{style: '\\uD800'}", "1: half of a surrogate pair"),
    (String(repeating: "[", count: 100), "1: nested too deeply"),
  ])
  func `mistakes are named with their line`(file: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try CheckProject(path: "bitesto.json", bytes: Array(file.utf8))
    }
    #expect(error?.description == "bitesto.json:" + message)
  }

  @Test func `a baseline knows findings wherever they move`() throws {
    let checker = TextChecker(CheckSample.glossary)
    func findings(_ text: String) throws -> [CheckFinding] {
      checker.findings(in: [try CheckSample.text(text)])[0]
    }
    let written = Baseline(try findings("A Kharkov.\nDa Kharkov, \"no."))
    let read = try Baseline(path: "known.json", bytes: written.json)
    #expect(read.json == written.json)
    let now = try findings("Nuovo.\n\"no da Kharkov.\nA Kharkov, in Kharkov, in Rutenia.")
    #expect(
      CheckSample.shown(read.new(in: now)) == [
        "wrong-exonym: Kharkov → Charkiv", "deprecated-form: Rutenia → Ucraina",
      ])
  }

  @Test(arguments: [
    ("Kharkov <!-- bitesto: ignore -->\nKharkov", ["2"]),
    ("<!-- bitesto: ignore wrong-exonym -->\nKharkov\nKharkov", ["3"]),
    ("<!-- bitesto: ignore doubled-word -->\nKharkov\nKharkov", ["2", "3"]),
    ("# bitesto: ignore\nKharkov\nKharkov", ["3"]), ("// bitesto-ignore\nKharkov", []),
    ("<!-- bitesto: ignore-file wrong-exonym, doubled-word -->\nKharkov di di", []),
    ("Kharkov\n<!-- bitesto-ignore-file -->", []), ("il programma bitesto: ignore\nKharkov", ["2"]),
    ("Kharkov # bitesto: ignore", ["1"]),
  ])
  func `markers silence rules`(text: String, lines: [String]) throws {
    let checked = try CheckSample.text(text)
    let found = TextChecker(CheckSample.glossary).findings(in: [checked])[0].map { finding in
      String(checked.document.bytes[..<finding.range.lowerBound].count { $0 == 0x0A } + 1)
    }
    #expect(found == lines)
  }

  @Test func `a marker that names no rule is told`() throws {
    let text = try CheckSample.text("a\n<!-- bitesto: ignore of-style -->")
    #expect(text.suppressions.unknownRules.map(\.name) == ["of-style"])
    #expect(text.suppressions.unknownRules.map(\.line) == [2])
  }
}
