import Foundation
import TestSupport
import Testing

@testable import BitestoText

@Suite("The SRX engine against a slow one")
struct SRXReferenceTests {
  /// Rules of the shapes that real files have, `=` before those that break.
  private static let rules = [
    "\\bMr\\.|\\s", "(?i)\\bvs\\.|\\s", "\\s[Ss]ig\\.|\\s", "\\b(?i)à\\.|\\s", "p\\. ?es\\.|",
    "\\b[Nn]°\\.|\\s", "(^|\\s)\\p{Lu}\\.|\\s", "^\\s*[0-9]+\\.|\\s", "\\b\\p{L}\\.|\\s\\p{Ll}",
    "\\b(art|n|cfr?)\\.|\\s\\d", "[.!?…][\"'»”\\)\\]\\}]?\\u0002?|\\s+\\p{Ll}",
    "\\b(?iu)prof\\.\\s|",
    "[\\p{Ll}&&[^aeiou]]+\\.\\s|", "(?<!3ds )[Mm]ax\\.|\\s",
    "=\\w+[\\p{Pe}\\p{Po}\"]*[.?!:]+[\\p{Pe}\\p{Po}\"]*|\\s",
    "=[.?!…]+[\"'»”)]*|\\s+[\"«“(]*\\p{Lu}",
    "=[\\.!?…]++|\\s(?=\\S)", "=|\\t", "=[^\\s\\w]\\)|", "=\\S\\t+|",
    "=(?s:.)\\u2026\\s*[\\]\\}]+|.",
    "=[:]+[\\p{Pe}\"-[\\u002C\\u003A]]*|\\s+\\P{Lu}", "=(?>a+)b|\\B", "=(?i)straße|\\W",
    "=\\b\\S{1,4}\\?|[^-\\p{L}]", "=[\\[(]\\.{3}[\\])]|\\s", "=(?i:[k-m])‑|(?-i:\\p{Lu})",
  ].map { line in
    let breaks = line.hasPrefix("=")
    let sides = line.drop { $0 == "=" && breaks }
    // The bar between the sides is the last one.
    let bar = sides.lastIndex(of: "|") ?? sides.endIndex
    return SRXRules.Rule(
      breaks: breaks, before: String(sides[..<bar]),
      after: String(sides[sides.index(after: bar)...]))
  }

  private static let pieces = [
    "Mr", "sig", "Sig", "vs", "VS", "À", "à", "p. es", "n°", "N", "R", "art", "5", "12", "prof",
    "PROF", "max", "3ds max", "casa", "È", "straße", "STRASSE", "aab", "\u{212A}", "ſ", "e\u{301}",
    "😀", "Жук", "。", "\u{AD}", "\u{2}", "k‑", ".", ".", ".", ".", "...", "…", "!", "?", ":", "»",
    "«", "\"", "”", ")", "(", "[", "]", ",", "’", "-", " ", " ", " ", " ", " ", "\t", "\u{A0}",
    " A", " b",
  ]

  @Test(arguments: 0..<40)
  func `both break random texts at the same places`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let chosen = Self.rules.shuffled(using: &random).prefix(12)
    let rules = SRXRules(
      ruleSets: [SRXRules.RuleSet(name: "All", rules: Array(chosen))],
      maps: [SRXRules.LanguageMap(pattern: ".*", ruleSet: "All")])
    let (reference, segmenter) = (
      try SRXReference(rules.ruleSets), try SRXSegmenter(rules, language: "it")
    )
    for _ in 0..<20 {
      let text = (0..<12).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let (expected, found) = (reference.breaks(in: text), segmenter.breaks(in: text))
      #expect(found == expected, "\(text) \(chosen.map { "\($0.before)|\($0.after)" })")
    }
  }

  @Test(arguments: [
    "\\w", "\\W", "\\s", "\\S", "\\d", ".", "\\p{L}", "\\P{Lu}", "\\p{Ll}", "\\p{P}", "[^\\p{Pe}a]",
    "[\\p{Po}\\p{Pf}»]", "(?i)k", "(?i)[r-tÀ-Ö]", "[^a-zà]", "\\p{Sc}", "\\p{Zs}", "(?i)ö", "\\h",
    "[\\w&&[^a]]",
  ])
  func `a set knows only what ICU knows, too`(pattern: String) throws {
    var reader = RegexReader(pattern)
    let program = RegexProgram(try reader.read(), .forward)
    let expression = try NSRegularExpression(pattern: pattern)
    var known = 0
    for range in [0x01..<0x530, 0x1E90..<0x1EA0, 0x2000..<0x2100, 0x2126..<0x2130, 0xFB00..<0xFB08]
    {
      for value in range {
        let units = [UInt16(value)]
        let answer = units.withUnsafeBufferPointer { program.answer(UnitText($0), at: 0) }
        if answer == .unknown { continue }
        known += 1
        let text = String(decoding: units, as: UTF16.self)
        let match = expression.firstMatch(in: text, range: NSRange(location: 0, length: 1))
        #expect((match != nil) == (answer == .yes), "U+\(String(value, radix: 16))")
      }
    }
    #expect(known > 100 || pattern == "\\h" || pattern.contains("&&"))
  }
}
