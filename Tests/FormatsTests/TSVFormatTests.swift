import BitestoFormats
import Testing

@Suite struct TSVFormatTests {
  @Test func everyRowHasTheColumnsOfTheHeader() throws {
    let written = try text(.tsv, NastyTrace.bitext())
    #expect(written.unicodeScalars.last == "\n")
    let rows = written.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.count == 7)
    #expect(rows.allSatisfy { $0.count == 12 })
    #expect(!written.unicodeScalars.contains { $0 == "\r" || $0 == "\u{1}" || $0 == "\u{7F}" })
  }

  @Test func fieldsUnescapeToTheWords() throws {
    let rows = try text(.tsv, NastyTrace.bitext()).unicodeScalars.split(separator: "\n")
    let words = [NastyTrace.markup, NastyTrace.joined, NastyTrace.controls, NastyTrace.lines]
    for (row, word) in zip(rows.dropFirst(), words) {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(unescaped(fields[0]) == Array(word.unicodeScalars))
      #expect(unescaped(fields[1]) == Array(word.unicodeScalars))
    }
  }

  @Test func aTraceIsATableOfTextsNamesAndOffsets() throws {
    #expect(
      try text(.tsv, plainTrace()).split(separator: "\n") == [
        "source\ttarget\tconfidence\tspeaker\toutlet\treport\treport_outlet\tkind\tsource_start"
          + "\tsource_end\ttarget_start\ttarget_end",
        "Siamo pronti\tWe are ready now\t0.93\tAnna Neri\tReuters\treports/reuters.txt\tReuters"
          + "\tdirect\t10\t22\t8\t24",
        "Mai\t\t0.625\t\t\t\t\tmixed\t63\t66\t\t",
      ])
  }

  private func unescaped(_ field: Substring.UnicodeScalarView) -> [Unicode.Scalar] {
    let plain: [Unicode.Scalar: Unicode.Scalar] = ["t": "\t", "n": "\n", "r": "\r", "\\": "\\"]
    var scalars: [Unicode.Scalar] = []
    var rest = Array(field)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let letter = rest.popFirst() else {
        scalars.append(scalar)
        continue
      }
      if let character = plain[letter] {
        scalars.append(character)
      } else {
        let digits = String(String.UnicodeScalarView(rest.prefix(2)))
        rest = rest.dropFirst(2)
        scalars.append(UInt8(digits, radix: 16).map { Unicode.Scalar($0) } ?? "?")
      }
    }
    return scalars
  }
}
