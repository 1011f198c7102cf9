/// Something in a translation memory that is not as it should be.
public struct MemoryProblem: Hashable, Sendable, CustomStringConvertible {
  public var rule: MemoryRule
  /// From 1; 0 when no line is to blame.
  public var line: Int
  public var message: String

  public init(_ rule: MemoryRule, line: Int, _ message: String) {
    self.rule = rule
    self.line = line
    self.message = message
  }

  public var description: String { "line \(line): \(message)" }
}

/// What can be wrong with a translation memory.
public enum MemoryRule: String, CaseIterable, Sendable {
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Other tools may well read it; worth a look.
    case note
    /// Some tools read it otherwise, or not.
    case warning
    /// Against the standard, or words are lost.
    case error

    public static func < (one: Severity, other: Severity) -> Bool {
      allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
    }
  }

  /// The only one whose units are not read.
  case unreadableUnit = "unreadable-unit"
  case malformedXML = "malformed-xml"
  case truncated = "truncated-file"
  case secondDocument = "second-document"
  case missingHeader = "missing-header"
  case unknownElement = "unknown-element"
  case oldLanguageAttribute = "old-language-attribute"
  case missingLanguage = "missing-language"
  case missingSegment = "missing-segment"
  case strayText = "stray-text"

  public var severity: Severity {
    switch self {
    case .oldLanguageAttribute: .note
    case .unknownElement, .strayText: .warning
    default: .error
    }
  }

  /// One line for a person.
  public var summary: String {
    switch self {
    case .unreadableUnit: "A unit cannot be read and is left out"
    case .malformedXML: "The file is not well-formed XML; what was meant was read"
    case .truncated: "The file stops in the middle"
    case .secondDocument: "After the end of the memory another begins"
    case .missingHeader: "The memory has no header"
    case .unknownElement: "An element that TMX does not have"
    case .oldLanguageAttribute: "“lang” where TMX 1.4 has “xml:lang”"
    case .missingLanguage: "A variant without a language"
    case .missingSegment: "A variant without a segment"
    case .strayText: "Text where none may stand"
    }
  }
}
