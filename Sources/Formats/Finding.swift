import BitestoAlignment
import BitestoText

/// Something that a check has to say about a place in a text.
public struct Finding: Sendable {
  /// What was looked at.
  public struct Rule: Hashable, Sendable {
    /// The same in every version, to be silenced or counted by.
    public var id: String
    /// One line for a person.
    public var summary: String
    public var level: FidelityRule.Severity

    public init(id: String, summary: String, level: FidelityRule.Severity) {
      self.id = id
      self.summary = summary
      self.level = level
    }
  }

  /// A stretch of a text: UTF-8 bytes.
  public struct Place: Sendable {
    public var document: Document
    public var range: Range<Int>
    /// The line, from 1, in a file that is not at hand as a text; 0 for all of that file.
    public let line: Int?

    public init(document: Document, range: Range<Int>) {
      self.document = document
      self.range = range
      line = nil
    }

    /// A line of a file too large to be kept, or all of it for line 0.
    public init(path: String, line: Int) {
      document = Document(unreadable: path, language: .english)
      range = 0..<0
      self.line = line
    }
  }

  /// ``Rule/id`` of its rule.
  public var rule: String
  public var message: String
  public var place: Place
  /// Where else to look, each with a few words that say why.
  public var related: [(place: Place, message: String)]
  /// How much this one matters; nil for what its rule says.
  public var level: FidelityRule.Severity?

  public init(
    rule: String, message: String, place: Place, related: [(place: Place, message: String)] = [],
    level: FidelityRule.Severity? = nil
  ) {
    self.rule = rule
    self.message = message
    self.place = place
    self.related = related
    self.level = level
  }
}

extension FidelityRule {
  /// The rule as findings name it.
  public var asFindingRule: Finding.Rule {
    Finding.Rule(id: rawValue, summary: summary, level: severity)
  }
}

extension Bitext {
  /// The notes on all units, those without a target in the texts left out.
  public var findings: [Finding] {
    units.flatMap { unit -> [Finding] in
      guard let target = unit.target, targets.indices.contains(target.side) else { return [] }
      let report = targets[target.side]
      return unit.notes.map { note in
        Finding(
          rule: note.rule.rawValue, message: note.message,
          place: Finding.Place(document: source.document, range: note.source),
          related: [
            (
              Finding.Place(document: report.document, range: note.target),
              report.outlet.map { "the original, \($0)" } ?? "the original"
            )
          ])
      }
    }
  }
}
