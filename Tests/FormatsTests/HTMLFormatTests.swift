@testable import BitestoFormats
import BitestoAlignment
import BitestoText
import Testing

@Suite struct HTMLFormatTests {
  @Test func everyTagIsClosedInOrderAndKnown() throws {
    for bitext in [
      try NastyTrace.bitext(), try ReviewSample.bitext(), try plainTrace(), try plainAlignment(),
    ] {
      let page = try HTMLPage(text(.html, bitext))
      #expect(page.errors == [])
      #expect(page.names.subtracting(known) == [])
      #expect(page.tags.filter { $0.name == "script" }.count == 1)
    }
  }

  @Test func attributesAreTheWritersOwn() throws {
    let page = try HTMLPage(text(.html, NastyTrace.bitext()))
    let names = Set(page.tags.flatMap { $0.attributes.keys })
    #expect(names.filter { $0.hasPrefix("on") || $0 == "style" || $0 == "src" } == [])
  }

  @Test func everyIdIsUniqueAndEveryLinkLeadsSomewhere() throws {
    for bitext in [
      try NastyTrace.bitext(), try ReviewSample.bitext(), try plainTrace(), try plainAlignment(),
    ] {
      let page = try HTMLPage(text(.html, bitext))
      let ids = page.tags.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      let links = page.tags.compactMap { $0.attributes["href"] }
      #expect(!links.isEmpty)
      #expect(links.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
    }
  }

  @Test func theWordsAreOnThePageAsText() throws {
    let page = try HTMLPage(text(.html, NastyTrace.bitext()))
    let shown = page.text.unicodeScalars.filter { $0 != "\r" }
    for words in [NastyTrace.markup, NastyTrace.joined, NastyTrace.controls] {
      let expected = NastyTrace.withoutForbidden(words)
      #expect(String(String.UnicodeScalarView(shown)).contains(expected))
    }
  }

  @Test func overlappingQuotationsBecomeAFlatRowOfMarks() throws {
    let sample = try Sample(article: "T\nuno due tre quattro", reports: ["r.txt": "R\none"])
    let written = try text(
      .html,
      sample.trace([
        sample.unit(try sample.quotation("uno due tre"), try sample.passage("one")),
        sample.unit(try sample.quotation("due"), nil),
        sample.unit(try sample.quotation("tre quattro"), nil),
      ]))
    let marks = written.split(separator: "\n").first { $0.hasPrefix("<p dir=\"auto\"><span") }
    let plain = try #require(marks).replacing("<span class=\"anchor\" ", with: "<span ")
    let pieces = plain.split(separator: "</mark>").compactMap { $0.split(separator: "<mark ").last }
    #expect(
      pieces.dropLast() == [
        "class=\"matched\" data-q=\"1\">uno ", "class=\"matched unmatched\" data-q=\"2 1\">due",
        "class=\"matched\" data-q=\"1\"> ", "class=\"matched unmatched\" data-q=\"1 3\">tre",
        "class=\"unmatched\" data-q=\"3\"> quattro",
      ])
    #expect(!written.contains("<mark><mark"))
  }

  @Test func bothSidesAreInTheirLanguages() throws {
    let options = WritingOptions(languageTags: [.english: "en-GB"])
    for bitext in [try plainTrace(), try plainAlignment()] {
      let languages = try HTMLPage(text(.html, bitext, options)).tags
        .compactMap { $0.attributes["lang"] }
      #expect(Set(languages).isSuperset(of: ["en", "it", "en-GB"]))
    }
  }

  @Test func rolesAndResultsAreSaidWithoutColor() throws {
    let written = try text(.html, plainTrace())
    #expect(written.contains("<title>Il patto</title>"))
    #expect(written.contains("<h1 dir=\"auto\">Il patto</h1>"))
    #expect(written.contains("<span class=\"boilerplate\">Foto di Ugo</span>"))
    #expect(written.contains("93 %<span class=\"hidden\"> sure, strong</span>"))
    #expect(written.contains("<b>No match.</b>"))
    #expect(written.contains("1 report without a match"))
    #expect(try text(.html, plainAlignment()).contains(">no counterpart</p>"))
  }

  @Test func nothingIsAskedOfTheNetworkAndOnlyTheWritersScriptRuns() throws {
    let written = try text(.html, NastyTrace.bitext())
    #expect(!written.contains("http://") && !written.contains("https://"))
    #expect(!written.contains("url(") && !written.contains("@import"))
    #expect(written.contains("default-src 'none'"))
    #expect(written.contains("script-src 'sha256-") && !written.contains("unsafe-inline"))
  }

  /// The examples of FIPS 180-4 and of RFC 6234.
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func theDigestIsSHA256(message: String, digest: String) {
    #expect(SHA256.base64(message) == digest)
  }

  private let known: Set<String> = [
    "figure", "figcaption", "path", "input", "select", "option", "dialog", "dl", "dt", "dd", "bdi",
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "div", "kbd", "button",
    "main", "article", "section", "h1", "h2", "h3", "h4", "span", "mark", "ol", "ul", "li",
    "blockquote", "b", "time", "nav", "details", "summary", "svg", "rect", "aside", "footer",
    "script",
  ]
}
