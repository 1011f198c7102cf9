import BitestoMemory
import Foundation
import Testing

struct MemoryValidatorTests {
  @Test(arguments: ProblemCase.all)
  func `every rule says what is wrong and what to do`(_ sample: ProblemCase) throws {
    let problems = try problems(in: Array(sample.text.utf8))
    #expect(problems == sample.finds)
    #expect(problems.contains { $0.contains(" \(sample.rule): ") })
  }

  @Test(arguments: ProblemCase.malformed)
  func `what is no well-formed XML is an error`(_ sample: ProblemCase) throws {
    let problems = try problems(in: Array(sample.text.utf8))
    #expect(problems == sample.finds)
    #expect(
      problems.contains {
        $0.contains(" malformed-xml: ") || $0.contains(" unreadable-unit: ")
      })
  }

  @Test func `a DOCTYPE may declare what XML has`() throws {
    let declarations = """
      <!-- uno --><?prova due?>
      <!ELEMENT seg (#PCDATA | bpt|ept)*> <!ELEMENT tmx (header?, (body | (note, prop+))*)>
      <!ELEMENT ph EMPTY><!ELEMENT note (#PCDATA)><!ELEMENT ut ANY>
      <!ATTLIST tmx version CDATA #FIXED "1.4" x (uno | due) 'uno' y NMTOKEN #IMPLIED>
      <!ENTITY ditta "B&#38;C"><!ENTITY % altra SYSTEM "altra.dtd"> %altra;
      <!NOTATION gif PUBLIC "-//A//B"><!ENTITY logo SYSTEM "logo.gif" NDATA gif>
      """
    let text = String(decoding: memory(pair("uno", "one")), as: UTF8.self).replacing(
      "<tmx ", with: "<!DOCTYPE tmx PUBLIC \"-//LISA//DTD\" 'tmx14.dtd' [\(declarations)] >\n<tmx ")
    #expect(try rules(in: Array(text.utf8)) == ["entity-declaration"])
  }

  @Test func `ASCII that is declared must be ASCII`() throws {
    let text = String(decoding: memory(pair("è", "it is")), as: UTF8.self)
      .replacing("UTF-8", with: "us-ascii")
    #expect(try rules(in: Array(text.utf8)).contains("encoding-declaration"))
  }

  @Test(arguments: ["prop", "note"])
  func `an element of TMX in a wrong place is not said to be none of TMX`(name: String) throws {
    let unit = pair("uno <\(name) type=\"x\">due</\(name)>", "one two")
    let problems = try problems(in: memory(unit)).filter { !$0.contains("unknown-attribute") }
    #expect(
      problems == [
        "5 misplaced-element: <\(name)> may not stand in <seg>; move it before the segments of the unit"
      ])
  }

  @Test func `there is a case for every rule`() {
    #expect(ProblemCase.all.map(\.rule) == MemoryRule.allCases.map(\.rawValue))
  }

  @Test func `a sound memory has no problem`() throws {
    let units = """
      <tu tuid="1" datatype="html" segtype="paragraph" usagecount="3" creationdate="20240229T235960Z"
       changedate="20240301T000000Z" srclang="en-US"><note xml:lang="it">da rivedere</note>
      <prop type="x-fonte" xml:lang="it">sito</prop>
      <tuv xml:lang="it-IT" creationid="anna"><prop type="x-stato">nuovo</prop><seg>\
      <bpt i="1" x="1" type="bold">&lt;b></bpt>Perché<ept i="1">&lt;/b></ept> «È»\
      <ph x="2" assoc="p">&lt;img alt="<sub>casa</sub>"/></ph></seg></tuv>
      <tuv xml:lang="en-US"><seg><ph x="2" assoc="p">&lt;img alt="<sub>house</sub>"/></ph>\
      <bpt i="4" x="1" type="bold">&lt;b></bpt>Why<ept i="4">&lt;/b></ept></seg></tuv>
      <tuv xml:lang="zh-Hant-TW"><seg><bpt i="1" x="1" type="bold"/>為什麼<ept i="1"/><ph x="2"/>\
      </seg></tuv></tu>
      <tu><tuv xml:lang="es-419"><seg>«Está»…</seg></tuv>
      <tuv xml:lang="en-US"><seg>It is</seg></tuv></tu>
      """
    let header = """
      <header creationtool="prova" creationtoolversion="1" segtype="sentence" o-tmf="prova"
       adminlang="it" srclang="*all*" datatype="plaintext"><note>prova</note>
      <ude name="simboli" base="windows-1252"><map unicode="#xF8FF" code="#x80"/></ude></header>
      """
    #expect(try problems(in: memory(units, header: header)) == [])
  }

  @Test(arguments: [
    ("en", true), ("EN-us", true), ("sr-Latn-RS", true), ("es-419", true), ("de-1901", true),
    ("sl-rozaj-biske", true), ("zh-yue-HK", true), ("en-u-ca-gregory", true), ("x-klingon", true),
    ("i-navajo", true), ("en_US", false), ("English", false), ("e", false), ("en-", false),
    ("en US", false), ("12", false), ("en-US-", false), ("inglese-GB", false), ("en-x", false),
  ])
  func `language tags are held against BCP 47`(tag: String, isSound: Bool) throws {
    let unit = pair("uno", "one").replacing(#""en""#, with: "\"\(tag)\"")
    let rules = try rules(in: memory(unit))
    #expect(rules == (isSound ? [] : ["language-tag"]))
  }

  @Test(arguments: [
    ("20240229T000000Z", nil), ("20230229T000000Z", "invalid-date"),
    ("20240431T000000Z", "invalid-date"), ("20240101T240000Z", "invalid-date"),
    ("ieri", "invalid-date"), ("", "invalid-date"), ("20240101T000000", "date-format"),
    ("2024-01-01", "date-format"), ("20240101T000000ZZ", "invalid-date"),
  ])
  func `dates are held against the calendar`(date: String, rule: String?) throws {
    let unit = pair("uno", "one").replacing("<tu>", with: "<tu changedate=\"\(date)\">")
    #expect(try rules(in: memory(unit)) == (rule.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "Lâ€™ora", "cosÃ¬", "â‚¬ 5", "ï»¿uno", "Ã¨ ora", "gÃ¼zel", "czÄ™sto", "10Â\u{A0}km", "20Â°C",
    "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "ðŸ˜€", "Î±Ï…Ï„ÏŒ", "â€œuno", "Ù…Ø±Ø\u{AD}Ø¨Ø§", "Viá»‡t Nam lÃ\u{A0} má»™t",
    "РџСЂРёРІРµС‚", "Ïðèâåò, êàê äåëà ó âàñ", "ðÒÉ×ÅÔ, ËÁË ÄÅÌÁ Õ ×ÁÓ",
  ])
  func `text that was read in a wrong encoding is found`(text: String) throws {
    #expect(try rules(in: memory(pair(text, "one"))).contains("mojibake"))
  }

  @Test(arguments: [
    "CAFFÈ™", "«CHE È»", "perché…»", "NÃO", "«IRMÃ»", "CAFÉ™", "SÃO PAULO©", "è", "«Está»…",
    "ПРИВЕТ «СССР»",
    "СІРІ", "Şişli’de", "Größe “Ä”", "ÅÄÖ", "naïve—è", "Þótt það", "tiếng Việt", "l’été…»",
    "Ñ», Ñ”",
    "«\u{A0}Â\u{A0}»", "3 × 4…", "è «ora»", "АНГЛІЙСЬКА", "À È É Ì Ò Ù à è é ì ò ù", "Ελλάδα «Α»",
  ])
  func `sound text is not taken for mojibake`(text: String) throws {
    #expect(try !rules(in: memory(pair(text, "one"))).contains("mojibake"))
  }

  @Test(arguments: [
    ("it", "She said that they would have been there if the train had not been late"),
    ("en", "Ha detto che il treno è partito in ritardo e che non sono arrivati"),
    ("ru", "She said that they would have been there if the train had not been late"),
    ("uk", "Ha detto che il treno è partito in ritardo e che non sono arrivati"),
  ])
  func `a segment in another language is found`(language: String, text: String) throws {
    let unit = pair("uno", text).replacing(#""en""#, with: "\"\(language)-XX\"")
    #expect(try rules(in: memory(unit)).contains("wrong-language"))
  }

  @Test(arguments: [
    // Too short; of a language that is not known here; titles; as it is said to be.
    ("it", "The end of it"), ("scn", "Common Voice è un pruggettu di Mozilla per la voci di tutti"),
    ("it", "The Lord of the Rings: The Return of the King and The Hobbit"),
    ("it", "Il regista di «The Lord of the Rings» ha detto che non è ancora finito"),
  ])
  func `a segment that may be in its language is left alone`(
    language: String, text: String
  ) throws {
    let unit = pair("uno", text).replacing(#""en""#, with: "\"\(language)-XX\"")
    #expect(try !rules(in: memory(unit)).contains("wrong-language"))
  }

  @Test func `units that come again are found among many`() throws {
    var units = (0..<5_000).map { pair("numero \($0)", "number \($0)") }
    units.append(units[17])
    // In another order of the languages, or of another text: the same, and not the same.
    units.append(
      #"<tu><tuv xml:lang="en"><seg>number 99</seg></tuv>"#
        + #"<tuv xml:lang="it"><seg>numero 99</seg></tuv></tu>"#)
    units.append(pair("numero 99", "number 100"))
    #expect(
      try problems(in: memory(units.joined(separator: "\n"))) == [
        "5005 duplicate-unit: the unit is the same as the one on line 22; tmx clean drops one",
        "5006 duplicate-unit: the unit is the same as the one on line 104; tmx clean drops one",
      ])
  }

  @Test func `codes in another order are the same codes`() throws {
    let unit = pair(
      #"<ph x="1"/>uno<bpt i="1" type="bold"/>due<ept i="1"/>"#,
      #"<bpt i="7" type="bold"/>two<ept i="7"/>one<ph x="1"/>"#)
    #expect(try rules(in: memory(unit)) == [])
  }

  @Test func `one fault in the structure is no reason for others`() throws {
    let units = """
      <tu><tuv xml:lang="it"><seg>due</tuv><tuv xml:lang="en"><seg>two</seg></tuv></tu>
      <tu><note>uno</note>
      \(pair("tre", "three"))
      \(pair("quattro", "four"))
      """
    #expect(try rules(in: memory(units)) == ["unreadable-unit", "unreadable-unit"])
  }

  @Test func `no number of problems in one unit takes much memory`() throws {
    let codes = String(repeating: #"<ph z="1"/>"#, count: 20_000)
    let rules = try rules(in: memory(pair(codes, "one")))
    #expect(rules.count { $0 == "unknown-attribute" } <= 1_000)
  }

  // MARK: Memories

  private func problems(in bytes: [UInt8]) throws -> [String] {
    var validator = try MemoryValidator(ByteSource(bytes))
    var found: [String] = []
    while let problem = try validator.next() {
      found.append("\(problem.line) \(problem.rule.rawValue): \(problem.message)")
    }
    return found
  }

  private func rules(in bytes: [UInt8]) throws -> [String] {
    try problems(in: bytes).map { problem in
      String(problem.drop { $0 != " " }.dropFirst().prefix { $0 != ":" })
    }
  }

  private func memory(_ units: String, header: String = ProblemCase.soundHeader) -> [UInt8] {
    Array(ProblemCase.file(units, header: header).utf8)
  }

  private func pair(_ italian: String, _ english: String) -> String {
    #"<tu><tuv xml:lang="it"><seg>\#(italian)</seg></tuv>"#
      + #"<tuv xml:lang="en"><seg>\#(english)</seg></tuv></tu>"#
  }
}
