import BitestoMemory
import Testing

struct XLIFFStateTests {
  /// What XLIFF 1.2 says, and the properties for it.
  private static let old: [(written: String, approved: Bool, state: String?, detail: String?)] = [
    ("new", false, "initial", "xliff12:new"),
    ("needs-translation", false, "initial", nil),
    ("needs-adaptation", false, "initial", "xliff12:needs-adaptation"),
    ("needs-review-translation", false, "translated", "xliff12:needs-review-translation"),
    ("translated", false, "translated", nil),
    ("signed-off", false, "reviewed", nil),
    ("final", true, "final", nil),
    ("x-checked", false, nil, "xliff12:x-checked"),
  ]

  @Test(arguments: old.indices)
  func `every state of XLIFF 1.2 comes back as it was`(index: Int) throws {
    let row = Self.old[index]
    let text = file(
      "<trans-unit id=\"1\"\(row.approved ? " approved=\"yes\"" : "")><source>a</source>"
        + "<target state=\"\(row.written)\">b</target></trans-unit>")
    let unit = try #require(FileContents(text, .xliff).units.first)
    #expect(unit.property("x-state") == row.state)
    #expect(unit.property("x-substate") == row.detail)
    let again = try written([unit], .xliff)
    #expect(again.contains(" state=\"\(row.written)\">"))
    #expect(again.contains(" approved=\"yes\"") == row.approved)
  }

  @Test func `the confirmation levels of Trados Studio are states of segments`() throws {
    let levels = ["Draft", "ApprovedSignOff", "RejectedSignOff"]
    func marks(_ text: String) -> String {
      levels.indices.map { "<mrk mtype=\"seg\" mid=\"\($0)\">\(text)</mrk>" }.joined()
    }
    let definitions = levels.enumerated()
      .map { "<sdl:seg id=\"\($0)\" conf=\"\($1)\"><sdl:value key=\"k\">v</sdl:value></sdl:seg>" }
      .joined()
    let text = file(
      "<trans-unit id=\"1\"><source>aaa</source><seg-source>\(marks("a"))</seg-source>"
        + "<target>\(marks("b"))</target><sdl:seg-defs>\(definitions)</sdl:seg-defs></trans-unit>")
    let units = try FileContents(text, .xliff).units
    #expect(units.map { $0.property("x-state") } == ["initial", "final", "translated"])
    #expect(units.map { $0.property("x-substate") } == [nil, nil, "sdl:RejectedSignOff"])
  }

  @Test func `what is approved is final, unless it still needs something`() throws {
    func state(_ attributes: String) throws -> String? {
      let text = file(
        "<trans-unit id=\"1\" approved=\"yes\"><source>a</source><target\(attributes)>b</target>"
          + "</trans-unit>")
      return try FileContents(text, .xliff).units.first?.property("x-state")
    }
    #expect(try state("") == "final")
    #expect(try state(" state=\"translated\"") == "final")
    #expect(try state(" state=\"needs-translation\"") == "initial")
  }

  @Test(arguments: ["initial", "translated", "reviewed", "final"])
  func `states go from one version to the other and back`(state: String) throws {
    var unit = italianEnglish("a", "b")
    unit.properties = [
      MemoryProperty("x-state", state), MemoryProperty("x-substate", "tool:checked"),
    ]
    let new = try written([unit], .xliff2)
    #expect(new.contains("<segment state=\"\(state)\" subState=\"tool:checked\">"))
    let middle = try FileContents(new, .xliff2).units
    let old = try FileContents(try written(middle, .xliff), .xliff).units
    #expect(old.first?.property("x-state") == state)
    #expect(old.first?.property("x-substate") == "tool:checked")
  }

  @Test(arguments: [UnitFormat.xliff, .xliff2].map(\.name))
  func `states that the format does not have stay properties`(name: String) throws {
    let format = try #require(UnitFormat.named(name))
    var unit = italianEnglish("a", "b")
    unit.properties = [MemoryProperty("x-state", "half done"), MemoryProperty("x-substate", "?")]
    #expect(try FileContents(try written([unit], format), format).units == [unit])
    unit.variants.removeLast()
    unit.properties = [MemoryProperty("x-state", "final")]
    #expect(try FileContents(try written([unit], format), format).units == [unit])
  }

  private func file(_ units: String) -> String {
    """
    <xliff version="1.2"><file original="a" source-language="it" target-language="en" \
    datatype="plaintext"><body>\(units)</body></file></xliff>
    """
  }
}
