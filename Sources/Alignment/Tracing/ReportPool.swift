import BitestoEmbedding
import BitestoText

/// The reports an article is traced to, with their sentences and quotations as vectors.
///
/// Building it is linear in the reports' length; one pool serves any number of articles.
public struct ReportPool: Sendable {
  public let reports: ReportList
  /// The sentences and quotations of all reports, report after report.
  let candidates: PassageRows
  /// For every report: who published it.
  let outlets: OutletList
  let passages: PassageEncoder

  /// - Parameter names: finds the names that both languages spell differently.
  public init(_ reports: [Report], encoder: Encoder, names: any NameFinder = NoNames()) {
    passages = PassageEncoder(encoder: encoder, evidence: SurfaceEvidence(names: names))
    var builder = PassageRowsBuilder(passages: passages)
    for report in reports { builder.add(report) }
    candidates = builder.finished()
    self.reports = ReportList(reports)
    outlets = OutletList(reports.map(\.side.outlet))
  }

  /// The reports of an index. Constant; nothing of the reports is read.
  ///
  /// - Parameter encoder: the one that the index was opened with.
  public init(_ index: ReportIndex, encoder: Encoder, names: any NameFinder = NoNames()) {
    passages = PassageEncoder(encoder: encoder, evidence: SurfaceEvidence(names: names))
    candidates = index.rows
    reports = ReportList(index)
    outlets = OutletList(index.outlets, numbers: index.outletNumbers)
  }

  /// The damage that was met while reports of an index were read; a trace made then leaves passages out.
  public var failure: ReportIndexError? { reports.index?.failure }

  /// The names of all outlets that published a report.
  public var outletNames: Set<String> { outlets.names }

  /// Finds what is traced of an Italian article: its quotations, each whole, and what has marks of its
  /// own inside them; the outlets of the reports are known.
  public var quotationFinder: QuotationFinder {
    var finder = QuotationFinder(language: .italian, knownOutlets: outletNames)
    finder.nesting = .marked
    finder.splitsAtAttributions = false
    return finder
  }

  /// Whether a row's passage can be read.
  func isSound(_ row: Int) -> Bool { reports.index?.isSound(row) ?? true }

  /// What can be compared of passages without vectors, at the places of the passages.
  func surfaces(of candidates: [[Candidate]]) -> [[PassageEncoder.Surface]] {
    var rest = passages.surfaces(
      of: candidates.joined().map { (reports[$0.report].document, $0.range) })[...]
    return candidates.map { list in
      defer { rest = rest.dropFirst(list.count) }
      return Array(rest.prefix(list.count))
    }
  }
}

/// Who published each report of a pool: each outlet once, and its number for every report.
struct OutletList: Sendable {
  let names: Set<String>
  private let keys: [OutletKey?]
  /// For every report the number of its outlet, or a number beyond them.
  private let numbers: MappedArray<UInt32>

  init(_ names: [String], numbers: MappedArray<UInt32>) {
    self.names = Set(names)
    keys = names.map(OutletKey.init)
    self.numbers = numbers
  }

  init(_ names: [String?]) {
    var distinct: [String] = []
    var places: [String: UInt32] = [:]
    let numbers = names.map { name -> UInt32 in
      guard let name else { return .max }
      if let place = places[name] { return place }
      let place = UInt32(distinct.count)
      places[name] = place
      distinct.append(name)
      return place
    }
    self.init(distinct, numbers: MappedArray(numbers))
  }

  /// All outlets of the pool.
  var all: Set<OutletKey> { Set(keys.compactMap(\.self)) }

  subscript(report: Int) -> OutletKey? {
    let number = Int(numbers[report])
    return number < keys.count ? keys[number] : nil
  }
}
