import BitestoText

/// The quotations known and found in one text, side by side.
public struct QuotationComparison {
  public let known: [KnownQuotation]
  public let found: [Quotation]
  let document: Document
  private(set) var counts: [QuotationScore.Row: QuotationScore.Counts] = [:]
  private(set) var misses: [QuotationScore.Row: [String]] = [:]

  public init(known: [KnownQuotation], found: [Quotation], document: Document) {
    self.known = known
    self.found = found
    self.document = document
  }

  /// For each known quotation the index of the one found: of the same class and range or, where
  /// `overlapping`, sharing half of what both cover.
  public func matches(_ row: QuotationScore.Row, overlapping: Bool = false) -> [Int: Int] {
    var matches: [Int: Int] = [:]
    var taken: Set<Int> = []
    for pass in overlapping ? [false, true] : [false] {
      for (index, quotation) in known.enumerated() where quotation.kind.row == row {
        guard matches[index] == nil else { continue }
        let match = found.indices.first {
          guard found[$0].kind.row == row, !taken.contains($0) else { return false }
          return pass
            ? Self.areAlike(found[$0].content, quotation.range)
            : found[$0].content == quotation.range
        }
        guard let match else { continue }
        matches[index] = match
        taken.insert(match)
      }
    }
    return matches
  }

  mutating func run() {
    for row in [QuotationScore.Row.speech, .indirect, .scare, .title] {
      note(matches(row), in: row, of: row)
    }
    let clauses = matches(.indirect, overlapping: true)
    note(clauses, in: .overlappingIndirect, of: .indirect)
    let pairs = matches(.speech).merging(clauses) { first, _ in first }
    for (index, match) in pairs.sorted(by: { $0.key < $1.key }) {
      compareDetails(known[index], found[match])
    }
    let isSaid = { (kind: Quotation.Kind) in kind.row == .speech || kind.row == .indirect }
    add(
      pairs.count { Self.isSpeakerRight(known[$0.key], found[$0.value]) },
      found.count { isSaid($0.kind) }, known.count { isSaid($0.kind) }, to: .attributed)
  }

  /// Whether the same person, or nobody, is named for both; case does not count.
  public static func isSpeakerRight(_ known: KnownQuotation, _ found: Quotation) -> Bool {
    known.speaker?.lowercased() == found.speaker?.lowercased()
  }

  private mutating func note(
    _ matches: [Int: Int], in row: QuotationScore.Row, of kinds: QuotationScore.Row
  ) {
    let others = found.indices.filter { found[$0].kind.row == kinds }
    let expected = known.indices.filter { known[$0].kind.row == kinds }
    add(matches.count, others.count, expected.count, to: row)
    for index in expected where matches[index] == nil {
      let touching = found.filter { $0.content.overlaps(known[index].range) }
      let instead = touching.map { "\($0.kind) “\(words($0.content))”" }.joined(separator: ", ")
      misses[row, default: []].append(
        "missed \(known[index].kind) “\(words(known[index].range))”"
          + (instead.isEmpty ? "" : ", found \(instead)"))
    }
    let taken = Set(matches.values)
    for index in others where !taken.contains(index) {
      misses[row, default: []].append(
        "invented \(found[index].kind) “\(words(found[index].content))”")
    }
  }

  private mutating func compareDetails(_ known: KnownQuotation, _ found: Quotation) {
    compare(known.speaker, found.speaker, in: .speakers, known)
    compare(known.addressee, found.addressee, in: .addressees, known)
    let further = "further piece"
    compare(
      known.continues ? further : nil, found.continues == nil ? nil : further, in: .continuations,
      known)
    let name = { (outlet: Quotation.Outlet) in outlet.name }
    let nameAndRole = { (outlet: Quotation.Outlet) in "\(outlet.name)/\(outlet.role.rawValue)" }
    compare(known.outlets.map(name), found.outlets.map(name), in: .outlets, known)
    compare(known.outlets.map(nameAndRole), found.outlets.map(nameAndRole), in: .roles, known)
  }

  private mutating func compare(
    _ expected: String?, _ actual: String?, in row: QuotationScore.Row, _ known: KnownQuotation
  ) {
    compare(expected.map { [$0] } ?? [], actual.map { [$0] } ?? [], in: row, known)
  }

  private mutating func compare(
    _ expected: [String], _ actual: [String], in row: QuotationScore.Row, _ known: KnownQuotation
  ) {
    let (wanted, given) = (
      Set(expected.map { $0.lowercased() }), Set(actual.map { $0.lowercased() })
    )
    add(wanted.intersection(given).count, given.count, wanted.count, to: row)
    guard wanted != given else { return }
    let names = { (list: [String]) in list.isEmpty ? "none" : list.joined(separator: ", ") }
    misses[row, default: []].append(
      "“\(words(known.range))”: \(names(expected)), found \(names(actual))")
  }

  private mutating func add(
    _ right: Int, _ found: Int, _ known: Int, to row: QuotationScore.Row
  ) {
    counts[row, default: QuotationScore.Counts()].right += right
    counts[row, default: QuotationScore.Counts()].found += found
    counts[row, default: QuotationScore.Counts()].known += known
  }

  private func words(_ range: Range<Int>) -> String {
    let text = document.text(range).replacing("\n", with: "⏎")
    return text.count <= 70 ? text : "\(text.prefix(34)) … \(text.suffix(33))"
  }

  /// Half of what both cover belongs to both.
  private static func areAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let shared =
      min(first.upperBound, second.upperBound) - max(first.lowerBound, second.lowerBound)
    let all = max(first.upperBound, second.upperBound) - min(first.lowerBound, second.lowerBound)
    return 2 * shared >= all
  }
}
