import BitestoGlossary
import BitestoText
import Testing

private let header = "id\tlanguage\tstyle\tstatus\tform\tsystem\tsource\tnote\tkind\tgender"

private let towns = """
  # Towns
  \(header)
  kyiv\ten\t\tpreferred\tKyiv\t\t\t\tplace
  # Since 2022
  kyiv\ten\t\tdeprecated\tKiev
  kyiv\tit\t\tpreferred\tKiev

  # The capital
  minsk\tit\t\tpreferred\t"Minsk"\t\t\t\tplace\t\t
  # End

  """

private func editor(_ text: String = towns) throws -> GlossaryEditor {
  try GlossaryEditor(path: "towns.tsv", bytes: Array(text.utf8))
}

private func text(_ editor: GlossaryEditor) -> String {
  String(decoding: editor.bytes, as: UTF8.self)
}

/// The lines of the diff that say what changed.
private func changes(_ editor: GlossaryEditor) -> [String] {
  editor.diff.lines.compactMap {
    switch $0.kind {
    case .added, .removed: $0.text
    case .header, .kept, .place, .unended: nil
    }
  }
}

private func form(
  _ language: Language, _ text: String, _ status: Form.Status = .accepted, style: Style = .any
) -> Form {
  Form(language: language, text: text, style: style, status: status)
}

@Suite struct `A glossary editor` {
  @Test(arguments: [
    towns, towns.replacing("\n", with: "\r\n"), "\u{FEFF}" + towns,
    String(towns.dropLast()),
    // Not in stable order.
    "id\tkind\tform\tlanguage\tstatus\nb\tterm\tB\tit\tpreferred\na\tterm\tA\tit\tpreferred\n",
  ])
  func `gives a file back byte for byte`(text: String) throws {
    let editor = try editor(text)
    #expect(editor.bytes == Array(text.utf8))
    #expect(editor.diff.lines.isEmpty)
  }

  @Test func `a change of one form changes one line`() throws {
    var editor = try editor()
    var entry = try #require(editor["kyiv"]).entry
    entry.forms[1].note = "from Russian"
    editor.put(entry)
    #expect(
      changes(editor) == [
        "-kyiv\ten\t\tdeprecated\tKiev", "+kyiv\ten\t\tdeprecated\tKiev\t\t\tfrom Russian",
      ])
  }

  @Test func `a new form and a new entry stand where the stable order has them`() throws {
    var editor = try editor()
    var entry = try #require(editor["kyiv"]).entry
    entry.forms.append(form(.italian, "Kyjiv", .preferred, style: .scientific))
    editor.put(entry)
    editor.put(Entry(id: "lviv", kind: .place, forms: [form(.italian, "Leopoli", .preferred)]))
    #expect(
      changes(editor) == [
        "+kyiv\tit\tscientific\tpreferred\tKyjiv",
        "+lviv\tit\t\tpreferred\tLeopoli\t\t\t\tplace",
      ])
    let lines = text(editor).split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.firstIndex { $0.hasPrefix("lviv") })
    #expect(lines[place - 1].hasPrefix("kyiv"))
    #expect(try GlossaryFile(path: "-", bytes: editor.bytes).entries.map(\.id).count == 3)
  }

  @Test func `what is true of the entry moves to its new first row, below its comments`() throws {
    var editor = try editor()
    var entry = try #require(editor["minsk"]).entry
    entry.forms.append(form(.belarusian, "Мінск", .preferred))
    editor.put(entry)
    #expect(
      text(editor).contains(
        "\n# The capital\nminsk\tbe\t\tpreferred\tМінск\t\t\t\tplace\nminsk\tit\t\tpreferred\tMinsk\n"
      ))
  }

  @Test func `a file in no order keeps its own`() throws {
    var editor = try editor(
      "id\tlanguage\tstatus\tform\tkind\nb\tit\tpreferred\tB\tterm\na\tit\tpreferred\tA\tterm\n")
    editor.put(Entry(id: "aa", kind: .term, forms: [form(.italian, "AA")]))
    #expect(changes(editor) == ["+aa\tit\taccepted\tAA\tterm"])
    #expect(text(editor).hasSuffix("+aa\tit\taccepted\tAA\tterm\n".dropFirst()))
  }

  @Test func `columns that are missing are added`() throws {
    var editor = try editor("kind\tid\tlanguage\tstatus\tform\t\t\r\nterm\ta\tit\tpreferred\tA\r\n")
    var entry = Entry(id: "b", kind: .term, forms: [form(.italian, "B")])
    entry.forms[0].note = "two\nlines"
    editor.put(entry)
    #expect(
      text(editor) == "kind\tid\tlanguage\tstatus\tform\tnote\r\nterm\ta\tit\tpreferred\tA\r\n"
        + "term\tb\tit\taccepted\tB\ttwo\\nlines\r\n")
    let again = try GlossaryFile(path: "-", bytes: editor.bytes)
    #expect(again.entries.last?.forms.first?.note == "two\nlines")
  }

  @Test func `removing an entry takes its comment and keeps those before an empty line`() throws {
    var editor = try editor(towns.replacing("\n\n# The", with: "\n# Section\n\n# The"))
    let wasThere = [editor.remove("minsk"), editor.remove("minsk")]
    #expect(wasThere == [true, false])
    #expect(
      changes(editor) == ["-# The capital", "-minsk\tit\t\tpreferred\t\"Minsk\"\t\t\t\tplace\t\t"])
    #expect(editor["minsk"] == nil)
    #expect(editor.entries.map(\.id) == ["kyiv"])
  }

  @Test func `a new file has a header row`() {
    var editor = GlossaryEditor(path: "new.tsv")
    editor.put(Entry(id: "a", kind: .term, forms: [form(.italian, "A", .preferred)]))
    #expect(text(editor).split(separator: "\n").count == 2)
    #expect(text(editor).hasPrefix("id\tlanguage\t"))
  }

  @Test func `a file with mistakes is not edited`() {
    #expect(throws: GlossaryError.self) { try editor(towns.replacing("deprecated", with: "old")) }
  }

  @Test func `the diff counts lines as diff -u does`() throws {
    let rows = (10..<40).map { "e\($0)\tit\tpreferred\tF\($0)\tterm\n" }.joined()
    var editor = try editor("id\tlanguage\tstatus\tform\tkind\n" + rows)
    editor.remove("e12")
    editor.put(Entry(id: "e35-a", kind: .term, forms: [form(.italian, "G")]))
    #expect(
      editor.diff.lines.map(\.text) == [
        "--- towns.tsv", "+++ towns.tsv", "@@ -1,7 +1,6 @@", " id\tlanguage\tstatus\tform\tkind",
        " e10\tit\tpreferred\tF10\tterm", " e11\tit\tpreferred\tF11\tterm",
        "-e12\tit\tpreferred\tF12\tterm", " e13\tit\tpreferred\tF13\tterm",
        " e14\tit\tpreferred\tF14\tterm", " e15\tit\tpreferred\tF15\tterm", "@@ -25,6 +24,7 @@",
        " e33\tit\tpreferred\tF33\tterm", " e34\tit\tpreferred\tF34\tterm",
        " e35\tit\tpreferred\tF35\tterm", "+e35-a\tit\taccepted\tG\tterm",
        " e36\tit\tpreferred\tF36\tterm", " e37\tit\tpreferred\tF37\tterm",
        " e38\tit\tpreferred\tF38\tterm",
      ])
  }
}

