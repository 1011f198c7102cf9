import BitestoGlossary
import BitestoText
import Testing

private let header =
  "id\tlanguage\tstyle\tstatus\tform\tsystem\tsource\tnote\tkind\tgender\tsurname\trelations"

/// A file as in an editor, with ` | ` between the cells.
private func file(_ rows: String, path: String = "people.tsv") throws -> GlossaryFile {
  let lines = rows.split(separator: "\n", omittingEmptySubsequences: false)
  let body = lines.map { line in
    line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimming(" ") }.joined(separator: "\t")
  }
  return try GlossaryFile(path: path, bytes: Array(([header] + body).joined(separator: "\n").utf8))
}

private func issues(_ rows: String) -> [String] {
  do {
    _ = try file(rows)
    return []
  } catch let error as GlossaryError {
    return error.issues.map(\.description)
  } catch {
    return ["\(error)"]
  }
}

extension Substring {
  fileprivate func trimming(_ character: Character) -> String {
    var part = drop { $0 == character }
    while part.last == character { part.removeLast() }
    return String(part)
  }
}

@Suite struct `Glossary files` {
  @Test func `one form a row makes one entry`() throws {
    let file = try file(
      """
      shoigu | ru |            | preferred | Сергей Шойгу  |               |     |      | person | masculine | last
      shoigu | it | press      | preferred | Sergei Shoigu |               | own | seen
      shoigu | it | scientific | preferred | Sergej Šojgu  | scientific-it | ISO
      """)
    let entry = try #require(file.entries.first)
    #expect(file.entries.count == 1)
    #expect(entry.kind == .person)
    #expect(entry.gender == .masculine)
    #expect(entry.forms.map(\.text) == ["Сергей Шойгу", "Sergei Shoigu", "Sergej Šojgu"])
    #expect(entry.forms[1].note == "seen")
    #expect(entry.forms[2].system == .scientificItalian)
    #expect(entry.preferredForm(in: .italian, style: .scientific)?.text == "Sergej Šojgu")
    #expect(entry.preferredForm(in: .russian, style: .press)?.text == "Сергей Шойгу")
    #expect(entry.preferredForm(in: .english) == nil)
    #expect(file.line(of: "shoigu") == 2)
  }

