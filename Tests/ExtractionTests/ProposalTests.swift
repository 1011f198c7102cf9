import BitestoExtraction
import BitestoGlossary
import BitestoText
import TestSupport
import Testing

/// What becomes of names: entries, contexts, and what a glossary knows already.
@Suite struct ProposalTests {
  private static let lukashenko = "Ieri il presidente Alexander Lukashenko è partito per Belluno."

  @Test func leavesOutWhatTheGlossaryHas() throws {
    var texts = try ExtractedTexts.italian(Self.lukashenko)
    texts.glossary = try .builtIn()
    #expect(try texts.proposals().map(\.entry.id) == ["belluno"])
    var options = GlossaryExtractor.Options()
    options.includesKnown = true
    let all = try texts.proposals(options)
    #expect(all.map(\.entry.id).contains("lukashenko"))
    #expect(all.first { $0.entry.id == "lukashenko" }?.isKnown == true)
  }

  @Test func proposesNewSpellingsOfKnownNames() throws {
    var texts = try ExtractedTexts.english("Then Alyaxandr Lukashenka met a friend.")
    texts.glossary = try .builtIn()
    let proposal = try texts.proposals().first
    #expect(proposal?.entry.id == "lukashenko")
    #expect(proposal?.entry.forms.last?.text == "Alyaxandr Lukashenka")
    #expect(proposal?.entry.forms.last?.note == "found in the texts")
  }

  @Test func readsInflectedCyrillicNamesThroughTheGlossary() throws {
    var texts = try ExtractedTexts([(.russian, "Встреча с Владимиром Путиным прошла в Минске.")])
    texts.glossary = try .builtIn()
    var options = GlossaryExtractor.Options()
    options.includesKnown = true
    #expect(try texts.proposals(options).map(\.entry.id).sorted() == ["minsk", "putin"])
  }

  @Test func transliteratesCyrillicNames() throws {
    let texts = try ExtractedTexts([(.russian, "Вчера министр Иван Кольцов уехал домой.")])
    let forms = try #require(try texts.proposals().first).entry.forms
    #expect(forms.filter { $0.language == .italian }.map(\.style) == [.press, .scientific])
  }

  @Test func joinsLanguagesOverLinkedPassages() throws {
    let texts = try ExtractedTexts([
      (.italian, "Abita a Torino da anni.\nUn treno parte da Torino ogni ora."),
      (.english, "He has lived in Turin for years.\nA train leaves from Turin every hour."),
    ]).withLinkedLines()
    #expect(try texts.summary() == ["place it:Torino, en:Turin"])
  }

  @Test func joinsTermsOverLinkedPassages() throws {
    let italian = """
      La tutela dei fiumi chiede barriere mobili nuove.
      Il comune compra barriere mobili di alluminio.
      Ogni paese vuole barriere mobili, ma costano.
      """
    let english = """
      The care of rivers asks for movable barriers of a new sort.
      The town buys movable barriers made of metal.
      Every village wants movable barriers, though they cost.
      """
    let texts = try ExtractedTexts([(.italian, italian), (.english, english)]).withLinkedLines()
    #expect(try texts.summary() == ["term it:barriere mobili, en:movable barriers"])
  }

  @Test func writesAGlossaryThatReadsBack() throws {
    let texts = try ExtractedTexts.italian(
      "Ieri Carlo Bianchi è partito per Belluno.\nPoi Carlo Bianchi è tornato # da Belluno.")
    let proposals = try texts.proposals()
    let text = GlossaryFile(path: "new.tsv", proposals: proposals).text()
    let read = try GlossaryFile(path: "new.tsv", bytes: Array(text.utf8))
    #expect(read.text() == text)
    #expect(read.entries.allSatisfy { $0.forms.allSatisfy { $0.status == .accepted } })
    #expect(read.entries.map(\.id) == ["belluno", "bianchi"])
    #expect(read.entries[0].comments.first == "# 2 mentions")
    #expect(read.entries[0].comments.last == "# 0.txt:2: … Carlo Bianchi è tornato # da Belluno.")
    #expect(read.entries[1].forms[0].note == "proposed as preferred")
    #expect(read.entries[1].forms[0].style == .press)
  }

  @Test func keepsToOptions() throws {
    let texts = try ExtractedTexts.italian(
      "Ieri Carlo Bianchi è partito per Belluno. Torna da Belluno domani.")
    var options = GlossaryExtractor.Options()
    options.minimumFrequency = 2
    #expect(try texts.proposals(options).map(\.entry.id) == ["belluno"])
    options = GlossaryExtractor.Options()
    options.kinds = [.person]
    #expect(try texts.proposals(options).map(\.entry.id) == ["bianchi"])
  }

  @Test func takesRandomTextWithoutTrap() throws {
    var generator = SplitMix(state: 7)
    let pieces = [
      "A", "Z", "é", "Š", "И", "ь", " ", " ", ". ", "'", "’", "-", "(", ")", ",", "\n", "@", "&",
      "di ",
      "of ", "the ", "Banca ", "University ", "🇺🇦", "\u{301}", "1", "\t", "\"", "«", "»", "Mr ",
      "US ",
    ]
    let glossary = try Glossary.builtIn()
    for language in [Language.italian, .english, .russian] {
      for _ in 0..<6 {
        let text = (0..<400).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
        var texts = try ExtractedTexts([(language, "x" + text.joined())])
        texts.glossary = glossary
        var options = GlossaryExtractor.Options()
        options.includesKnown = true
        let written = GlossaryFile(path: "", proposals: try texts.proposals(options)).text()
        #expect(throws: Never.self) { try GlossaryFile(path: "", bytes: Array(written.utf8)) }
      }
    }
  }
}
