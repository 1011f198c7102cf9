import BitestoMemory
import Testing

struct UnitGroupingTests {
  @Test func `languages are named with the source first`() {
    var unit = pair("uno", "one")
    unit.variants.append(UnitVariant(language: "DE-at", segment: "eins"))
    #expect(UnitGrouping.languages.group(of: unit, source: "en") == "en_de-AT_it")
    #expect(UnitGrouping.languages.group(of: unit, source: nil) == "it_de-AT_en")
  }

  @Test func `a property of a variant counts, too`() {
    var unit = pair("uno", "one")
    #expect(UnitGrouping.property("x-project").group(of: unit, source: nil) == "none")
    unit.variants[1].properties = [MemoryProperty("x-project", " Alfa ")]
    #expect(UnitGrouping.property("x-project").group(of: unit, source: nil) == "Alfa")
  }

  @Test func `a sample has about its share, and all units of a source on one side`() {
    let share = UnitGrouping.share(0.1)
    var sample = 0
    for number in 0..<10_000 {
      let source = SegmentContent("La frase numero \(number)")
      let group = share.group(of: pair(source, "Sentence one"), source: "it")
      #expect(group == share.group(of: pair(source, "Another"), source: "it"))
      if group == "sample" { sample += 1 }
    }
    #expect((900...1_100).contains(sample))
  }

  @Test(arguments: [(0.0, "rest"), (1.0, "sample")])
  func `nothing and all are shares`(share: Double, group: String) {
    #expect(UnitGrouping.share(share).group(of: pair("uno", "one"), source: "it") == group)
  }
}