/// Ours, theirs, and what a merge says: `subject | our line: our text | their line: their text`.
private struct MergeCase: CustomTestStringConvertible {
  var testDescription: String
  var ours: String
  var theirs: String
  var conflicts: [String] = []
  /// The rows after the merge, when something is taken.
  var result: String?
  /// The rows when theirs replace ours.
  var replaced: String?
}

private let mergeCases: [MergeCase] = [
  MergeCase(
    testDescription: "equal forms are left, new ones added",
    ours: "kyiv it - preferred Kiev place",
    theirs: "kyiv it - preferred Kiev place/kyiv en - preferred Kyiv",
    result: "kyiv en - preferred Kyiv place/kyiv it - preferred Kiev"),
  MergeCase(
    testDescription: "another preferred form",
    ours: "kyiv en - preferred Kyiv place/kyiv it press preferred Kiev",
    theirs: "kyiv en - preferred Kyiv place/kyiv it press preferred Kyiv",
    conflicts: ["the preferred form in it (press) | 3: Kiev | 3: Kyiv"],
    replaced:
      "kyiv en - preferred Kyiv place/kyiv it press preferred Kyiv/kyiv it press accepted Kiev"),
  MergeCase(
    testDescription: "a preferred form of another style is no conflict",
    ours: "kyiv it press preferred Kiev place",
    theirs: "kyiv it scientific preferred Kyjiv place/kyiv it - deprecated Kiev",
    result:
      "kyiv it press preferred Kiev place/kyiv it scientific preferred Kyjiv/kyiv it - deprecated Kiev"
  ),
  MergeCase(
    testDescription: "another status",
    ours: "kyiv it - accepted Kiev place", theirs: "kyiv it - deprecated Kiev place",
    conflicts: ["'Kiev' in it | 2: accepted | 2: deprecated"],
    replaced: "kyiv it - deprecated Kiev place"),
  MergeCase(
    testDescription: "another kind",
    ours: "azov it - preferred Azov organization", theirs: "azov it - preferred Azov place",
    conflicts: ["the kind | 2: organization | 2: place"], replaced: "azov it - preferred Azov place"
  ),
  MergeCase(
    testDescription: "an id of another entity",
    ours: "medvedev it - preferred Dmitry_Medvedev person",
    theirs: "medvedev it - preferred Daniil_Medvedev person",
    conflicts: [
      "the id: no form in common, so it may be another entity | 2: person Dmitry_Medvedev | "
        + "2: person Daniil_Medvedev"
    ], replaced: "medvedev it - preferred Daniil_Medvedev person"),
  MergeCase(
    testDescription: "another id of the same entity",
    ours: "lukashenko be - preferred Лукашэнка person",
    theirs: "lukashenka be - accepted Лукашэнка person",
    conflicts: [
      "the id: 'lukashenko' has the same form, so it may be the same entity | "
        + "2: lukashenko: Лукашэнка (be) | 2: lukashenka: Лукашэнка (be)"
    ],
    replaced: "lukashenka be - accepted Лукашэнка person/lukashenko be - preferred Лукашэнка person"
  ),
  MergeCase(
    testDescription: "one name of a place and of an organization is no conflict",
    ours: "azov it - preferred Azov place",
    theirs: "azov-battalion it - preferred Azov organization",
    result: "azov it - preferred Azov place/azov-battalion it - preferred Azov organization"),
]

