import BitestoMemory
import Testing

struct MemoryCleanerTests {
  /// Why each unit is dropped; "" for one that stays.
  private func reasons(
    _ units: [TranslationUnit], _ change: (inout MemoryCleaner.Options) -> Void = { _ in }
  ) -> [String] {
    var options = MemoryCleaner.Options()
    change(&options)
    var cleaner = MemoryCleaner(options)
    if options.keeping == .newest { for unit in units { cleaner.study(unit) } }
    return units.map { cleaner.reason(toDrop: $0)?.description ?? "" }
  }

  @Test func `a second unit that says the same is dropped, with the line of the first`() {
    let units = [
      pair("Il governo cade.", "The government falls.", line: 4),
      pair("Il governo cade.", "The cabinet falls.", line: 9),
      pair("Il governo cade.", "The government falls.", line: 12),
      pair("IL GOVERNO CADE", "The government falls!", line: 15),
    ]
    #expect(reasons(units) == ["", "", "duplicate of line 4", "near-duplicate of line 4"])
    #expect(reasons(units) { $0.rules = [.duplicate] } == ["", "", "duplicate of line 4", ""])
    #expect(
      reasons(units) { $0.rules = [.nearDuplicate] } == ["", "", "", "near-duplicate of line 4"])
  }

  @Test func `neither the order of the languages nor properties make a difference`() {
    var turned = pair("La pace è lontana.", "Peace is far off.", line: 2)
    turned.variants.reverse()
    turned.properties = [MemoryProperty("x-project", "due")]
    let units = [pair("La pace è lontana.", "Peace is far off.", line: 1), turned]
    #expect(reasons(units) == ["", "duplicate of line 1"])
  }

  @Test func `codes make exact duplicates different and near ones not`() {
    let bold = SegmentContent([
      .text("La pace "), .code(InlineCode(.placeholder, content: "<br/>")), .text("è lontana."),
    ])
    let units = [
      pair("La pace è lontana.", "Peace is far off.", line: 1),
      pair(bold, "Peace is far off.", line: 2),
    ]
    #expect(reasons(units) == ["", "near-duplicate of line 1"])
    #expect(reasons(units) { $0.rules = [.duplicate] } == ["", ""])
  }

  @Test func `the newest of several stays if asked for, wherever it stands`() {
    func unit(_ line: Int, _ date: String?) -> TranslationUnit {
      pair(
        "Si vota domenica.", "The vote is on Sunday.", line: line,
        date.map { [XMLAttribute("changedate", $0)] } ?? [])
    }
    let units = [
      unit(1, nil), unit(2, "20240301T080000Z"), unit(3, "2024-03-01T08:00:01Z"),
      unit(4, "20231231T235959Z"),
    ]
    let expected = ["duplicate of line 3", "duplicate of line 3", "", "duplicate of line 3"]
    #expect(reasons(units) { $0.keeping = .newest } == expected)
    #expect(reasons(units).first == "")
  }

  @Test func `a unit that falls by another rule is never the one that stays`() {
    let bad = pair(
      "Si vota domenica.", "The vote is on Sunday.", line: 1,
      properties: [MemoryProperty("x-confidence", "0.2")])
    let units = [bad, pair("Si vota domenica.", "The vote is on Sunday.", line: 2)]
    let found = reasons(units) {
      $0.rules.insert(.confidence)
      $0.leastConfidence = 0.5
    }
    #expect(found == ["low-confidence 0.20", ""])
  }

  @Test(arguments: [
    ("", "Words."), ("Parole.", " \u{A0}\n"), ("", ""),
  ])
  func `a unit without words on a side is dropped`(italian: String, english: String) {
    #expect(reasons([pair(SegmentContent(italian), SegmentContent(english))]) == ["empty"])
  }

  @Test func `a unit stays as long as one translation is sound`() {
    var unit = pair("Il ministro tace ancora.", "")
    unit.variants.append(UnitVariant(language: "fr", segment: "Le ministre se tait encore."))
    #expect(reasons([unit]) == [""])
    unit.variants[2].segment = "Il ministro tace ancora."
    #expect(reasons([unit]) == ["same-text"])
  }

  @Test(arguments: [
    "1.234,50", "Banca d’Italia", "Kyiv", "https://example.org/una/pagina e basta",
    "{ $numero } ({ $nome })", "<a href=\"qui\">OK</a>",
  ])
  func `names, numbers, addresses and placeholders may stay as they are`(text: String) {
    let unit = pair(SegmentContent(text), SegmentContent(text))
    #expect(reasons([unit]) == [""])
    #expect(reasons([unit]) { $0.dropsEverySameText = true } == ["same-text"])
  }

  @Test func `a sentence that stays as it is was not translated`() {
    #expect(
      reasons([pair("Il ministro tace ancora.", " Il ministro tace ancora.")]) == ["same-text"])
  }

  @Test func `a translation far too long is dropped, a short segment has more room`() throws {
    let long = String(repeating: "The minister has not said a word since Monday. ", count: 6)
    let found = reasons([
      pair("Il ministro tace ancora da lunedì.", SegmentContent(long)),
      pair("Come va?", "How are you getting on?"),
    ])
    #expect(found[0].hasPrefix("length "))
    #expect(found[1] == "")
  }

  @Test(arguments: ["perchÃ© no", "l\u{E2}\u{20AC}\u{2122}accordo", "citt\u{FFFD}"])
  func `damaged characters are found if asked for`(text: String) {
    let unit = pair(SegmentContent(text), "something")
    #expect(reasons([unit]) { $0.rules = [.encoding] } == ["encoding"])
    #expect(reasons([unit]) == [""])
  }

  @Test(arguments: ["SÃO PAULO", "âge", "Âme", "Ã", "città «bella»"])
  func `letters that are rare in Italian are no damage`(text: String) {
    let unit = pair(SegmentContent(text), "something")
    #expect(reasons([unit]) { $0.rules = [.encoding] } == [""])
  }

  @Test func `what was dropped comes back as it was`() {
    let unit = pair("uno", "one", properties: [MemoryProperty("x-project", "p")])
    let dropped = unit.dropped(DropReason(.duplicate, keptLine: 3))
    #expect(dropped.property("x-dropped") == "duplicate of line 3")
    #expect(dropped.restored == unit)
    #expect(unit.restored == unit)
  }
}
