import BitestoAlignment

/// A report on the page with those that repeat it nearly word for word.
struct ReportGroup {
  /// The report that is shown: the original, or the first copy with a passage if only copies have.
  var leader: Int
  /// The other ones with a passage of their own.
  var copies: [Int] = []
  /// The other ones without.
  var silentCopies: [Int] = []
}

/// The reports of a trace as the page has them: those with a passage, near copies under their
/// original, and the rest.
struct ReportGroups {
  private(set) var groups: [ReportGroup] = []
  /// Those without a passage that repeat none with one.
  private(set) var unused: [Int] = []
  private let originals: [Int]

  /// Groups the reports; linear in them.
  ///
  /// - Parameter linked: the indices of the reports with a passage.
  init(_ reports: [Bitext.Side], linked: Set<Int>) {
    originals = Self.originals(of: reports)
    var members: [Int: [Int]] = [:]
    for index in reports.indices { members[originals[index], default: []].append(index) }
    var placed: Set<Int> = []
    for index in reports.indices {
      let original = originals[index]
      guard placed.insert(original).inserted, let all = members[original] else { continue }
      let shown = all.filter(linked.contains)
      guard let leader = shown.contains(original) ? original : shown.first else {
        unused += all
        continue
      }
      groups.append(
        ReportGroup(
          leader: leader, copies: shown.filter { $0 != leader },
          silentCopies: all.filter { !linked.contains($0) }))
    }
    unused.sort()
  }

  /// Whether two reports are near copies of each other.
  func areCopies(_ first: Int, _ second: Int) -> Bool {
    originals[first] == originals[second]
  }

  /// For each report the one at the end of its chain of copies; an index that leads nowhere or back
  /// ends the chain.
  private static func originals(of reports: [Bitext.Side]) -> [Int] {
    var originals: [Int?] = Array(repeating: nil, count: reports.count)
    for start in reports.indices where originals[start] == nil {
      var chain = [start]
      var seen: Set = [start]
      var end = start
      while originals[end] == nil, let next = reports[end].copyOf, reports.indices.contains(next),
        seen.insert(next).inserted
      {
        chain.append(next)
        end = next
      }
      let original = originals[end] ?? end
      for index in chain { originals[index] = original }
    }
    return originals.enumerated().map { $1 ?? $0 }
  }
}
