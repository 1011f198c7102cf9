import BitestoMemory
import Testing

struct TMXReaderTests {
  @Test func `a unit that cannot be read costs only itself`() throws {
    let units = """
      <tu><tuv xml:lang="it"><seg>uno</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu>
      <tu><tuv xml:lang="it"><seg>due</tuv><tuv xml:lang="en"><seg>two</seg></tuv></tu>
      <tu><tuv xml:lang="it"><seg>tre</seg></tuv><tuv xml:lang="en"><seg>three</seg></tuv></tu>
      """
    var reader = try TMXReader(ByteSource(memory(units)))
    var words: [String] = []
    var problems: [String] = []
    while let item = try reader.next() {
      switch item {
      case .unit(let unit): words.append(unit.variants[0].segment.plainText)
      case .problem(let problem): problems.append(problem.description)
      }
    }
    #expect(words == ["uno", "tre"])
    #expect(problems == ["line 5: unit left out: </tuv> where </seg> should stand"])
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
