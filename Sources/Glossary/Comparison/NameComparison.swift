/// What comparing two names gave.
public struct NameComparison: Hashable, Sendable {
  public enum Verdict: String, CaseIterable, Sendable {
    /// Two spellings of one name.
    case same
    case different
    /// They may be the same; a person has to say. Never merge these.
    case unsure
  }

  /// What decided.
  public enum Cause: String, CaseIterable, Sendable {
    /// The words are written alike or sound alike, or do not.
    case spelling
    /// One entry of the glossary has both names.
    case sameEntry = "same-entry"
    /// The glossary has each name in another entry.
    case differentEntries = "different-entries"
    /// Two given names that are not forms of one.
    case givenNames = "given-names"
    /// One given name may be short for the other.
    case shortGivenName = "short-given-name"
    /// One given name is a traditional form (Alessandro) of the other.
    case traditionalGivenName = "traditional-given-name"
    /// Two given names that are not in the table and are alike only in part.
    case unknownGivenNames = "unknown-given-names"
    case patronymics
    /// The surname of a woman and that of a man.
    case gender
    /// A given name against an initial.
    case initial
    /// One word against a full name.
    case partOfName = "part-of-name"
    /// One name has words that the other lacks.
    case wordCount = "word-count"
    /// One of the two has no letters.
    case noName = "no-name"
  }

  public let verdict: Verdict
  public let cause: Cause
  /// How alike the names are: from 0.7 on they are the same, up to 0.3 different.
  public let score: Double

  /// - Parameter cost: what the most different words cost, of the `limit` that the same name may.
  init(_ verdict: Verdict, _ cause: Cause, cost: UInt16, limit: UInt16) {
    self.verdict = verdict
    self.cause = cause
    let share = Double(cost) / Double(max(limit, 1))
    score =
      switch verdict {
      case .same: 1 - 0.3 * min(share, 1)
      case .unsure: 0.69 - 0.38 * min(share / 3, 1)
      case .different: 0.3 * (1 - min(share / 6, 1))
      }
  }
}
