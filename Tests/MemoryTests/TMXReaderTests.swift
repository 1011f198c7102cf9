import BitestoMemory
import Testing

struct TMXReaderTests {
  @Test func `a unit that cannot be read costs only itself`() throws {
    let units = """
      <tu><tuv xml:lang="it"><seg>uno</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu>
      <tu><tuv xml:lang="it"><seg>due</tuv><tuv xml:lang="en"><seg>two</seg></tuv></tu>
      <tu><tuv xml:lang="it"><seg>tre</seg></tuv><tuv xml:lang="en"><seg>three</seg></tuv></tu>
      """
    let (words, problems) = try read(memory(units))
    #expect(words == ["uno", "tre"])
    #expect(problems == ["line 5: unit left out: </tuv> where </seg> should stand"])
  }

  @Test func `what other readers refuse a file for is told though it is read`() throws {
    let units = """
      <tu> a & b <tuv xml:lang="it"><seg>x[i]]></seg></tuv></tu>
      <tu><tuv xml:lang="it"><seg>x[i]]&gt;<![CDATA[ y[i]] ]]></seg></tuv>&nbsp;</tu>
      """
    let after = #"<tu><tuv xml:lang="it"><seg>dopo</seg></tuv></tu>"#
    let (words, problems) = try read(memory(units) + Array(after.utf8))
    #expect(words == ["x[i]]>", "x[i]]> y[i]] ", "dopo"])
    #expect(
      problems == [
        "line 4: text where none may stand; it is not read: remove it, or make a <note> of it",
        "line 4: a “&” stands where “&amp;” should",
        "line 4: “]]>” stands where “]]&gt;” should",
        "line 5: text where none may stand; it is not read: remove it, or make a <note> of it",
        "line 5: the entity “&nbsp;” is not declared; write the character itself",
        "line 6: <tu> after </tmx>, where no element may stand; remove it",
      ])
  }

  /// The words of the first variant of each unit, and the problems.
  private func read(_ bytes: [UInt8]) throws -> (words: [String], problems: [String]) {
    var reader = try TMXReader(ByteSource(bytes))
    var words: [String] = []
    var problems: [String] = []
    while let item = try reader.next() {
      switch item {
      case .unit(let unit): words.append(unit.variants[0].segment.plainText)
      case .problem(let problem): problems.append(problem.description)
      }
    }
    return (words, problems)
  }

  private func memory(_ units: String) -> [UInt8] {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4"><header srclang="it"/>
      <body>
      \(units)
      </body></tmx>
      """
    return Array(text.utf8)
  }
}
