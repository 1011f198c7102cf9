import Foundation
import TestSupport
import Testing

@testable import BitestoText

private func no(_ before: String, _ after: String) -> SRXRules.Rule {
  SRXRules.Rule(breaks: false, before: before, after: after)
}

private func yes(_ before: String, _ after: String) -> SRXRules.Rule {
  SRXRules.Rule(breaks: true, before: before, after: after)
}

/// Rules for every language.
private func rules(_ rules: SRXRules.Rule...) -> SRXRules {
  SRXRules(
    path: "test.srx", ruleSets: [SRXRules.RuleSet(name: "All", rules: rules)],
    maps: [SRXRules.LanguageMap(pattern: ".*", ruleSet: "All")])
}

@Suite("Segmentation by SRX rules")
struct SRXSegmenterTests {
  /// `‖` stands at every place that breaks, before or after white space as the rules have it.
  static let passages: [(String, SRXRules)] = [
    ("Il sig. Neri c'è.‖ Poi no.", rules(no("\\bsig\\.", "\\s"), yes("\\.", "\\s"))),
    ("Il sig.‖ Neri c'è.‖ Poi no.", rules(yes("\\.", "\\s"), no("\\bsig\\.", "\\s"))),
    ("uno‖due‖tre", rules(yes("uno", ""), yes("", "tre"))),
    ("a‖b‖😀‖c", rules(yes("", ""))),
    ("A. B.", rules(no("", ""), yes("\\.", "\\s"))),
    ("Uno.Due.", rules(yes("\\.", "\\s"))),
    ("È 😀.‖ E\u{301} 👨‍👩‍👧‍👦!‖ Fine…‖ Già", rules(yes("[.!…]+", "\\s"))),
    ("1. Uno.‖ 2.‖ Due.", rules(no("^\\s*[0-9]+\\.", "\\s"), yes("\\.", "\\s"))),
    ("Uno. Due.", rules(yes("\\.", "^\\s"))),
    ("Uno. Due.‖ ", rules(yes("\\.", "\\s*$"))),
    ("a. b.‖ c", rules(yes("\\.$", ""), yes("b\\.", "\\s"))),
    ("aXb‖Xc", rules(yes("(?<!a)", "X"))),
    ("max.‖ 3ds  max. x", rules(no("(?<=3ds\\s+)max\\.", ""), yes("\\.", "\\s"))),
    ("aAAa‖ AAA", rules(yes("(?i)a{4}", ""))),
    ("strasse‖ straße‖ x", rules(yes("(?i)strasse", "\\s"))),
    ("K‖ \u{212A}‖ x", rules(yes("(?i)k", "\\s"))),
    ("a}‖b{‖c", rules(yes("[a-z]}", ""), yes("b{", ""))),
    ("a.b‖cab", rules(yes("\\Qa.b\\E", ""))),
    ("aab‖ab", rules(yes("(a|aa)(b|ba)", "a"))),
    ("aaab", rules(yes("a++a", "b"))),
    ("Ecco.‖ Eh.‖ Ma. Oh", rules(yes("(?U)\\b\\w{2,4}(?<!Ma)\\.", "\\s"))),
    ("『はい。』‖いいえ。‖", rules(yes("[。！？]』?", "(?!』)"))),
  ]

  @Test(arguments: passages)
  func `the first rule that matches decides at every place`(
    passage: String, rules: SRXRules
  ) throws {
    let text = MarkedText(passage).text
    let breaks = try SRXSegmenter(rules, language: "it").breaks(in: text)
    // A text ends at its end; no rule says so.
    let expected = passage.hasSuffix("‖") ? String(passage.dropLast()) : passage
    #expect(MarkedText.cutting(text, at: breaks) == expected)
  }

