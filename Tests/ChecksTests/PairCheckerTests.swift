import BitestoChecks
import BitestoText
import Testing

@Suite struct PairCheckerTests {
  private func findings(_ rows: String) throws -> [String] {
    let table = try BilingualTable(path: "pair.tsv", contents: Array(rows.utf8))
    let checker = TextChecker(CheckSample.glossary)
    let found = PairChecker(checker).findings(in: table.pair)
    return CheckSample.shown(found.italian + found.english)
  }

  @Test(arguments: [
    ("Shoigu ha 12 anni.\tShoigu is 13 years old.", ["number-differs: 12"]),
    ("Il 10 aprile.\tOn May 10.", ["date-differs: aprile"]),
    ("Era al Saturday Night Live.\tHe was on Saturday Night Live.", []),
    ("Alle 15.00 del XX giorno.\tAt 3 p.m. on the 20th day.", []),
    ("Vede Shoigu.\tHe sees him.", ["name-missing: Shoigu"]),
    ("Va a Mosca.\tHe goes to Moscow.", []),
    // An unlisted spelling is a name all the same.
    ("Vede Shoigu.\tHe sees Shoygu.", []),
    ("Le garanzie della sicurezza.\tThe security guarantees.", []),
    ("L'arma nucleare.\tNukes.", ["term-not-translated: arma nucleare"]),
    ("Le bombe.\tThe nuclear weapons.", ["term-not-translated: nuclear weapons"]),
  ])
  func `an Italian and an English text`(row: String, expected: [String]) throws {
    #expect(try findings("it\ten\n" + row) == expected)
    let swapped = row.split(separator: "\t").reversed().joined(separator: "\t")
    #expect(try findings("en\tit\n" + swapped) == expected)
  }

  @Test(arguments: [
    ("a\tb\nx\ty", "1: expected columns named 'source' and 'target', or 'it' and 'en'"),
    ("it\ten\nx\ty\nz", "3: expected 2 columns, found 1"),
    ("it\ten\n", "1: both columns must have texts"),
  ])
  func `mistakes of a table are named`(rows: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try BilingualTable(path: "pair.tsv", contents: Array(rows.utf8))
    }
    #expect(error?.description == "pair.tsv:" + message)
  }
}
