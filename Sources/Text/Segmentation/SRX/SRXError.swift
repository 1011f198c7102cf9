/// What is wrong with segmentation rules; its description says where, what, and what to do.
public struct SRXError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Fault: Hashable, Sendable {
    case notXML(String)
    case notSRX(root: String)
    case unreadableEncoding(String)
    /// Entities of its own could make a small file a huge one.
    case declaresEntities
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case noRules
    /// An attribute with a value that SRX does not know.
    case badValue(attribute: String, value: String)
    case unknownElement(name: String)
    /// A map without one of its two attributes.
    case missingAttribute(element: String, attribute: String)
    /// `rule` counts from 1 within the set.
    case badPattern(ruleSet: String, rule: Int, side: Side, pattern: String, reason: PatternFault)
    case badLanguagePattern(pattern: String, reason: PatternFault)
    case unknownRuleSet(name: String, known: [String])
    case duplicateRuleSet(name: String, earlierLine: Int)
    /// No map matches; `patterns` are those of the file.
    case noMap(language: String, patterns: [String])
  }

  public enum Side: String, Hashable, Sendable {
    case before = "beforebreak"
    case after = "afterbreak"
  }

  /// Why a pattern is no regular expression, as exactly as that can be known.
  public enum PatternFault: Hashable, Sendable {
    case unclosedGroup, unopenedGroup, unclosedSet, danglingQuantifier, finalBackslash, tooDeep
    /// ICU, which runs the patterns, does not take it.
    case refused

    var text: String {
      switch self {
      case .unclosedGroup: "a “(” is never closed"
      case .unopenedGroup: "a “)” has no “(”; write “\\)” for the mark itself"
      case .unclosedSet: "a “[” is never closed; write “\\[” for the mark itself"
      case .danglingQuantifier: "a “*”, “+” or “?” has nothing to repeat"
      case .finalBackslash: "it ends in a single backslash"
      case .tooDeep: "its groups are nested too deep"
      case .refused: "ICU cannot read it as a regular expression"
      }
    }
  }

  public var path: String
  /// From 1; 0 when it is not known.
  public var line: Int
  public var fault: Fault

  public init(path: String, line: Int, fault: Fault) {
    self.path = path
    self.line = line
    self.fault = fault
  }

  public var description: String {
    "\(path.isEmpty ? "SRX rules" : path)\(line > 0 ? ":\(line)" : ""): \(what)"
  }

  /// The description without the place.
  public var what: String {
    switch fault {
    case .notXML(let reason): "this is not well-formed XML: \(reason)"
    case .notSRX(let root):
      "this is not an SRX file: its root element is <\(root)>; export the rules as SRX 2.0"
    case .unreadableEncoding(let name):
      "this cannot be read as \(name); save it as UTF-8"
    case .declaresEntities:
      "it declares entities of its own; write the characters themselves"
    case .tooLarge(let limit): "it is larger than \(limit / 1_000_000) MB; split it by language"
    case .tooDeep(let limit): "its elements are nested more than \(limit) deep"
    case .noRules: "there is no rule in it; is this the right file?"
    case .badValue(let attribute, let value):
      "\(attribute)=\"\(value)\" is neither “yes” nor “no”"
    case .unknownElement(let name):
      "SRX has no element <\(name)>, so it is passed over; is the name misspelled?"
    case .missingAttribute(let element, let attribute):
      "<\(element)> has no \(attribute); add it"
    case .badPattern(let ruleSet, let rule, let side, let pattern, let reason):
      "rule \(rule) of “\(ruleSet)”: \(side.rawValue) “\(Self.shown(pattern))”: \(reason.text)"
    case .badLanguagePattern(let pattern, let reason):
      "languagepattern “\(Self.shown(pattern))”: \(reason.text)"
    case .unknownRuleSet(let name, let known):
      "there is no languagerule “\(name)”; there is "
        + (known.isEmpty ? "none" : known.map { "“\($0)”" }.joined(separator: ", "))
    case .duplicateRuleSet(let name, let earlierLine):
      "a second languagerule “\(name)”; line \(earlierLine) has the first: rename one of them"
    case .noMap(let language, let patterns):
      "no rules for the language “\(language)”; the languagepatterns are "
        + (patterns.isEmpty ? "none" : patterns.map { "“\($0)”" }.joined(separator: ", "))
    }
  }

  /// On one line, and not longer than a message can bear.
  private static func shown(_ pattern: String) -> String {
    let line = pattern.replacing("\n", with: "⏎").replacing("\t", with: "⇥")
    return line.count > 120 ? "\(line.prefix(119))…" : line
  }
}
