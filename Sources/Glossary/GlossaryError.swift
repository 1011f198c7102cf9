/// One thing wrong in a glossary file.
public struct GlossaryIssue: Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// Counted from 1.
  public let line: Int
  /// What is wrong and how to mend it.
  public let message: String

  public init(path: String, line: Int, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// "Glossaries/people.tsv:12: message".
  public var description: String { "\(path):\(line): \(message)" }
}

/// Everything wrong in one or more glossary files, never only the first thing.
public struct GlossaryError: Error, Hashable, Sendable, CustomStringConvertible {
  public let issues: [GlossaryIssue]

  public init(issues: [GlossaryIssue]) {
    self.issues = issues
  }

  /// One issue a line.
  public var description: String {
    issues.map(\.description).joined(separator: "\n")
  }
}
