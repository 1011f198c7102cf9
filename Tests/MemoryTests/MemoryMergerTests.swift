import BitestoMemory
import Testing

struct MemoryMergerTests {
  private func header(_ source: String, notes: [String] = []) -> MemoryHeader {
    MemoryHeader(
      attributes: [XMLAttribute("srclang", source)], notes: notes.map { MemoryNote($0) })
  }

  @Test func `the first of the units that say the same stays`() {
    var merger = MemoryMerger([(header("it"), "a.tmx"), (header("it"), "b.tmx")])
    var outcomes: [String] = []
    for (file, unit) in [
      (0, pair("uno", "one")), (1, pair("uno", "one")), (1, pair("uno", "a single one")),
      (1, pair("due", "two")),
    ] {
      switch merger.merge(unit, from: file) {
      case .duplicate: outcomes.append("duplicate")
      case .unit(_, let isConflict): outcomes.append(isConflict ? "conflict" : "new")
      }
    }
    #expect(outcomes == ["new", "duplicate", "conflict", "new"])
  }

  @Test func `the header says what holds for all, and units the rest`() throws {
    var merger = MemoryMerger([
      (header("it", notes: ["uno", "due"]), "a.tmx"),
      (header("en", notes: ["due", "tre"]), "b.tmx"),
    ])
    #expect(merger.header.attributes["srclang"] == "*all*")
    #expect(merger.header.notes.map(\.text) == ["uno", "due", "tre"])
    let said = pair("quattro", "four", [XMLAttribute("srclang", "fr")])
    var sources: [String?] = []
    for unit in [pair("uno", "one"), said] {
      guard case .unit(let unit, _) = merger.merge(unit, from: 1) else { continue }
      sources.append(unit.attributes["srclang"])
    }
    #expect(sources == ["en", "fr"])
  }

  @Test func `tags that differ in spelling are one language`() {
    let merger = MemoryMerger([(header("en-us"), "a.tmx"), (header("EN_US"), "b.tmx")])
    #expect(merger.header.sourceLanguage == "en-US")
  }

  @Test func `units say where they come from, but only once`() {
    var options = MemoryMerger.Options()
    options.marksOrigin = true
    var merger = MemoryMerger([(header("it"), "a.tmx")], options: options)
    let old = pair("due", "two", properties: [MemoryProperty("x-file", "z.tmx")])
    var origins: [[String]] = []
    for unit in [pair("uno", "one"), old] {
      guard case .unit(let unit, _) = merger.merge(unit, from: 0) else { continue }
      origins.append(unit.properties.map(\.text))
    }
    #expect(origins == [["a.tmx"], ["z.tmx"]])
  }

  @Test func `cleaning and merging again gives every unit back`() {
    let units = [
      pair("uno", "one", line: 1), pair("uno", "one", line: 2), pair("Uno!", "one", line: 3),
      pair("due", "", line: 4),
      pair("tre", "three", line: 5, properties: [MemoryProperty("x-project", "p")]),
      pair("tre", "three", line: 6),
    ]
    var cleaner = MemoryCleaner()
    var (kept, dropped): ([TranslationUnit], [TranslationUnit]) = ([], [])
    for unit in units {
      if let reason = cleaner.reason(toDrop: unit) {
        dropped.append(unit.dropped(reason))
      } else {
        kept.append(unit)
      }
    }
    #expect(dropped.count == 4)
    var options = MemoryMerger.Options()
    options.keepsDuplicates = true
    options.restoresDropped = true
    var merger = MemoryMerger([(header("it"), "a"), (header("it"), "b")], options: options)
    var merged: [TranslationUnit] = []
    for (file, units) in [kept, dropped].enumerated() {
      for unit in units {
        if case .unit(let unit, _) = merger.merge(unit, from: file) { merged.append(unit) }
      }
    }
    #expect(merged.sorted { $0.line < $1.line } == units)
  }
}