private func glossary(_ rows: String) -> [UInt8] {
  let lines = rows.split(separator: "/").map { row in
    row.split(separator: " ").map { $0 == "-" ? "" : $0 }.joined(separator: "\t")
  }
  return Array(
    (["id\tlanguage\tstyle\tstatus\tform\tkind"] + lines).map { $0 + "\n" }.joined().utf8)
}

@Suite struct `A merge of glossaries` {
  private func merged(_ ours: String, _ theirs: String, replaces: Bool = false) throws
    -> GlossaryMerge
  {
    let editor = try GlossaryEditor(path: "ours.tsv", bytes: glossary(ours))
    let other = try GlossaryEditor(path: "theirs.tsv", bytes: glossary(theirs))
    var merge = GlossaryMerge(into: editor, replaces: replaces)
    merge.add(other.entries.compactMap { other[$0.id] }, from: "theirs.tsv")
    return merge
  }

  @Test(arguments: mergeCases)
  private func `adds what is new and reports what contradicts`(_ example: MergeCase) throws {
    let merge = try merged(example.ours, example.theirs)
    #expect(
      merge.conflicts.map {
        "\($0.subject) | \($0.ours.line): \($0.ours.text) | \($0.theirs.line): \($0.theirs.text)"
      } == example.conflicts)
    #expect(merge.editor.bytes == glossary(example.result ?? example.ours))
    let replaced = try merged(example.ours, example.theirs, replaces: true)
    #expect(replaced.conflicts.isEmpty)
    let expected = example.replaced ?? example.result ?? example.ours
    #expect(
      String(decoding: replaced.editor.bytes, as: UTF8.self)
        == String(decoding: glossary(expected), as: UTF8.self))
    _ = try GlossaryFile(path: "-", bytes: replaced.editor.bytes)
  }

  @Test func `a second merge of the same changes nothing`() throws {
    for example in mergeCases {
      var merge = try merged(example.ours, example.theirs, replaces: true)
      let once = merge.editor.bytes
      let other = try GlossaryEditor(path: "theirs.tsv", bytes: glossary(example.theirs))
      merge.add(other.entries.compactMap { other[$0.id] }, from: "theirs.tsv")
      #expect(merge.editor.bytes == once, "\(example.testDescription)")
    }
  }

  @Test func `what a form lacks is filled in, what it has stays`() throws {
    let ours =
      "id\tlanguage\tstatus\tform\tkind\tsource\tnote\na\tit\tpreferred\tA\tterm\tTreccani\n"
    var theirs = Entry(id: "a", kind: .term, gender: .feminine)
    theirs.forms = [
      Form(language: .italian, text: "A", status: .preferred, source: "own", note: "new")
    ]
    theirs.relations = [Entry.Relation(.partOf, "b")]
    var merge = GlossaryMerge(into: try GlossaryEditor(path: "o", bytes: Array(ours.utf8)))
    merge.add([LocatedEntry(theirs)], from: "t")
    let entry = try #require(merge.editor["a"]).entry
    #expect(entry.forms.map(\.source) == ["Treccani"])
    #expect(entry.forms.map(\.note) == ["new"])
    #expect(entry.gender == .feminine)
    #expect(entry.relations == theirs.relations)
    #expect(merge.conflicts.isEmpty)
  }
}
