import BitestoFormats
import BitestoGlossary
import BitestoText
import Testing

extension ExchangeFormat: CustomTestStringConvertible {
  public var testDescription: String { name }

  fileprivate func bytes(
    _ entries: [BitestoGlossary.Entry], _ options: WritingOptions = WritingOptions()
  ) throws -> (bytes: [UInt8], written: Written) {
    nonisolated(unsafe) var bytes: [UInt8] = []
    let written = try write(entries, options: options) { bytes += $0 }
    return (bytes, written)
  }

  fileprivate func read(_ text: String) throws -> ImportedGlossary {
    try read(path: "x", contents: Array(text.utf8))
  }
}

/// The rows of a glossary file in stable order, without the comments.
private func rows(_ entries: [BitestoGlossary.Entry], comments: Bool = false) -> [String] {
  GlossaryFile(path: "", entries: entries).text().utf8.split(separator: 0x0A)
    .map { String(decoding: $0, as: UTF8.self) }.filter {
      comments || $0.utf8.first != UInt8(ascii: "#")
    }
}

@Suite struct `Formats that hold everything` {
  static let whole: [ExchangeFormat] = [.tsv, .csv, .tbx, .tbxDCT, .tbxCore, .tbx2]

  @Test(arguments: whole, 1...40 as ClosedRange<UInt64>)
  func `lose nothing`(format: ExchangeFormat, seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    let entries = random.entries(8)
    let (bytes, written) = try format.bytes(entries)
    let read = try format.read(path: "x", contents: bytes)
    #expect(read.issues.isEmpty)
    #expect(read.lost.isEmpty)
    let holdsComments = format.name != "csv"
    if holdsComments { #expect(written.lost.isEmpty) }
    let found = rows(read.entries.map(\.entry), comments: holdsComments)
    let expected = rows(entries, comments: holdsComments)
    #expect(found.count == expected.count)
    let difference = zip(found, expected).first { Array($0.utf8) != Array($1.utf8) }
    #expect(difference == nil)
    #expect(written.entries == 8)
    #expect(written.terms == entries.reduce(0) { $0 + $1.forms.count })
  }

  @Test(arguments: whole)
  func `are cut off anywhere without a trap`(format: ExchangeFormat) throws {
    var random = RandomEntries(seed: 7)
    let bytes = try format.bytes(random.entries(2)).bytes
    for count in stride(from: 0, to: bytes.count, by: 13) {
      _ = try? format.read(path: "x", contents: Array(bytes[..<count]))
      var changed = bytes
      changed[count] = UInt8(truncatingIfNeeded: count)
      _ = try? format.read(path: "x", contents: changed)
    }
  }

  @Test func `control characters go, and are counted`() throws {
    let form = Form(language: .italian, text: "A\u{1}B", status: .preferred, note: "\u{8}\u{FFFF}x")
    let entry = BitestoGlossary.Entry(id: "a", kind: .term, forms: [form])
    let (bytes, written) = try ExchangeFormat.tbx.bytes([entry])
    #expect(written.lost.description == "3 control characters")
    let read = try ExchangeFormat.tbx.read(path: "x", contents: bytes)
    #expect(read.entries.first?.entry.forms.map { [$0.text, $0.note] } == [["AB", "x"]])
  }

  @Test func `a relation inside the file is a cross-reference`() throws {
    let form = Form(language: .italian, text: "A", status: .preferred)
    let entries = [
      BitestoGlossary.Entry(
        id: "a", kind: .place, forms: [form],
        relations: [.init(.partOf, "1-b"), .init(.partOf, "c")]),
      BitestoGlossary.Entry(id: "1-b", kind: .place, forms: [form]),
    ]
    let text = String(decoding: try ExchangeFormat.tbx.bytes(entries).bytes, as: UTF8.self)
    #expect(text.contains("<ref type=\"crossReference\" target=\"_1-b\">part-of</ref>"))
    #expect(text.contains("<note>bitesto:relation=part-of:c</note>"))
    #expect(text.contains("<conceptEntry id=\"_1-b\">"))
  }
}

private let kyiv = BitestoGlossary.Entry(
  id: "kyiv", kind: .place, gender: .feminine,
  forms: [
    Form(language: .english, text: "Kyiv", status: .preferred, source: "CLDR"),
    Form(language: .english, text: "Kiev", status: .deprecated, note: "from\tRussian"),
    Form(language: .italian, text: "Kiev", style: .press, status: .preferred, note: "exonym\nold"),
    Form(language: .italian, text: "Kyjiv", style: .scientific, status: .preferred),
    Form(language: .italian, text: "Chiovia", status: .forbidden),
    Form(language: .ukrainian, text: "Київ", status: .preferred),
  ])

@Suite struct `Formats of two columns` {
  private static let intoItalian = ExchangeFormat.WritingOptions(source: .english, target: .italian)

