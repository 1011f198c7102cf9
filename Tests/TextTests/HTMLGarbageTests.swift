import Foundation
import TestSupport
import Testing

@testable import BitestoText

/// What must hold for any bytes.
struct HTMLGarbageTests {
  private static let pieces = [
    "<p>", "</p>", "<div class='comment", "'>", "\">", "<a href=x>", "</a>", "<table><tr><td>",
    "</td>",
    "<li>", "<ul>", "</ul>", "<h1>", "</h2>", "<!--", "-->", "<script>", "</script>", "<svg>",
    "</svg>",
    "&amp;", "&#x", "<br>", "<pre>\n", "<q>", "</q>", "testo di prova, che è più lungo ", "è",
    "\u{AD}",
    "\u{2028}", "\u{A0}", "<![CDATA[", "]]>", "<title>", "<nav>", "<article>", "<span hidden>",
    "</span>",
    "\r\n", "<form>", "</form>", "<select>", "<button>", "<b", "<", ">",
  ]

  @Test("makes a sound document of any tag soup, or says that there is no text", arguments: 0..<400)
  func readsSoup(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let html = (0..<Int.random(in: 0..<120, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }
    try check(Array(html.joined().utf8))
  }

  @Test("survives any bytes", arguments: 400..<600)
  func readsBytes(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let bytes = (0..<Int.random(in: 0..<600, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : Array("<>/=\"'!-& \nab".utf8).randomElement(using: &random) ?? 0
    }
    try check(bytes)
    try check(Array("<html><meta charset=windows-1252><p>".utf8) + bytes.filter { $0 != 0 })
    try check([0xFF, 0xFE] + bytes)
  }

  private func check(_ html: [UInt8]) throws {
    guard let document = try? Document(path: "a.html", html: html) else { return }
    #expect(String(validating: document.bytes, as: UTF8.self) != nil)
    #expect(document.roles.count == document.paragraphs.count)
    for segment in Segmenter(language: .italian).segments(of: document) {
      #expect(!segment.range.isEmpty)
      #expect(document.bytes[segment.range.lowerBound] & 0xC0 != 0x80)
    }
  }

  @Test("takes time in proportion to the page, however it is nested")
  func staysLinear() throws {
    for piece in [
      "<div>", "<a href=x>", "<b><p>", "<table><tr><td>", "<!--", "<x y='", "</p>", "&#1",
    ] {
      let html = String(repeating: piece + "parola ", count: 40_000)
      let time = ContinuousClock().measure {
        _ = try? Document(path: "a.html", html: Array(html.utf8), language: .italian)
      }
      #expect(time < .seconds(5), "\(piece)")
    }
  }
}
