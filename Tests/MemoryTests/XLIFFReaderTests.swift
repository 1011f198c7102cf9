import BitestoMemory
import Testing

struct XLIFFReaderTests {
  // MARK: XLIFF 1

  @Test func `each segment of a unit is a unit of its own`() throws {
    let contents = try FileContents(
      old(
        """
        <trans-unit id="t1"><source>Uno. <g id="1">Due.</g></source>
          <seg-source><mrk mtype="seg" mid="0">Uno.</mrk> <g id="1"><mrk mtype="seg" mid="1">Due.\
        </mrk></g></seg-source>
          <target state="translated"><mrk mtype="seg" mid="1">Two.</mrk> <g id="1">\
        <mrk mtype="seg" mid="0">One.</mrk></g></target>
        </trans-unit>
        <trans-unit id="t2"><source>Tre.</source>
          <seg-source><mrk mtype="seg" mid="0">Tre.</mrk></seg-source></trans-unit>
        <trans-unit id="t3"><source>Uno. Due.</source>
          <seg-source><mrk mtype="seg" mid="0">Uno.</mrk> <mrk mtype="seg" mid="1">Due.</mrk>\
        </seg-source><target>One, two.</target></trans-unit>
        """), .xliff)
    #expect(contents.problems.isEmpty)
    #expect(
      contents.words == [
        ["Uno.", "One."], ["Due.", "Two."], ["Tre."], ["Uno. Due.", "One, two."],
      ])
    #expect(contents.units.map { $0.attributes["tuid"] } == ["t1.0", "t1.1", "t2", "t3"])
    #expect(contents.units[0].property("x-state") == "translated")
  }

  @Test func `suggestions, binary units and other tools' elements are passed over`() throws {
    let contents = try FileContents(
      old(
        """
        <group id="g"><group><bin-unit id="b" mime-type="image/png"><bin-source>
          <external-file href="a.png"/></bin-source><trans-unit id="n"><source>x</source></trans-unit>
        </bin-unit>
        <trans-unit id="1" sdl:x="y"><source>ponte</source><target>bridge</target>
          <alt-trans match-quality="90%"><source>ponti</source><target>bridges</target></alt-trans>
          <sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs>
        </trans-unit></group></group>
        <trans-unit id="2"><source>fiume</source></trans-unit>
        """), .xliff)
    #expect(contents.problems.isEmpty)
    #expect(contents.words == [["ponte", "bridge"], ["fiume"]])
  }

  @Test func `every file of a package has its languages, and groups say what is translated`() throws
  {
    let text = """
      <xlf:xliff version="1.1" xmlns:xlf="urn:oasis:names:tc:xliff:document:1.1">
      <xlf:file original="a" source-language="it" target-language="en-gb" datatype="htmlbody">
        <xlf:header><xlf:note>per Anna</xlf:note></xlf:header><xlf:body>
        <xlf:group translate="no"><xlf:trans-unit id="1"><xlf:source>a</xlf:source></xlf:trans-unit>
        <xlf:trans-unit id="2" translate="yes"><xlf:source>b</xlf:source></xlf:trans-unit>
        </xlf:group></xlf:body></xlf:file>
      <xlf:file original="b" source-language="en" target-language="it"><xlf:body>
        <xlf:trans-unit id="1"><xlf:source>c</xlf:source><xlf:target xml:lang="it-CH">d</xlf:target>
        </xlf:trans-unit></xlf:body></xlf:file>
      </xlf:xliff>
      """
    let contents = try FileContents(text, .xliff)
    #expect(contents.problems.isEmpty)
    #expect(contents.header.version == "1.1")
    #expect(contents.header.sourceLanguage == "it")
    #expect(contents.header.attributes["datatype"] == "htmlbody")
    #expect(contents.header.notes.map(\.text) == ["per Anna"])
    #expect(contents.header.properties == [MemoryProperty("x-source", "a")])
    #expect(contents.units.map { $0.property("x-translate") } == ["no", nil, nil])
    #expect(
      contents.units.map { $0.variants.map(\.language) } == [["it"], ["it"], ["en", "it-CH"]])
    let again = try written(contents.units, .xliff, header: contents.header)
    #expect(again.contains("<trans-unit id=\"1\" translate=\"no\">"))
  }

  @Test func `notes, contexts and properties are kept with the side they belong to`() throws {
    let contents = try FileContents(
      old(
        """
        <trans-unit id="1"><source>a</source><target>b</target>
          <context-group purpose="location"><context context-type="sourcefile">a.c</context>\
        </context-group>
          <prop-group><prop prop-type="domain">ponti</prop></prop-group>
          <note from="Anna" priority="2">tutto</note><note annotates="target">b?</note>
        </trans-unit>
        """), .xliff)
    let unit = try #require(contents.units.first)
    #expect(
      unit.properties == [MemoryProperty("sourcefile", "a.c"), MemoryProperty("domain", "ponti")])
    #expect(unit.notes.map(\.text) == ["tutto"])
    #expect(unit.variants[1].notes.map(\.text) == ["b?"])
    let again = try written([unit], .xliff)
    #expect(again.contains("<note priority=\"2\" from=\"Anna\">tutto</note>"))
  }

  @Test func `the codes of XLIFF 1 become those of a memory`() throws {
    let contents = try FileContents(
      old(
        """
        <trans-unit id="1"><source><g id="1" ctype="bold">a<x id="2" ctype="lb"/></g>\
        <bx id="3" rid="9"/>b<ex id="4" rid="9"/><it id="5" pos="close">&lt;/i></it>\
        <mrk mtype="term">c</mrk><ph id="6">%s<sub>d</sub></ph></source></trans-unit>
        """), .xliff)
    let unit = try #require(contents.units.first)
    #expect(
      try written([unit], .tmx).contains(
        """
        <seg><bpt i="1" x="1" type="bold"/>a<ph x="2" type="lb"/><ept i="1"/><bpt i="9" x="3"/>b\
        <ept i="9"/><it pos="end" x="5">&lt;/i&gt;</it><hi type="term">c</hi>\
        <ph x="6">%s<sub>d</sub></ph></seg>
        """))
  }

  // MARK: XLIFF 2

  @Test func `a unit of XLIFF 2 with several segments`() throws {
    let contents = try FileContents(
      new(
        """
        <unit id="u1" name="titolo"><notes><note category="x" appliesTo="source">n</note></notes>
          <mda:metadata><mda:metaGroup category="c"><mda:metaGroup><mda:meta type="k">v</mda:meta>\
        </mda:metaGroup></mda:metaGroup></mda:metadata>
          <mtc:matches><mtc:match ref="#1"><source>z</source><target>y</target></mtc:match></mtc:matches>
          <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
          <segment id="1" state="final"><source>Uno <pc id="1" dataRefStart="d1" dataRefEnd="d2">due\
        </pc>.</source><target>One <pc id="1" dataRefStart="d1" dataRefEnd="d2">two</pc>.</target>\
        </segment>
          <ignorable><source> </source></ignorable>
          <segment><source><![CDATA[Tre & ]]><cp hex="001F"/><sm id="m" type="comment"/>x\
        <em startRef="m"/></source></segment>
        </unit>
        """), .xliff2)
    #expect(contents.problems.isEmpty)
    #expect(contents.words == [["Uno due.", "One two."], ["Tre & \u{1F}x"]])
    #expect(contents.units.map { $0.attributes["tuid"] } == ["u1.1", "u1.2"])
    #expect(contents.units.map { $0.property("x-state") } == ["final", nil])
    #expect(contents.units.map { $0.property("k") } == ["v", "v"])
    #expect(contents.units[0].variants[0].notes.map(\.text) == ["n"])
    #expect(
      try written([contents.units[0]], .tmx).contains(
        """
        <seg>One <bpt i="1" x="1">&lt;b&gt;</bpt>two<ept i="1">&lt;/b&gt;</ept>.</seg>
        """))
  }

  @Test func `the version that a file states decides, not its name`() throws {
    #expect(
      try FileContents(new("<unit id=\"1\"><segment><source>a</source></segment></unit>"), .xliff)
        .words == [["a"]])
    #expect(
      try FileContents(old("<trans-unit id=\"1\"><source>a</source></trans-unit>"), .xliff2)
        .words == [["a"]])
  }

  // MARK: Damaged files

  @Test(arguments: [
    ("<trans-unit id=\"x\"><source>a</trans-unit>", "</trans-unit> where </source> should stand"),
    ("<trans-unit id=\"x\"><target>a</target></trans-unit>", "it has no <source>"),
    (
      "<trans-unit id=\"x\"><source>a</source><target>b</target><target>c</target></trans-unit>",
      "it has two <target>"
    ),
    ("<trans-unit id=\"x\"><source>&chi;</source></trans-unit>", "“&chi;” is not declared"),
    ("<trans-unit id=\"x\"><source>a<g>b</source></trans-unit>", "</source> where </g>"),
    ("<trans-unit id=\"x\"><source>a</source>", "another unit begins inside it"),
    (
      "<trans-unit id=\"x\"><source>" + String(repeating: "<g>", count: 40)
        + "</source></trans-unit>",
      "its codes lie too deep"
    ),
    ("<trans-unit id=\"x\"><source>a</source></group></trans-unit>", "</group> where"),
  ])
  func `a unit that cannot be read costs only itself`(unit: String, reason: String) throws {
    let sound = "\n<trans-unit id=\"y\"><source>sano</source></trans-unit>\n"
    let contents = try FileContents(old(sound + unit + sound), .xliff)
    #expect(contents.words == [["sano"], ["sano"]])
    let problems = contents.problems.filter { $0.rule == .unreadableUnit }
    #expect(problems.count == 1)
    #expect(problems.first?.line == 4)
    #expect(problems.first?.message.contains(reason) == true, "\(problems)")
  }

  @Test(arguments: [
    ("<unit id=\"x\"><segment><target>a</target></segment></unit>", "a segment has no <source>"),
    ("<unit id=\"x\"></unit>", "it has no <segment>"),
    ("<unit id=\"x\"><segment><source>a</source></unit>", "<segment> is never closed"),
    ("<unit id=\"x\"><notes><note>a</unit>", "<note> is never closed"),
  ])
  func `a damaged unit of XLIFF 2 costs only itself`(unit: String, reason: String) throws {
    let sound = "\n<unit id=\"y\"><segment><source>sano</source></segment></unit>\n"
    let contents = try FileContents(new(sound + unit + sound), .xliff2)
    #expect(contents.words == [["sano"], ["sano"]])
    let problems = contents.problems.filter { $0.rule == .unreadableUnit }
    #expect(problems.map(\.line) == [4])
    #expect(problems.first?.message.contains(reason) == true, "\(problems)")
  }

  @Test func `a file that stops in the middle gives what it has, and says so`() throws {
    let whole = old(
      "<trans-unit id=\"1\"><source>a</source></trans-unit><trans-unit id=\"2\"><source>b</source>")
    let start = try #require(whole.firstRange(of: "</source></body>"))
    let contents = try FileContents(String(whole[..<start.lowerBound]), .xliff)
    #expect(contents.words == [["a"]])
    #expect(contents.problems.map(\.rule) == [.unreadableUnit, .truncated])
  }

  @Test func `every cut and every missing byte is survived`() throws {
    let text = Array(
      try written(
        [italianEnglish("Il ponte & il fiume", "The bridge"), italianEnglish("a", "b")], .xliff2
      ).utf8)
    for index in text.indices {
      for damaged in [Array(text[..<index]), Array(text[..<index] + text[(index + 1)...])] {
        guard let reader = try? XLIFFReader(ByteSource(damaged)) else { continue }
        var items = reader
        var count = 0
        while (try? items.next()) != nil, count < 100 { count += 1 }
        #expect(count < 100)
      }
    }
  }

  @Test func `groups may lie as deep as they like`() throws {
    let depth = 5_000
    let text = old(
      String(repeating: "<group translate=\"no\">", count: depth)
        + "<trans-unit id=\"1\"><source>a</source></trans-unit>"
        + String(repeating: "</group>", count: depth)
        + "<trans-unit id=\"2\"><source>b</source></trans-unit>")
    let contents = try FileContents(text, .xliff)
    #expect(contents.units.map { $0.property("x-translate") } == ["no", nil])
  }

  @Test(arguments: ["", "<tmx version=\"1.4\"/>", "no markup"])
  func `what is no XLIFF is refused`(text: String) {
    #expect(throws: MemoryError.self) { try FileContents(text, .xliff) }
  }

  @Test func `a file without a source language is read, and told`() throws {
    let text = """
      <xliff version="1.2"><file original="a"><body><trans-unit id="1"><source>a</source>
      <target>b</target></trans-unit></body></file></xliff>
      """
    let contents = try FileContents(text, .xliff)
    #expect(contents.units.first?.variants.map(\.language) == ["und", "und"])
    #expect(contents.problems.map(\.rule) == [.missingLanguage])
    var reader = try XLIFFReader(
      ByteSource(Array(text.utf8)), options: UnitReadingOptions(source: "it", target: "en"))
    guard case .unit(let unit) = try reader.next() else {
      Issue.record("no unit")
      return
    }
    #expect(unit.variants.map(\.language) == ["it", "en"])
  }

  // MARK: Files

  private func old(_ units: String) -> String {
    """
    <?xml version="1.0"?>
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" \
    source-language="it" target-language="en" datatype="plaintext"><body>\(units)</body></file></xliff>
    """
  }

  private func new(_ units: String) -> String {
    """
    <?xml version="1.0"?>
    <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="it" trgLang="en">\
    <file id="f">\(units)</file></xliff>
    """
  }
}
