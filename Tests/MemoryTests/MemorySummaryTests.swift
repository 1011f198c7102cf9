import BitestoMemory
import Testing

struct MemorySummaryTests {
  @Test func `a summary counts units, words, pairs and what comes again`() {
    var summary = MemorySummary(ExchangedUnits.italianEnglish)
    var unit = ExchangedUnits.unit(
      "C’è un — caffè", "", properties: [MemoryProperty("x-project", "bar")])
    unit.attributes = [
      XMLAttribute("creationdate", "20240201T000000Z"), XMLAttribute("creationid", "anna"),
      XMLAttribute("changedate", "2023-01-01"), XMLAttribute("changeid", "never"),
    ]
    summary.add(.unit(unit))
    summary.add(.unit(unit))
    summary.add(
      .unit(
        ExchangedUnits.unit(SegmentContent([.code(InlineCode(.placeholder)), .text("x")]), "y")))
    summary.add(.problem(MemoryProblem(.unreadableUnit, line: 3, "…")))
    #expect(summary.units == 3)
    #expect(summary.duplicates == 1)
    #expect(summary.unitsWithCodes == 1)
    #expect(summary.pairs == [MemorySummary.Pair(source: "it", target: "en"): 3])
    #expect(summary.languages["it"]?.variants == 3)
    #expect(summary.languages["it"]?.characters == 14 * 2 + 1)
    #expect(summary.languages["it"]?.words == 3 * 2 + 1)
    #expect(summary.languages["en"]?.empty == 2)
    #expect(summary.firstDate == "20230101T000000Z")
    #expect(summary.lastDate == "20240201T000000Z")
    #expect(summary.people.sorted.map(\.name) == ["anna", "never"])
    #expect(summary.projects.sorted.map(\.count) == [2])
    #expect(summary.problems == [.unreadableUnit: 1])
  }

  @Test func `a tally of very many names keeps the common ones`() throws {
    var tally = BoundedTally()
    for index in 0..<50_000 {
      tally.add("rare \(index)")
      if index % 2 == 0 { tally.add("common") }
    }
    let first = try #require(tally.sorted.first)
    #expect(first.name == "common")
    #expect(first.count + tally.shortfall >= 25_000 && first.count <= 25_000)
    #expect(tally.sorted.count <= BoundedTally.capacity)
  }
}
