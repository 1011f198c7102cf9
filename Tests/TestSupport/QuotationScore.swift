import BitestoText

/// How the quotations found in some texts compare with those known to be there.
public struct QuotationScore: Sendable {
  /// What is counted.
  public enum Row: String, CaseIterable, Sendable {
    /// Words between marks that somebody said, direct or mixed: the very same range.
    case speech = "marked speech"
    /// Reported clauses, the very same range.
    case indirect = "reported clauses, exact"
    /// Reported clauses that share half with what was found.
    case overlappingIndirect = "reported clauses, half"
    case scare = "marked, not said"
    case title = "titles"
    /// On speech and clauses that were found: who said it.
    case speakers
    case addressees
    /// On the same: the outlets' names.
    case outlets
    /// Names and roles.
    case roles = "outlets with roles"
    /// On the same: that they go on with the quotation before.
    case continuations = "further pieces"
    /// Speech and clauses found, with the right speaker or rightly without.
    case attributed = "quotations with speakers"
  }

  public struct Counts: Sendable {
    public var right = 0
    public var found = 0
    public var known = 0

    public init() {}

    /// 1 where nothing was found.
    public var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    /// 1 where nothing is to be found.
    public var recall: Double { known == 0 ? 1 : Double(right) / Double(known) }
  }

  public private(set) var counts: [Row: Counts] = [:]
  /// What is missing or wrong, each with its file and words.
  public private(set) var misses: [Row: [String]] = [:]

  public init() {}

  public mutating func add(
    _ known: [KnownQuotation], found: [Quotation], in document: Document, name: String
  ) {
    var comparison = QuotationComparison(known: known, found: found, document: document)
    comparison.run()
    for (row, count) in comparison.counts {
      counts[row, default: Counts()].right += count.right
      counts[row, default: Counts()].found += count.found
      counts[row, default: Counts()].known += count.known
    }
    for (row, notes) in comparison.misses {
      misses[row, default: []] += notes.map { "\(name): \($0)" }
    }
  }
}

extension Quotation.Kind {
  /// Direct and mixed are one: words between marks that somebody said.
  var row: QuotationScore.Row {
    switch self {
    case .direct, .mixed: .speech
    case .indirect: .indirect
    case .scare: .scare
    case .title: .title
    }
  }
}
