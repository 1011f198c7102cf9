/// The reports of a pool, in order. Those of an index are read when they are first asked for.
public struct ReportList: RandomAccessCollection, Sendable {
  private enum Storage {
    case reports([Report])
    case index(ReportIndex)
  }

  private let storage: Storage

  init(_ reports: [Report]) {
    storage = .reports(reports)
  }

  init(_ index: ReportIndex) {
    storage = .index(index)
  }

  /// The index that the reports stand in, if they do.
  var index: ReportIndex? {
    guard case .index(let index) = storage else { return nil }
    return index
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .reports(let reports): reports.count
    case .index(let index): index.count
    }
  }

  public subscript(number: Int) -> Report {
    switch storage {
    case .reports(let reports): reports[number]
    case .index(let index): index.report(number)
    }
  }
}
