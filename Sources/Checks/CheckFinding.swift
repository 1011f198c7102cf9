import BitestoText

/// Something that a check has to say about a place in a text.
public struct CheckFinding: Sendable {
  public var rule: CheckRule
  public var severity: CheckRule.Severity
  /// The text as it is in the file.
  public var document: Document
  /// UTF-8 bytes in the document.
  public var range: Range<Int>
  /// One sentence for the reader.
  public var message: String
  /// What may be written instead of the words in the range, the best first.
  public var suggestions: [String]
  /// The glossary entry that it is about.
  public var entry: String?
  /// What `--fix` does; nil when that is for a person to decide.
  public var fix: Fix?
  /// Where the other text has its words.
  public var related: (document: Document, range: Range<Int>)?

  public init(
    rule: CheckRule, severity: CheckRule.Severity, document: Document, range: Range<Int>,
    message: String, suggestions: [String] = [], entry: String? = nil, fix: Fix? = nil,
    related: (document: Document, range: Range<Int>)? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.document = document
    self.range = range
    self.message = message
    self.suggestions = suggestions
    self.entry = entry
    self.fix = fix
    self.related = related
  }

  /// The words that it is about.
  public var text: String { document.text(range) }
}

/// Edits that belong together: all are done or none.
public struct Fix: Hashable, Sendable {
  /// New words for a stretch of a text.
  public struct Edit: Hashable, Sendable {
    /// UTF-8 bytes.
    public var range: Range<Int>
    public var replacement: String

    public init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  public var edits: [Edit]

  public init(_ edits: [Edit]) {
    self.edits = edits
  }
}
