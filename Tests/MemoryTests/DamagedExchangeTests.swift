import BitestoMemory
import Testing

struct DamagedExchangeTests {
  @Test(arguments: [UnitFormat.tsv, .csv, .ladder, .jsonLines])
  func `no damage to a file makes a reader fall over`(format: UnitFormat) throws {
    let unit = ExchangedUnits.unit(
      SegmentContent([.text("è \"a\"\t"), .code(InlineCode(.placeholder)), .text("=b\n")]), "c\\d",
      notes: [MemoryNote("n")])
    let whole = Array(try ExchangedUnits.text(format, [unit, unit, unit]).text.utf8)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        }
      }
      let size = Int.random(in: 1...bytes.count, using: &generator)
      var rest = bytes[...]
      let source = ByteSource {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      do {
        let read = try ExchangedUnits.read(
          format, source, options: UnitReadingOptions(source: "it", target: "en"))
        #expect(read.units.count <= bytes.count)
      } catch is MemoryError {
        continue
      }
    }
  }
}
