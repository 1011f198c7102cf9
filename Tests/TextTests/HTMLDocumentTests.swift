import BitestoText
import Foundation
import Testing

struct HTMLDocumentTests {
  private static let pages = SavedPage.all(in: SavedPage.folder)
  private static let heldOut = SavedPage.all(
    in: SavedPage.folder.appendingPathComponent("held-out"))

  @Test("takes the story out of a page, and marks what stands beside it", arguments: pages)
  func readsStories(page: SavedPage) throws {
    #expect(try page.paragraphs() == page.expected)
  }

  @Test("there are pages") func hasPages() {
    #expect(Self.pages.count >= 17)
    #expect(Self.heldOut.count >= 6)
  }

  /// The floors are what was measured, cut after three decimals. The held-out pages were written before
  /// the reader was tried on them, and nobody is to change rules by them.
  @Test("finds the words of stories no worse than before")
  func keepsFigures() throws {
    try expect(Self.pages, precision: 1, recall: 1)
    try expect(Self.heldOut, precision: 0.932, recall: 1)
  }

  private func expect(_ pages: [SavedPage], precision: Double, recall: Double) throws {
    var (found, expected, common) = (0, 0, 0)
    for page in pages {
      let words = try page.words()
      found += words.found
      expected += words.expected
      common += words.common
    }
    #expect(Double(common) / Double(found) >= precision, "\(common) of \(found)")
    #expect(Double(common) / Double(expected) >= recall, "\(common) of \(expected)")
  }

  @Test("hands the page's headings and boilerplate on to segments")
  func marksSegments() throws {
    let page = try #require(Self.pages.first { $0.name == "news-article.it.html" })
    let document = try page.document()
    #expect(document.language == .italian)
    let segments = Segmenter(language: .italian).segments(of: document)
    let headings = segments.filter { $0.role == .heading }.map { document.text($0.range) }
    #expect(
      headings == ["La diga di Valforte ha tenuto, riapre la statale", "La strada riapre"])
    let marked = segments.filter { $0.role == .boilerplate }.map { document.text($0.range) }
    #expect(marked == ["di Marta Orsini, 12 novembre 2024"])
  }

  @Test("says that a page has no text")
  func refusesEmptyPages() throws {
    let url = SavedPage.folder.appendingPathComponent("no-text.html")
    #expect(throws: DocumentError.emptyPage(path: "a.html")) {
      try Document(path: "a.html", html: Array(try Data(contentsOf: url)))
    }
    #expect(throws: DocumentError.emptyPage(path: "a.html")) {
      try Document(path: "a.html", html: [])
    }
    #expect(DocumentError.emptyPage(path: "a.html").description.hasPrefix("a.html: there is no"))
  }

  @Test(
    "knows pages by their names and by their first bytes",
    arguments: [
      ("a.HTML", "x", true), ("b/a.htm", "x", true), ("a.xhtml", "x", true), (".html", "x", false),
      ("a.txt", "<!DOCTYPE html><p>x", true),
      ("-", "\u{FEFF} \n<!-- saved --><html lang=it>", true),
      ("-", "<?xml version='1.0'?>\n<!DOCTYPE HTML PUBLIC>", true), ("-", "<BODY>", true),
      ("-", "<p>Testo", false), ("-", "<!DOCTYPE htmlx>", false), ("-", "<!-- x", false),
      ("-", "", false), ("a.txt", "Il tag <html> apre la pagina.", false),
    ])
  func recognizesPages(path: String, text: String, isPage: Bool) {
    #expect((HTMLPage.isNamed(path) || HTMLPage.begins(Array(text.utf8))) == isPage)
  }

  @Test("takes the language of the text, and lang where the text does not tell")
  func findsLanguages() throws {
    func language(_ lang: String, _ text: String) throws -> Language {
      try Document(path: "a", html: Array("<html lang='\(lang)'><p>\(text)".utf8)).language
    }
    #expect(try language("it-IT", "Roma, Milano, Torino.") == .italian)
    #expect(
      try language(
        "en",
        """
        Il sindaco ha detto che non ci sono soldi per la metropolitana di Roma e che le opposizioni \
        non hanno fatto nulla per la città negli anni della crisi.
        """) == .italian)
    #expect(try language("", "Roma, Milano, Torino.") == .english)
  }
}