  @Test func `OmegaT gets no deprecated form, and the loss is counted`() throws {
    let (bytes, written) = try ExchangeFormat.omegat.bytes([kyiv], Self.intoItalian)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "Kyiv\tKiev\texonym old\nKyiv\tKyjiv\n")
    #expect(
      written.lost.description == """
        3 statuses, 2 styles, 1 deprecated form, 1 forbidden form, 1 form in another language, 1 gender, \
        1 id, 1 kind, 1 line end or tab, 1 source
        """)
  }

  @Test func `a style has one translation`() throws {
    var options = Self.intoItalian
    options.style = .scientific
    let (bytes, written) = try ExchangeFormat.omegat.bytes([kyiv], options)
    #expect(String(decoding: bytes, as: UTF8.self) == "Kyiv\tKyjiv\n")
    #expect(written.lost.description.contains("1 form of another style"))
  }

  @Test func `UTX says of every translation whether it is approved`() throws {
    let (bytes, written) = try ExchangeFormat.utx.bytes([kyiv], Self.intoItalian)
    #expect(
      String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") == [
        "#UTX 1.20; en/it; creator: Bitesto ",
        "#src\ttgt\tsrc:pos\tterm status\ttgt:comment\tconcept ID",
        "Kyiv\tKiev\tnoun\tapproved\texonym old\tkyiv", "Kyiv\tKyjiv\tnoun\tprovisional\t\tkyiv",
        "Kyiv\tChiovia\tnoun\tforbidden\t\tkyiv",
      ])
    #expect(written.lost.description.contains("1 second preferred form (now accepted)"))
  }

  @Test(arguments: [ExchangeFormat.omegat, .utx], 1...40 as ClosedRange<UInt64>)
  func `what they hold comes back`(format: ExchangeFormat, seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    var entries = random.entries(30)
    // Neither format holds the kind, but UTX a part of speech that follows from it.
    for index in entries.indices { entries[index].kind = .place }
    let (bytes, written) = try format.bytes(entries)
    let read = try format.read(
      path: "x", contents: bytes, options: ExchangeFormat.ReadingOptions(kind: .place))
    #expect(read.issues.isEmpty)
    #expect(read.entries.count == written.entries)
    let again = try format.bytes(read.entries.map(\.entry)).bytes
    let lines = [again, bytes].map { $0.split(separator: 0x0A) }
    #expect(lines[0].count == lines[1].count)
    let difference = zip(lines[0], lines[1]).first { $0 != $1 }
      .map { [$0, $1].map { String(decoding: $0, as: UTF8.self) } }
    #expect(difference == nil)
  }

  @Test func `only current forms when asked`() throws {
    var options = ExchangeFormat.WritingOptions()
    options.omitsDeprecated = true
    let (bytes, written) = try ExchangeFormat.tbx2.bytes([kyiv], options)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("deprecated"))
    #expect(written.lost.description == "1 deprecated form, 1 forbidden form")
  }
}

/// What is read of a file, a form a row: "id kind | it preferred Text (note)".
private func summary(_ read: ImportedGlossary) -> [String] {
  read.entries.flatMap { located in
    located.entry.forms.map { form in
      "\(located.entry.id) \(located.entry.kind.rawValue) | \(form.language) \(form.status.rawValue) "
        + form.text + (form.note.isEmpty ? "" : " (\(form.note))")
    }
  }
}

