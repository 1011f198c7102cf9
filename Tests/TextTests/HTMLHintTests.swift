import Testing

@testable import BitestoText

struct HTMLHintTests {
  @Test(
    "reads names whole, in parts, and in camel case",
    arguments: [
      ("related", .out), ("article__relatedLinks", .out), ("c-box Comments", .out),
      ("post-tags", .doubt), ("entry-meta", .doubt), ("mainDate", .doubt), ("sr-only", .hidden),
      ("entry_content", .story), ("articleBody sidebar", .out), ("", nil), ("  ", nil),
      ("unrelated", nil), ("dateline-free", nil), ("tag-cookies", nil),
      ("category-newsletter", nil),
      ("hentry category-social tag-share", nil), ("città-related", .out),
    ] as [(String, HTMLHint?)])
  func readsNames(value: String, expected: HTMLHint?) {
    let bytes = Array(value.utf8)
    #expect(bytes.withView { HTMLHint.of(0..<bytes.count, in: $0) } == expected)
  }

  @Test("has every name of its table once, and says what it means")
  func hasTable() {
    let lines = TextData.lines("html-hints.tsv").map { $0.split(separator: "\t") }
    #expect(Set(lines.map { $0.first }).count == lines.count)
    #expect(lines.map { String($0[0]) } == lines.map { String($0[0]) }.sorted())
    for line in lines {
      #expect(line.count == 2)
      let bytes = Array(line[0].utf8)
      #expect(
        line[1] == "topic" || bytes.withView { HTMLHint.of(0..<bytes.count, in: $0) } != nil,
        "\(line[0])")
    }
  }

  /// The story that is left of a page with `html` in its body.
  private func story(_ html: String) throws -> [String] {
    let document = try Document(path: "a", html: Array("<html><body>\(html)".utf8))
    return document.paragraphs.map(document.text)
  }

  @Test("lets no name around a whole story throw it out")
  func doubtsWrappers() throws {
    let text = "La biblioteca comunale resterà aperta fino alle undici di sera per tutto l’inverno."
    #expect(try story("<div class=sidebar><p>\(text)<p>\(text)</div>") == [text, text])
    #expect(
      try story("<div id=social><div class=newsletter><p>\(text)</div></div>") == [text])
    #expect(
      try story("<p>\(text)</p><p>\(text)</p><div class=newsletter><p>\(text)</div>")
        == [text, text])
  }

  @Test("looks for the story in main, however short it is")
  func believesMain() throws {
    let text = "La biblioteca comunale resterà aperta fino alle undici di sera per tutto l’inverno."
    #expect(
      try story("<div><p>\(text)</div><main><h1>Chiuso</h1><p>Per ferie fino al sei.</main>")
        == ["Chiuso", "Per ferie fino al sei."])
    #expect(try story("<main><p>Un attimo…</main><div><p>\(text)</div>") == ["Un attimo…", text])
  }

  @Test("keeps a page without prose whole, but for its menus")
  func keepsShortPages() throws {
    #expect(
      try story("<nav><a href=/>Home</a></nav><h1>Chiuso</h1><p>Per ferie.") == [
        "Chiuso", "Per ferie.",
      ])
    #expect(try story("Ciao<br>a tutti") == ["Ciao", "a tutti"])
  }

  @Test(
    "ends elements where HTML does",
    arguments: [
      ("<p>uno<p>due<div>tre</div>quattro", ["uno", "due", "tre", "quattro"]),
      ("<ul><li>uno<ul><li>due</ul><li>tre</ul>", ["uno", "due", "tre"]),
      ("<table><tr><td>uno<td>due<tr><th>tre</table>quattro", ["uno", "due", "tre", "quattro"]),
      ("<dl><dt>uno<dd>due<dt>tre</dl>", ["uno", "due", "tre"]),
      ("<h2>uno<h3>due</h2>tre", ["uno", "due", "tre"]),
      ("uno</p>due</div>tre</span>quattro", ["uno", "duetrequattro"]),
      ("<pre>\nuno\n  due</pre>tre\nquattro", ["uno", "due", "tre quattro"]),
      ("<q>uno</q> e <b>du</b>e", ["“uno” e due"]),
      ("uno<select><option>x</select>due<svg><p>tre", ["uno due", "tre"]),
      (
        "uno <span hidden>x <b>y</b></span>due<span style='color:red; display : none'>z</span>",
        ["uno due"]
      ),
      ("<div hidden><p>x<p>y</div>uno", ["uno"]),
      ("<ruby>漢<rp>(</rp><rt>kan</rt></ruby>", ["漢"]),
    ] as [(String, [String])])
  func endsElements(html: String, expected: [String]) throws {
    #expect(try story(html) == expected)
  }
}
