import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation
import Testing

/// Random numbers that are the same in every run (Knuth's MMIX generator).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

@Suite("Fidelity notes")
struct FidelityTests {
  /// A pair of a case file, and the rule expected of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var italian: String
    var english: String
    var rule: String?

    var testDescription: String { italian }

    static func read(_ name: String) -> [Case] {
      let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fidelity/\(name).txt")
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
      return text.components(separatedBy: "\n\n").compactMap { block in
        let lines = block.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        return lines.count < 2
          ? nil
          : Case(italian: lines[0], english: lines[1], rule: lines.count > 2 ? lines[2] : nil)
      }
    }
  }

  private static let checker: FidelityChecker? = {
    guard let encoder = try? Encoder.builtIn(threads: 1), let glossary = try? Glossary.builtIn()
    else { return nil }
    return FidelityChecker(names: NameIndex(glossary), words: WordLikeness(encoder: encoder))
  }()

  private func side(_ text: String, _ language: Language) throws -> Bitext.Side {
    let document = try Document(path: "a", contents: Array(text.utf8), language: language)
    return Bitext.Side(
      document: document, segments: Segmenter(language: language).segments(of: document))
  }

  /// A bitext of one unit, the whole of both texts.
  private func bitext(
    _ italian: String, _ english: String, quotation: Quotation? = nil
  ) throws -> Bitext {
    let source = try side(italian, .italian)
    let target = try side(english, .english)
    let unit = Bitext.Unit(
      source: 0..<source.document.bytes.count,
      target: .init(side: 0, range: 0..<target.document.bytes.count, confidence: 1), confidence: 1,
      quotation: quotation)
    return Bitext(kind: .trace, source: source, targets: [target], units: [unit])
  }

  private func notes(_ italian: String, _ english: String) throws -> [FidelityNote] {
    let bitext = try bitext(italian, english)
    let checker = try #require(Self.checker)
    return checker.notes(for: bitext.units[0], in: bitext)
  }

  @Test func `the case files are read`() {
    #expect(Case.read("clean").count > 40)
    #expect(Case.read("changed").count > 18)
  }

  @Test(arguments: Case.read("clean"))
  func `a faithful pair has no note`(pair: Case) throws {
    #expect(try notes(pair.italian, pair.english).map(\.message) == [])
  }

  @Test(arguments: Case.read("changed"))
  func `one change gives just its note`(pair: Case) throws {
    #expect(try notes(pair.italian, pair.english).map(\.rule.rawValue) == [pair.rule])
  }

  @Test func `a note points at the words of both sides`() throws {
    let bitext = try bitext("Ci vorranno 15 barche.", "It will take 12 boats.")
    let checker = try #require(Self.checker)
    let note = try #require(
      checker.notes(for: bitext.units[0], in: bitext).first)
    #expect(bitext.source.document.text(note.source) == "15")
    #expect(bitext.targets[0].document.text(note.target) == "12")
    #expect(note.message == "“15” stands for “12”")
    #expect(note.rule.severity == .error)
  }

  @Test func `what the sentences around a passage say is not missing`() throws {
    let source = try side("Tre barche sono affondate e 40 marinai sono salvi.", .italian)
    let target = try side("Three boats sank. All 40 sailors are safe.", .english)
    let unit = Bitext.Unit(
      source: 0..<source.document.bytes.count,
      target: .init(side: 0, range: 0..<16, confidence: 1), confidence: 1)
    let bitext = Bitext(kind: .trace, source: source, targets: [target], units: [unit])
    let checker = try #require(Self.checker)
    #expect(checker.notes(for: unit, in: bitext).isEmpty)
  }

  @Test func `marks around a reported clause are a finding, around quoted words none`() throws {
    let article = "«Il ponte riaprirà lunedì», ha detto il sindaco."
    let reports = [
      "The mayor said that the bridge would open again on Monday. \"Come and see,\" he added later.",
      "\"The bridge will open again on Monday,\" the mayor said.",
    ]
    let checker = try #require(Self.checker)
    let rules = try reports.map { text in
      let source = try side(article, .italian)
      var target = try side(text, .english)
      target.quotations = QuotationFinder(language: .english)
        .quotations(in: target.document, segments: target.segments)
      let quotation = try #require(
        QuotationFinder(language: .italian)
          .quotations(in: source.document, segments: source.segments).first)
      let end = try #require(text.range(of: "Monday")).upperBound.utf16Offset(in: text)
      let unit = Bitext.Unit(
        source: quotation.content, target: .init(side: 0, range: 1..<end, confidence: 1),
        confidence: 1, quotation: quotation)
      let bitext = Bitext(kind: .trace, source: source, targets: [target], units: [unit])
      return checker.notes(for: unit, in: bitext).map(\.rule)
    }
    #expect(rules == [[.register], []])
  }

  @Test(arguments: [(0, 1), (400, 0)])
  func `joined passages are compared as the stretch they span, unless they stand far apart`(
    sentencesBetween: Int, noteCount: Int
  ) throws {
    let source = try side("Sono 15 barche. Nessuno è rimasto ferito.", .italian)
    let first = "There are 12 boats."
    let last = "Nobody was hurt."
    let between = String(repeating: "The harbor is closed. ", count: sentencesBetween)
    let target = try side("\(first) \(between)\(last)", .english)
    let end = target.document.bytes.count
    var unit = Bitext.Unit(
      source: 0..<source.document.bytes.count,
      target: .init(side: 0, range: 0..<first.utf8.count, confidence: 1), confidence: 1)
    unit.joined = [.init(side: 0, range: (end - last.utf8.count)..<end, confidence: 1)]
    let bitext = Bitext(kind: .trace, source: source, targets: [target], units: [unit])
    let checker = try #require(Self.checker)
    #expect(checker.notes(for: unit, in: bitext).count == noteCount)
  }

  @Test func `units of a long bitext get the notes they have alone`() throws {
    var bitext = try bitext("Sono 15 barche.", "There are 12 boats.")
    let unit = bitext.units[0]
    bitext.units = (0..<1_100).map { number in
      var unit = unit
      if number % 3 == 0 { unit.target = nil }
      return unit
    }
    let checker = try #require(Self.checker)
    let notes = checker.notes(for: unit, in: bitext)
    #expect(!notes.isEmpty)
    #expect(
      bitext.checked(by: checker).units.map(\.notes)
        == bitext.units.map { $0.target == nil ? [] : notes })
  }

  @Test func `every unit of a bitext gets its notes`() throws {
    var bitext = try bitext("Sono 15 barche.", "There are 12 boats.")
    bitext.units.append(Bitext.Unit(source: 0..<4, target: nil, confidence: 1))
    let checked = bitext.checked(by: try #require(Self.checker))
    #expect(checked.units.map { $0.notes.map(\.rule) } == [[.number], []])
  }

  @Test func `no input makes it trap`() throws {
    let checker = try #require(Self.checker)
    var random = Dice(state: 7)
    let pieces = [
      "non", "1.500", "3-1", "12/05", "[", "]", "(", "…", "«", "\"", "🇧🇾", "👩‍👩‍👧", "e\u{301}",
      "\u{202E}", "milioni", "e", "mezzo", "Ucraina", "don't", "1.2.3,4", "99999999999999999999",
      "forse", ".", "alle", "18", "\u{2028}", "Ελλάδα", "中文", "а", "maggio", "0", "mila",
    ]
    for _ in 0..<12 {
      let texts = (0..<2).map { _ in
        "a "
          + (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined(separator: Bool.random(using: &random) ? " " : "")
      }
      var bitext = try bitext(texts[0], texts[1])
      let ends = [-3, 0, 1, 5, 17, 40, 9_999]
      for start in ends {
        for end in ends where end >= start {
          var unit = bitext.units[0]
          unit.source = start..<end
          unit.target?.range = start..<end
          bitext.units.append(unit)
        }
      }
      bitext.units.append(
        Bitext.Unit(
          source: 0..<1, target: .init(side: 7, range: 0..<1, confidence: 1), confidence: 1))
      let size = bitext.source.document.bytes.count
      for unit in bitext.checked(by: checker).units {
        #expect(unit.notes.allSatisfy { $0.source.upperBound <= size && $0.source.lowerBound >= 0 })
      }
    }
  }
}