@Suite struct `Files of other programs` {
  @Test(
    arguments: [
      (
        ExchangeFormat.omegat,
        "\u{FEFF}# Glossary\r\nKyiv\tKiev\tcity\r\nKyiv\tKyjiv\r\n\r\nLviv\tLeopoli\r\n",
        [
          "kiev term | it preferred Kyiv", "kiev term | en preferred Kiev (city)",
          "kiev term | en accepted Kyjiv", "leopoli term | it preferred Lviv",
          "leopoli term | en preferred Leopoli",
        ], [String]()
      ),
      (
        .omegat, "one\nKiev\tKyiv\n\t\n\tx\n",
        [
          "kyiv term | it preferred Kiev", "kyiv term | en preferred Kyiv",
          "x term | en preferred x",
        ],
        [
          "x:1: no tab between a term and its translation; left out",
          "x:4: an empty term; left out",
        ]
      ),
      (
        .utx,
        """
        #UTX 1.11; en-US/it; 2020-01-01; bidirectional
        #description: towns
        #src\ttgt\tsrc:pos\tterm status\tconcept ID
        Kyiv\tKiev\tnoun\tapproved\tC1
        Lviv\tLeopoli\tnoun\t\tC 2
        Kyiv\tKyjiv\tnoun\tnon-standard\tC1
        """,
        [
          "c1 term | en preferred Kyiv", "c1 term | it preferred Kiev",
          "c1 term | it deprecated Kyjiv",
          "c-2 term | en preferred Lviv", "c-2 term | it preferred Leopoli",
        ], []
      ),
      (
        .utx, "#UTX 1.20; lang: uk/it\n#term:uk\tterm:it\tpos\nКиїв\tKiev\tnoun\n",
        ["kiev term | uk preferred Київ", "kiev term | it preferred Kiev"], []
      ),
      (
        .csv, "\u{FEFF}English;Italiano;Note;x\r\n\"Kyiv\";Kiev|Kyjiv;\"a;\r\nb\"\r\n;;;\r\n",
        [
          "kyiv term | en preferred Kyiv (a;\r\nb)", "kyiv term | it preferred Kiev",
          "kyiv term | it accepted Kyjiv",
        ], []
      ),
      (
        .csv, "id,language,status,form,kind\na,it,preferred,\"A, \"\"B\"\"\",place\n",
        ["a place | it preferred A, \"B\""], []
      ),
    ] as [(ExchangeFormat, String, [String], [String])])
  func `are read as people write them`(
    format: ExchangeFormat, text: String, forms: [String], issues: [String]
  ) throws {
    let read = try format.read(text)
    #expect(summary(read) == forms)
    #expect(read.issues.map(\.description) == issues)
  }

  @Test(
    arguments: [
      (ExchangeFormat.csv, "a,b\n\"c", "x:2: a quoted cell that starts here does not end"),
      (.csv, "id,language,status,form,kind\na,it,good,A,place\n", "x:2: unknown status 'good'; "),
      (.csv, "name,place\n", "x:1: unknown column 'name'; "),
      (.csv, "", "x:1: no header row"),
      (.utx, "Kyiv\tKiev\n", "x:1: no UTX header"),
      (.utx, "#UTX 1.20; en\n#term\tpos\nx\t-\n", "x:2: the columns 'src' and 'tgt' are missing"),
      (.tsv, "id\tlanguage\n", "x:1: the header row has no column 'status'"),
      (.tbx, "  \n", "x:1: the file is empty"),
      (.tbx, "<tmx/>", "x:1: not a TBX file: its root element is 'tmx'"),
      (.tbx, "<tbx>\n<text>\n<body>", "x:3: not well-formed XML: "),
      (.tbx, "<tbx>\n<text></body></tbx>", "x:2: not well-formed XML: a start tag and an end tag"),
      (
        .tbx,
        "<!DOCTYPE tbx [\n<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;\">]><tbx>&b;</tbx>",
        "x:2: it declares entities"
      ),
      (.tbx, "<tbx>" + String(repeating: "<p>", count: 100), "x:1: more than 64 elements inside"),
      (
        .tbx, "<?xml version=\"1.0\" encoding=\"klingon\"?>\n<tbx/>",
        "x:1: this line cannot be read as"
      ),
      (.json, "{}", "x:1: json is a format that is only written"),
    ] as [(ExchangeFormat, String, String)])
  func `that cannot be read are told with the line`(
    format: ExchangeFormat, text: String, message: String
  ) {
    let error = #expect(throws: GlossaryError.self) { try format.read(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func `bytes that are not UTF-8 are told with the line`() {
    let error = #expect(throws: GlossaryError.self) {
      try ExchangeFormat.omegat.read(
        path: "x", contents: Array("a\tb\n".utf8) + [0xE8, 0x09, 0x61])
    }
    #expect(error?.description == "x:2: this line is not valid UTF-8; save the file as UTF-8")
  }
}
