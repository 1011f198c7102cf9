import BitestoAlignment
import BitestoEmbedding
import BitestoExtraction
import BitestoGlossary
import BitestoText
import Foundation

/// How many of the names that a reader finds in an article and its reports are proposed once, and how much else
/// is.
struct ExtractionBenchmark {
  let list: String
  let article: String
  let reports: String
  /// Whether the built-in glossary stays out, so that everything has to be found.
  let isBare: Bool
  let isVerbose: Bool

  private struct Expected {
    var kind: Entry.Kind?
    var names: [String]
  }

  func run() throws {
    let expected = try read()
    let proposals = try self.proposals()
    var found = 0
    var twice = 0
    var rightKind = 0
    var used = Set<Int>()
    for item in expected {
      let matching = proposals.indices.filter { number in
        proposals[number].entry.forms.contains { item.names.contains(Self.key($0.text)) }
      }
      used.formUnion(matching)
      guard let kind = item.kind else { continue }
      if matching.isEmpty, isVerbose { print("missed   \(item.names[0])") }
      if matching.count > 1 {
        twice += 1
        if isVerbose { print("twice    \(item.names[0])") }
      }
      found += matching.isEmpty ? 0 : 1
      if let first = matching.first {
        if proposals[first].entry.kind == kind {
          rightKind += 1
        } else if isVerbose {
          print("kind     \(item.names[0]): \(proposals[first].entry.kind.rawValue)")
        }
      }
    }
    let noise = proposals.indices.filter { !used.contains($0) }
    if isVerbose {
      for number in noise {
        let forms = proposals[number].entry.forms.map(\.text).joined(separator: ", ")
        print("noise    \(proposals[number].entry.kind.rawValue) \(forms)")
      }
    }
    let wanted = expected.count { $0.kind != nil }
    let share = Double(noise.count) / Double(max(1, proposals.count))
    print(
      "\(list): recall \(found)/\(wanted), proposed twice \(twice), kind right \(rightKind)/\(found), "
        + "noise \(noise.count)/\(proposals.count) = "
        + share.formatted(.number.precision(.fractionLength(3))))
  }

  private func read() throws -> [Expected] {
    let text = try String(contentsOfFile: list, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { return nil }
      return Expected(
        kind: Entry.Kind(rawValue: String(cells[0])),
        names: cells[1].split(separator: "|").map(Self.key))
    }
  }

  private func proposals() throws -> [Proposal] {
    let encoder = try Encoder.builtIn()
    let glossary = isBare ? .empty : try Glossary.builtIn()
    let sources = try Report.all(in: reports)
    let pool = ReportPool(sources, encoder: encoder, names: NameIndex(glossary))
    let traced = TracedArticle(
      try Document(contentsOf: article, language: .italian), to: pool)
    var side = traced.side
    side.quotations = traced.quotations
    let bitext = try QuoteTracer(pool: pool).trace(
      side, quotations: traced.quotations, includingSentences: true)
    let numbers = Dictionary(
      sources.enumerated().map { ($1.document.path, $0 + 1) }
    ) { first, _ in first }
    let links = PassageLink.links(
      of: bitext, source: 0, targets: bitext.targets.map { numbers[$0.document.path] ?? -1 })
    var options = GlossaryExtractor.Options()
    options.includesKnown = true
    return try GlossaryExtractor(encoder: encoder, glossary: glossary)
      .proposals(from: [side] + sources.map(\.side), links: links, options: options)
  }

  private static func key(_ name: some StringProtocol) -> String {
    String(name).folding(options: .diacriticInsensitive, locale: nil)
  }
}
