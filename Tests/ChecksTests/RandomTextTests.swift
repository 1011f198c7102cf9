import BitestoChecks
import BitestoText
import TestSupport
import Testing

/// Texts put together by chance from what rules look at.
@Suite struct RandomTextTests {
  private static let pieces = [
    "Lukashenko", "Aleksandr", "Lukashenka", "Kharkov", "KHARKOV", "Porosenko", "l'", "dell’", "d'",
    "ad",
    "la", "il", "an", "a", "Rutenia", "Mоskva", "«", "»", "\"", "“", "”", "„", " ", " ", " ", "\n",
    "\r\n",
    "\u{AD}", "\u{2060}", "\u{301}", "š", "🇧🇾", "\u{1F469}\u{200D}\u{1F680}", "<b>", "</b>", "<p>",
    "<!--",
    "-->", "bitesto: ignore", "bitesto: ignore-file", "&egrave;", "&#1083;", "&", "<", "12", "12\"",
    "https://a.b/Kiev", "@Kiev", "\u{FEFF}", "\u{0}", "𝒳", "della", "della",
    "sicurezza di garanzia", "-", ".",
  ]

  @Test(arguments: 0..<300)
  func `any text can be checked and mended`(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let count = Int.random(in: 1...60, using: &generator)
    let words = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
    let path = seed.isMultiple(of: 3) ? "page.html" : "text.txt"
    let contents = Array(words.joined().utf8)
    let language: Language = seed.isMultiple(of: 2) ? .italian : .english
    guard let text = try? CheckedText(path: path, contents: contents, language: language) else {
      return
    }
    let settings = CheckSettings(
      style: seed.isMultiple(of: 5) ? .scientific : nil,
      quotationMarks: seed.isMultiple(of: 7) ? .curly : nil)
    let checker = TextChecker(CheckSample.glossary, settings: settings)
    for finding in checker.findings(in: [text])[0] {
      let range = finding.range
      #expect(0 <= range.lowerBound && range.upperBound <= text.document.bytes.count)
      #expect(!range.isEmpty)
      // Both ends stand between code points.
      #expect(String(validating: text.document.bytes[range], as: UTF8.self) != nil)
    }
    let fixed = checker.fixed([text])[0].text
    #expect(checker.fixed([fixed])[0].text.document.bytes == fixed.document.bytes)
  }
}
