import BitestoMemory
import Testing

/// Texts that a table could take for something else.
private let nastyTexts = [
  "a\tb\nc\r\nd\\n \\", "\"quoted\", and; more", "=1+1", "'=1+1", "''", "-", "–",
  " space at both ends ", "\u{1}\u{7F}", "\u{FEFF}mark", "e\u{301} 👩‍🚀 שלום", "\\x41 \\x01",
  "@", "\t=", "\r",
]

struct TableUnitsTests {
  @Test(arguments: [UnitFormat.tsv, .csv], nastyTexts)
  func `a table gives every text back as it was`(format: UnitFormat, text: String) throws {
    let units = [ExchangedUnits.unit(SegmentContent(text), "x"), ExchangedUnits.unit("", "y")]
    let written = try ExchangedUnits.text(format, units)
    let read = try ExchangedUnits.read(format, written.text)
    #expect(
      ExchangedUnits.sides(read.units).map { $0.map { Array($0.utf8) } }
        == [[text, "x"], ["", "y"]].map { $0.map { Array($0.utf8) } })
    #expect(read.problems == [])
    #expect(written.losses == UnitLosses())
  }

  @Test(arguments: [UnitFormat.tsv, .csv])
  func `confidence, state and notes have columns of their own`(format: UnitFormat) throws {
    let properties = [MemoryProperty("x-confidence", "0.5"), MemoryProperty("x-state", "final")]
    let unit = ExchangedUnits.unit(
      "uno", "one", properties: properties, notes: [MemoryNote("first\nsecond")])
    let read = try ExchangedUnits.read(format, ExchangedUnits.text(format, [unit]).text)
    #expect(read.units.first?.properties == properties)
    #expect(read.units.first?.notes == [MemoryNote("first\nsecond")])
    #expect(read.header.sourceLanguage == "it")
  }

  @Test func `a sheet of tab-separated columns is what other tools expect`() throws {
    let unit = ExchangedUnits.unit("a\tb", "c", properties: [MemoryProperty("x-confidence", "1.0")])
    #expect(
      try ExchangedUnits.text(.tsv, [unit]).text
        == "it\ten\tconfidence\tstate\tnote\na\\tb\tc\t1.0\t\t\n")
  }

  @Test func `a spreadsheet takes no cell for a formula`() throws {
    let unit = ExchangedUnits.unit("=HYPERLINK(\"x\")", "-2")
    #expect(
      try ExchangedUnits.text(.csv, [unit]).text
        == "\u{FEFF}it,en,confidence,state,note\r\n\"'=HYPERLINK(\"\"x\"\")\",'-2,,,\r\n")
  }

  @Test(arguments: ["it;en\nuno;one, two\n", "it\ten\nuno\tone, two\n", "it,en\nuno,\"one, two\""])
  func `semicolons and tabs separate, too`(text: String) throws {
    #expect(
      try ExchangedUnits.sides(ExchangedUnits.read(.csv, text).units) == [["uno", "one, two"]])
  }

  @Test func `a table without a row of names needs languages`() throws {
    #expect(throws: MemoryError.self) { try ExchangedUnits.read(.tsv, "uno\tone\n") }
    let read = try ExchangedUnits.read(
      .tsv, "uno\tone\ndue\ttwo\n", options: UnitReadingOptions(source: "it", target: "en"))
    #expect(ExchangedUnits.sides(read.units) == [["uno", "one"], ["due", "two"]])
    #expect(read.units.first?.variants.map(\.language) == ["it", "en"])
  }

  @Test func `columns of an alignment become properties`() throws {
    let text = "source\ttarget\tconfidence\tspeaker\nuno\tone\t0.9\tRossi\n"
    let read = try ExchangedUnits.read(
      .tsv, text, options: UnitReadingOptions(source: "it", target: "en"))
    #expect(read.units.first?.property("x-confidence") == "0.9")
    #expect(read.units.first?.property("x-speaker") == "Rossi")
  }

  @Test func `a table may have more than two languages`() throws {
    let read = try ExchangedUnits.read(.tsv, "it\ten-US\tfr\nuno\tone\tun\ndue\t\tdeux\n")
    #expect(
      read.units.map { $0.variants.map(\.language.canonical) } == [
        ["it", "en-US", "fr"], ["it", "fr"],
      ])
  }

  @Test func `a row that lacks a column is told and passed over`() throws {
    let read = try ExchangedUnits.read(.tsv, "it\ten\nuno\n\ndue\ttwo\n")
    #expect(read.problems == ["line 2: unit left out: expected 2 columns, found 1"])
    #expect(ExchangedUnits.sides(read.units) == [["due", "two"]])
  }

  @Test(arguments: [UnitFormat.tsv, .csv])
  func `bytes that are no UTF-8 cost only their row`(format: UnitFormat) throws {
    let comma: UInt8 = format.name == "csv" ? 0x2C : 0x09
    let rows: [[UInt8]] = [
      Array("it".utf8) + [comma] + Array("en".utf8), [0x63, 0xE8, comma, 0x69],
      [0x61, comma, 0x62],
    ]
    let read = try ExchangedUnits.read(format, ByteSource(Array(rows.joined(separator: [0x0A]))))
    #expect(ExchangedUnits.sides(read.units) == [["a", "b"]])
    #expect(
      read.problems == [
        "line 2: unit left out: it has bytes that are not UTF-8; save the file as UTF-8"
      ])
  }

  @Test func `a quote that is never closed is an error with its line`() throws {
    #expect(
      throws: MemoryError(line: 3, "a quoted cell that starts here does not end")
    ) { try ExchangedUnits.read(.csv, "it,en\na,b\nc,\"d\ne,f\n") }
  }

  @Test func `a table in UTF-16 is read`() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "it\ten\nperché\twhy\n".utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(
      try ExchangedUnits.sides(ExchangedUnits.read(.tsv, ByteSource(bytes)).units)
        == [["perché", "why"]])
  }

  @Test func `pieces of any size give the same rows`() throws {
    let text = "it,en\r\n\"a \"\"b\"\"\r\nc\",d\r\né,\"\"\r\n"
    let whole = try ExchangedUnits.sides(ExchangedUnits.read(.csv, text).units)
    #expect(whole == [["a \"b\"\r\nc", "d"], ["é", ""]])
    for size in 1...5 {
      var rest = Array(text.utf8)[...]
      let source = ByteSource {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      #expect(try ExchangedUnits.sides(ExchangedUnits.read(.csv, source).units) == whole)
    }
  }
}