  @Test func `segments are trimmed, stay in their paragraph, and have exact offsets`() throws {
    let text = "\u{FEFF}È 😀 qui.  «Sì.» \r\n\r\n\tE\u{301} là. Già\u{2028}Fine. "
    let document = try Document(path: "-", contents: Array(text.utf8), language: .italian)
    let segments = try SRXSegmenter(rules(yes("\\.»?", "\\s")), language: "it")
      .segments(of: document)
    #expect(
      segments.map { document.text($0.range) } == [
        "È 😀 qui.", "«Sì.»", "E\u{301} là.", "Già", "Fine.",
      ])
    #expect(segments.map(\.paragraph) == [0, 0, 1, 1, 2])
  }

  @Test(arguments: [
    ("it", ["Italian"]), ("it-IT", ["Italian"]), ("IT", ["Italian"]), ("it_CH", ["Italian"]),
    ("pt", ["Portuguese"]), ("pt-BR", ["Brazilian"]), ("en", ["Default"]),
  ])
  func `a language uses the first map that matches its whole code`(
    language: String, names: [String]
  ) throws {
    #expect(try maps(cascades: false).ruleSets(for: language).map(\.name) == names)
  }

  @Test func `all maps that match count when the file cascades`() throws {
    let names = try maps(cascades: true).ruleSets(for: "it").map(\.name)
    #expect(names == ["Italian", "Default"])
  }

  private func maps(cascades: Bool) -> SRXRules {
    let maps = [
      ("[Ii][Tt].*", "Italian"), ("pt_br", "Brazilian"), ("pt-PT|pt", "Portuguese"),
      ("(?!it).*", "Default"), (".*", "Default"),
    ]
    return SRXRules(
      cascades: cascades,
      ruleSets: ["Italian", "Brazilian", "Portuguese", "Default"].map {
        SRXRules.RuleSet(name: $0, rules: [])
      },
      maps: maps.map { SRXRules.LanguageMap(pattern: $0.0, ruleSet: $0.1) })
  }

  @Test func `a language without rules is told with the patterns there are`() {
    let rules = SRXRules(
      path: "en.srx", maps: [SRXRules.LanguageMap(pattern: "EN.*", ruleSet: "English", line: 7)])
    #expect(
      throws: SRXError(
        path: "en.srx", line: 0, fault: .noMap(language: "it", patterns: ["EN.*"]))
    ) { try SRXSegmenter(rules, language: "it") }
  }

  @Test(arguments: [
    ("(a", SRXError.PatternFault.unclosedGroup), ("a)", .unopenedGroup), ("[a", .unclosedSet),
    ("*a", .danglingQuantifier), ("a\\", .finalBackslash), ("a**", .danglingQuantifier),
    ("[z-a]", .refused), ("\\p{Nix}", .refused), (String(repeating: "(", count: 300), .tooDeep),
    ("(?<x", .unclosedGroup), ("a(?#", .unclosedGroup), ("\\u12", .refused),
  ])
  func `a broken pattern is told with its rule`(
    pattern: String, reason: SRXError.PatternFault
  ) throws {
    let rules = rules(yes("\\.", "\\s"), no("\\.", pattern))
    let expected = SRXError(
      path: "test.srx", line: 0,
      fault: .badPattern(
        ruleSet: "All", rule: 2, side: .after, pattern: pattern, reason: reason))
    #expect(rules.faults() == [expected])
    #expect(throws: expected) { try SRXSegmenter(rules, language: "it") }
  }

  @Test func `maps that lead nowhere and names that stand twice are faults`() {
    let set = SRXRules.RuleSet(name: "A", rules: [yes("\\.", "")], line: 3)
    let rules = SRXRules(
      ruleSets: [set, set],
      maps: [
        SRXRules.LanguageMap(pattern: "[", ruleSet: "A", line: 8),
        SRXRules.LanguageMap(pattern: ".*", ruleSet: "B", line: 9),
      ])
    #expect(rules.faults().map(\.line) == [3, 8, 9])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pattern that would take forever is given up`() throws {
    let text = String(repeating: "è", count: 60) + ". Fine. Basta."
    let rules = rules(no("^(\\p{L}+)+X\\.", ""), yes("(\\p{L}+)+\\.", "\\s"))
    let breaks = try SRXSegmenter(rules, language: "it").breaks(in: text)
    #expect(breaks == [121, 127])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(((x{900}){900}){900})y", "(((){900}){900}){900}y", "(x|y|.)*\\.z", "(?:(?:a|b)?){500}\\.",
    ])
  func `a pattern as large as a hall does no harm`(pattern: String) throws {
    let rules = rules(no(pattern, "\\d"), yes("\\.", "\\s"))
    guard let segmenter = try? SRXSegmenter(rules, language: "it") else { return }
    #expect(segmenter.breaks(in: String(repeating: "ab", count: 900) + ". Fine.") == [1801])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a text of one long line takes no longer than its length`() throws {
    let text = String(repeating: "Città che non è più. ", count: 20_000)
    let rules = rules(no("\\w+\\s\\w+\\s(più|meno)\\.", "\\s*$"), yes("\\S+\\.", "\\s+\\p{Lu}"))
    #expect(try SRXSegmenter(rules, language: "it").breaks(in: text).count == 19_999)
  }
}
