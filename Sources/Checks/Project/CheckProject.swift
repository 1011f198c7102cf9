import BitestoGlossary
import BitestoSuggestion

/// A house's settings, as its file `bitesto.json` has them.
///
///     {
///       // JSON5: comments and trailing commas are welcome.
///       glossaries: ["glossary/house.tsv"],
///       style: "scientific",
///       quotationMarks: "guillemets",
///       rules: {"unknown-variant": "off", "off-style": "error"},
///       baseline: "known-findings.json",
///     }
public struct CheckProject: Sendable {
  /// What the file is called.
  public static let fileName = "bitesto.json"

  public var path: String
  /// As the file names them: relative to its folder.
  public var glossaries: [String] = []
  public var baseline: String?
  public var settings = CheckSettings()
  /// The line that names the style, for messages about it.
  public private(set) var styleLine = 1

  private enum Key: String, CaseIterable {
    case glossaries, style, quotationMarks, rules, baseline
  }

  /// Reads a file.
  ///
  /// - Throws: ``SettingsError`` with the line of the first mistake.
  public init(path: String, bytes: [UInt8]) throws(SettingsError) {
    self.path = path
    let value = try JSON5Reader.value(of: bytes, path: path)
    guard let members = value.object else {
      throw error(value.line, "expected an object, found \(value.kind)")
    }
    for member in members {
      guard let key = Key(rawValue: member.key) else {
        throw error(
          member.line, unknown("key", member.key, among: Key.allCases.map(\.rawValue)))
      }
      try read(member.value, as: key)
    }
  }

  private mutating func read(_ value: JSON5Value, as key: Key) throws(SettingsError) {
    switch key {
    case .glossaries:
      guard let list = value.list else { throw expected("a list of files", key, value) }
      for item in list {
        guard let path = item.text else { throw expected("a list of files", key, item) }
        glossaries.append(path)
      }
    case .style:
      settings.style = Style(rawValue: try text(value, key))
      styleLine = value.line
    case .quotationMarks:
      let name = try text(value, key)
      guard let marks = QuotationStyle(rawValue: name) else {
        throw error(
          value.line,
          unknown("quotation marks", name, among: QuotationStyle.allCases.map(\.rawValue)))
      }
      settings.quotationMarks = marks
    case .rules:
      guard let members = value.object else {
        throw expected("an object of rules and severities", key, value)
      }
      for member in members { try readRule(member) }
    case .baseline:
      baseline = try text(value, key)
    }
  }

  private mutating func readRule(_ member: JSON5Value.Member) throws(SettingsError) {
    guard let rule = CheckRule(rawValue: member.key) else {
      throw error(
        member.line, unknown("rule", member.key, among: CheckRule.allCases.map(\.rawValue)))
    }
    let levels = CheckRule.Severity.allCases.map(\.rawValue) + ["off"]
    guard let name = member.value.text else {
      throw error(
        member.value.line,
        "the severity of '\(rule.rawValue)' must be a text, but is \(member.value.kind)")
    }
    let severity = CheckRule.Severity(rawValue: name)
    if severity == nil, name != "off" {
      throw error(member.value.line, unknown("severity", name, among: levels))
    }
    settings.severities[rule] = .some(severity)
  }

  private func text(_ value: JSON5Value, _ key: Key) throws(SettingsError) -> String {
    guard let text = value.text else { throw expected("a text", key, value) }
    return text
  }

  private func expected(_ what: String, _ key: Key, _ value: JSON5Value) -> SettingsError {
    error(value.line, "'\(key.rawValue)' must be \(what), but is \(value.kind)")
  }

  private func error(_ line: Int, _ message: String) -> SettingsError {
    SettingsError(path: path, line: line, message: message)
  }

  private func unknown(_ what: String, _ name: String, among known: [String]) -> String {
    let near = didYouMean(name, among: known)
    return "unknown \(what) '\(name)'"
      + (near.isEmpty ? "; expected one of " + known.joined(separator: ", ") : near)
  }
}
