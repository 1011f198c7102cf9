import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation

/// Compares the notes on the links of development articles with what a reader found, and counts how many
/// changes made on purpose are found.
///
/// A link that the reader's table does not list is taken to be wrong and left out.
struct FidelityBenchmark {
  private var facts = ""
  private var data = ""
  private var corpora = "Corpora"
  private var half: String?
  private var isVerbose = false

  init(arguments: [String]) throws {
    var paths: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--verbose": isVerbose = true
      case "--half": half = rest.popFirst()
      default: paths.append(argument)
      }
    }
    guard paths.count == 3 else { throw FidelityFacts.Failure("FACTS DATA CORPORA are needed") }
    (facts, data, corpora) = (paths[0], paths[1], paths[2])
  }

  func run() throws {
    let rows = try FidelityFacts(contentsOf: facts).rows
    let encoder = try Encoder.builtIn()
    let names = NameIndex(try Glossary.builtIn())
    let checker = FidelityChecker(
      names: names, words: WordLikeness(encoder: encoder))
    var pools: [String: ReportPool] = [:]
    var score = FidelityScore(isVerbose: isVerbose)
    for (place, rows) in Dictionary(grouping: rows, by: \.place).sorted(by: { $0.key < $1.key }) {
      let (article, sources) = paths(of: place)
      let pool =
        try pools[sources]
        ?? ReportPool(Report.all(in: sources), encoder: encoder, names: names)
      pools[sources] = pool
      let quoting = TracedArticle(
        try Document(contentsOf: article, language: .italian), to: pool)
      let traced = try QuoteTracer(pool: pool).trace(
        quoting.side, quotations: quoting.quotations)
      let clock = ContinuousClock()
      var bitext = traced
      score.seconds +=
        clock.measure { bitext = traced.checked(by: checker) }
        / .seconds(1)
      let index = CodePointIndex(bitext.source.document.bytes)
      for unit in bitext.units where unit.target != nil {
        let range = unit.source.map(index.codePoints)
        guard let row = rows.first(where: { $0.range == range }), half == nil || row.half == half
        else { continue }
        score.count(unit, in: bitext, row)
        for change in FidelityMutation.all {
          guard let changed = try change.applied(to: unit, in: bitext) else { continue }
          score.count(
            change, before: unit, changed,
            checker.notes(for: changed.units[0], in: changed))
        }
      }
    }
    score.report()
  }

  private func paths(of place: FidelityFacts.Place) -> (article: String, sources: String) {
    switch place.set {
    case "trace", "digest":
      ("\(data)/\(place.set)/articles/\(place.article)", "\(data)/trace/sources")
    case "seed": ("\(data)/seed/\(place.article)", "\(data)/seed/reports")
    default: ("\(corpora)/\(place.set)/\(place.article)", "\(corpora)/\(place.set)/reports")
    }
  }
}

/// What a reader found: which rules truly apply to which links.
struct FidelityFacts {
  struct Failure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
  }

  /// An article of a set.
  struct Place: Hashable, Comparable {
    var set: String
    var article: String

    static func < (a: Place, b: Place) -> Bool { (a.set, a.article) < (b.set, b.article) }
  }

  struct Row {
    var place: Place
    /// The quotation in the article, in code points.
    var range: Range<Int>
    var half: String
    var rules: Set<String>
    /// Rules that one reader may see broken and another not.
    var arguable: Set<String>
  }

  let rows: [Row]

  init(contentsOf path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    rows = try lines.filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let start = Int(cells[2]), let end = Int(cells[3]), start <= end
      else {
        throw Failure("\(path): cannot read “\(line)”")
      }
      let rules = cells[5].split(separator: ",").map(String.init)
      return Row(
        place: Place(set: cells[0], article: cells[1]), range: start..<end, half: cells[4],
        rules: Set(rules.filter { !$0.hasSuffix("?") }),
        arguable: Set(rules.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) }))
    }
  }
}