  @Test func `every error is reported with its line and its mend`() {
    let found = issues(
      """
      putin | it |       | prefered  | Vladimir Putin  | | | | person
      putin | en |       | preferred |                 |
      Putin | en |       | preferred | Vladimir Putin  |
      minsk | it |       | preferred | Minsk           | scientific-ti | | | plaice
      minsk | italian |  | accepted  | Minsk           |
      minsk | en |       | accepted  | Minsk | | | | | feminine
      """)
    #expect(
      found == [
        "people.tsv:2: unknown status 'prefered'; one of preferred, accepted, deprecated, forbidden"
          + "; did you mean 'preferred'?",
        "people.tsv:3: no form",
        "people.tsv:4: 'Putin' can't be an id; use lower-case letters a-z, digits and hyphens",
        "people.tsv:5: unknown system 'scientific-ti'; one of "
          + RomanizationSystem.allCases.map(\.rawValue).joined(separator: ", ")
          + "; did you mean 'scientific-it'?",
        "people.tsv:5: unknown kind 'plaice'; one of person, place, organization, term"
          + "; did you mean 'place'?",
        "people.tsv:6: 'italian' is no language code; write it as in 'it', 'en', 'be'",
        "people.tsv:7: 'gender' belongs on the first row of 'minsk'",
      ])
  }

  @Test func `an id in two places names both lines`() {
    #expect(
      issues(
        """
        minsk | it | | preferred | Minsk | | | | place
        kyiv  | it | | preferred | Kiev  | | | | place
        minsk | en | | preferred | Minsk | | | | place
        """) == [
          "people.tsv:4: id 'minsk' is already used at line 2; keep the rows of an entry together, "
            + "or choose another id"
        ])
  }

  @Test func `two preferred forms for one language and style name both lines`() {
    #expect(
      issues(
        """
        kyiv | it | press | preferred | Kiev  | | | | place
        kyiv | it |       | preferred | Kiev  |
        # Not both.
        kyiv | it | press | preferred | Kyiv  |
        """) == [
          "people.tsv:5: a second preferred form in it (press); line 2 has the first: "
            + "make one of them accepted"
        ])
  }

  @Test func `the same form twice names both lines`() {
    #expect(
      issues(
        """
        kyiv | it | | preferred | Kiev | | | | place
        kyiv | it | | accepted  | Kiev |
        """) == ["people.tsv:3: 'Kiev' in it stands already at line 2"])
  }

  @Test func `an entry of many forms is looked at for the same ones, too`() {
    let many = (0..<40).map { "a | it | | accepted | F\($0)" + ($0 == 0 ? "| | | | term" : "") }
    let more = ["a | it | | preferred | P", "a | it | | preferred | Q", "a | it | | accepted | F3"]
    #expect(
      issues((many + more).joined(separator: "\n")) == [
        "people.tsv:43: a second preferred form in it; line 42 has the first: "
          + "make one of them accepted", "people.tsv:44: 'F3' in it stands already at line 5",
      ])
  }

  @Test func `a surname is for persons`() {
    #expect(
      issues("minsk | it | | preferred | Minsk | | | | place | | last")
        == ["people.tsv:2: 'surname' is for persons; 'minsk' is a place"])
  }

  @Test(arguments: [
    ("", "p.tsv:1: no header row; the first row must name the columns: "),
    ("id\tlanguage\tstatus\tfrom\tkind\n", "p.tsv:1: unknown column 'from'; the columns are "),
    ("id\tlanguage\tstatus\tform\tkind\tid\n", "p.tsv:1: the column 'id' stands twice"),
    (
      "id\tlanguage\tstatus\tform\tkind\na\tit\tpreferred\tA\tterm\tx\n",
      "p.tsv:2: 6 cells, but the header row names 5 columns"
    ),
  ])
  func `a wrong header or row width is an error`(text: String, message: String) {
    let error = #expect(throws: GlossaryError.self) {
      try GlossaryFile(path: "p.tsv", bytes: Array(text.utf8))
    }
    #expect(error?.issues.first?.description.hasPrefix(message) == true)
  }

  @Test func `bytes that are not UTF-8 are an error with a line`() {
    let bytes = Array("id\tlanguage\tstatus\tform\tkind\na\tit\tpreferred\t".utf8) + [0xE8, 0x0A]
    let error = #expect(throws: GlossaryError.self) { try GlossaryFile(path: "p", bytes: bytes) }
    #expect(
      error?.description == "p:2: this row is not valid UTF-8; save the file as UTF-8")
  }

  @Test func `a spreadsheet's marks, line ends, quotes, padding and column order are accepted`()
    throws
  {
    let text =
      "\u{FEFF}# Cities\t\t\t\t\r\nkind\tform\tid\tstatus\tlanguage\r\n"
      + "place\t\"L\"\"Aia\"\taia\tpreferred\tit\r\n\t\t\t\t\r\n"
    let file = try GlossaryFile(path: "p", bytes: Array(text.utf8))
    #expect(file.header == ["# Cities"])
    #expect(file.entries.map(\.id) == ["aia"])
    #expect(file.entries.first?.forms.first?.text == "L\"Aia")
    #expect(file.footer == [""])
  }

  @Test func `a file in stable order is written back as it was, with its comments`() throws {
    let text = """
      # Glossary
      #
      \(header)
      # Capital
      kyiv\tit\t\tpreferred\tKiev\t\tCLDR\t\tplace\t\t\trenamed-from:kiev; part-of:ukraine
      # Since 2022
      kyiv\tit\tpress\tpreferred\tKyiv

      minsk\tit\t\tpreferred\t""\"Minsk""\"\t\t\t\tplace
      # End

      """
    let file = try GlossaryFile(path: "places.tsv", bytes: Array(text.utf8))
    #expect(file.text() == text)
    #expect(file.entries.last?.forms.first?.text == "\"Minsk\"")
  }

  @Test func `changing one form changes one line`() throws {
    var file = try file(
      """
      kyiv  | en | | preferred  | Kyiv  | | | | place
      kyiv  | en | | deprecated | Kiev
      minsk | it | | preferred  | Minsk | | | | place
      """)
    let before = file.text().split(separator: "\n")
    file.entries[0].forms[1].note = "from Russian"
    let after = file.text().split(separator: "\n")
    #expect(
      zip(before, after).filter { $0 != $1 }.map(\.1) == [
        "kyiv\ten\t\tdeprecated\tKiev\t\t\tfrom Russian"
      ])
    #expect(before.count == after.count)
  }

  @Test func `a text with tabs or line ends can't break the file`() throws {
    let form = Form(language: .italian, text: "Mar\tNero\n", status: .preferred)
    let file = GlossaryFile(path: "p", entries: [Entry(id: "a", kind: .place, forms: [form])])
    let again = try GlossaryFile(path: "p", bytes: Array(file.text().utf8))
    #expect(again.entries.first?.forms.map(\.text) == ["Mar Nero"])
  }

  @Test(arguments: [
    "two\nlines", "a\ttab", "C:\\new", "\\", "\\\\n", " spaces ", "\"quoted\"", "\"\u{301}", "\"",
    "\u{FFFD}",
    "\r\n", "\u{2028}", "# no comment",
  ])
  func `a note of any text is read as it was written`(note: String) throws {
    let form = Form(
      language: .italian, text: "Mar Nero", status: .preferred, source: note, note: note)
    let file = GlossaryFile(path: "p", entries: [Entry(id: "a", kind: .place, forms: [form])])
    #expect(file.text().utf8.count { $0 == 0x0A } == 2)
    let again = try GlossaryFile(path: "p", bytes: Array(file.text().utf8))
    #expect(again.entries.first?.forms.map { Array($0.note.utf8) } == [Array(note.utf8)])
    #expect(again.entries.first?.forms.map { Array($0.source.utf8) } == [Array(note.utf8)])
  }

  @Test func `a backslash that nobody escaped is one`() throws {
    let file = try file("a | it | | preferred | A | | | see \\page 3\\ | term")
    #expect(file.entries.first?.forms.first?.note == "see \\page 3\\")
  }

  @Test func `files must not share ids, and relations must lead somewhere`() throws {
    let people = try file("minsk | it | | preferred | M | | | | term | | | part-of:belaruss")
    let places = try file(
      """
      belarus | it | | preferred | Bielorussia | | | | place
      minsk   | it | | preferred | Minsk       | | | | place
      """, path: "places.tsv")
    let error = #expect(throws: GlossaryError.self) { try Glossary(files: [people, places]) }
    #expect(
      error?.issues.map(\.description) == [
        "places.tsv:3: id 'minsk' is already used at people.tsv:2; join the two entries or rename one",
        "people.tsv:2: relation 'part-of:belaruss' of 'minsk' leads nowhere: no glossary has that id"
          + "; did you mean 'belarus'?",
      ])
  }

  @Test func `a TBX status comes back as itself, but for what TBX can't say`() {
    for status in Form.Status.allCases where status != .forbidden {
      #expect(Form.Status(tbxValue: status.tbxValue) == status)
    }
    #expect(Form.Status(tbxValue: Form.Status.forbidden.tbxValue) == .deprecated)
    #expect(Form.Status(tbxValue: "supersededTerm-admn-sts") == .deprecated)
    #expect(Form.Status(tbxValue: "good") == nil)
  }

  @Test(
    arguments: [
      ("Alexander Lukashenko", Entry.Surname.last, "Lukashenko"),
      ("Ursula von der Leyen", .last, "von der Leyen"),
      ("Xi Jinping", .first, "Xi"),
      ("Viktor Lukashenko", .never, nil),
      ("Pelé", .last, nil),
    ] as [(String, Entry.Surname, String?)])
  func `a surname is found where the entry says`(
    name: String, surname: Entry.Surname, expected: String?
  ) {
    let form = Form(language: .italian, text: name)
    #expect(Entry(id: "a", kind: .person, surname: surname).surname(of: form) == expected)
  }
}
