import BitestoMemory
import Testing

struct LineUnitsTests {
  private let languages = UnitReadingOptions(source: "it", target: "en")

  @Test func `a ladder keeps hunalign's score, however large`() throws {
    let text = "uno\tone\t0.75\ndue ~~~ tre\ttwo\t1.5\n\tthree\t-0.3\n\t\t0\n"
    let read = try ExchangedUnits.read(.ladder, text, options: languages)
    #expect(
      ExchangedUnits.sides(read.units) == [["uno", "one"], ["due tre", "two"], ["", "three"]])
    #expect(read.units.map { $0.property("x-confidence") } == ["0.75", "1", "0"])
    #expect(
      try ExchangedUnits.text(.ladder, read.units).text
        == "uno\tone\t0.75\ndue tre\ttwo\t1.5\n\tthree\t-0.3\n")
  }

  @Test func `a ladder of numbers has no words`() throws {
    let error = #expect(throws: MemoryError.self) {
      try ExchangedUnits.read(.ladder, "0\t0\t0.3\n1\t1\t0.4\n", options: languages)
    }
    #expect(error?.what.contains("-text") == true)
  }

  @Test func `a ladder does not say its languages`() {
    #expect(throws: MemoryError.self) { try ExchangedUnits.read(.ladder, "uno\tone\t1\n") }
  }

  private func pair(_ source: String, _ target: String) throws -> any UnitReader {
    try MosesUnitReader(
      source: ByteSource(Array(source.utf8)), target: ByteSource(Array(target.utf8)),
      options: languages)
  }

  @Test func `line N of a Moses pair translates line N`() throws {
    var reader = try pair("uno\r\n\n\ndue", "one\n\nextra\ntwo\n")
    let found = try ExchangedUnits.all(&reader)
    #expect(
      ExchangedUnits.sides(found.units) == [["uno", "one"], ["", "extra"], ["due", "two"]])
    #expect(found.units.map(\.line) == [1, 3, 4])
  }

  @Test func `a Moses pair of unequal length is an error with both counts`() throws {
    var reader = try pair("uno\ndue\n", "one\ntwo\nthree\nfour\n")
    #expect(
      throws: MemoryError("the it file has 2 lines, the en file 4; they must have as many")
    ) { try ExchangedUnits.all(&reader) }
  }

  @Test func `line ends inside a text become spaces in a Moses pair`() throws {
    var (source, target): ([UInt8], [UInt8]) = ([], [])
    var writer = MosesUnitWriter(
      ExchangedUnits.italianEnglish, options: UnitWritingOptions(),
      sinks: ({ source += $0 }, { target += $0 }))
    #expect(try writer.write(ExchangedUnits.unit("a\nb", "c\r\nd")))
    #expect(try writer.write(ExchangedUnits.unit("e", "")))
    try writer.finish()
    #expect(String(decoding: source, as: UTF8.self) == "a b\ne\n")
    #expect(String(decoding: target, as: UTF8.self) == "c  d\n\n")
    #expect(writer.losses.parts == [.lineEnds: 1])
  }
}
