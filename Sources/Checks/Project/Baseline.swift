/// Findings that are known and not reported again.
///
/// A finding is known by its text's path, its rule and its words, as often as they were found:
/// lines that move do not matter, one more of the same is new.
public struct Baseline: Sendable {
  struct Key: Hashable, Comparable, Sendable {
    var path: String
    var rule: String
    var text: String

    static func < (first: Key, second: Key) -> Bool {
      (first.path, first.rule, first.text) < (second.path, second.rule, second.text)
    }
  }

  private var counts: [Key: Int] = [:]

  /// What the paths of texts are in the file.
  private let naming: @Sendable (String) -> String

  /// - Parameter naming: turns a text's path into the one that the file has, such as one relative
  ///   to it.
  public init(
    _ findings: [CheckFinding], naming: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.naming = naming
    for finding in findings { counts[Key(finding, naming), default: 0] += 1 }
  }

  /// Reads what ``json`` wrote.
  ///
  /// - Throws: ``SettingsError`` with the line of the first mistake.
  public init(
    path: String, bytes: [UInt8], naming: @escaping @Sendable (String) -> String = { $0 }
  ) throws(SettingsError) {
    self.naming = naming
    let value = try JSON5Reader.value(of: bytes, path: path)
    func error(_ value: JSON5Value, _ message: String) -> SettingsError {
      SettingsError(path: path, line: value.line, message: message)
    }
    guard let findings = value.object?.first(where: { $0.key == "findings" })?.value.list else {
      throw error(value, "expected an object with a list of 'findings'; --write-baseline makes one")
    }
    for finding in findings {
      let members = finding.object ?? []
      func member(_ key: String) -> JSON5Value? { members.first { $0.key == key }?.value }
      guard let path = member("path")?.text, let rule = member("rule")?.text,
        let text = member("text")?.text
      else { throw error(finding, "a finding must have a path, a rule and a text") }
      let count = member("count").map { $0.number } ?? 1
      guard let count, count > 0 else { throw error(finding, "'count' must be a number above 0") }
      counts[Key(path: path, rule: rule, text: text), default: 0] += count
    }
  }

  /// The findings that are new, in order: of the same kind the first ones are the known ones.
  public func new(in findings: [CheckFinding]) -> [CheckFinding] {
    var left = counts
    return findings.filter { finding in
      let key = Key(finding, naming)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }

  /// The baseline as a file, one finding a line, sorted: what changes is a diff of few lines.
  public var json: [UInt8] {
    let lines = counts.sorted { $0.key < $1.key }.map { key, count in
      "    {\"path\": \(Self.quoted(key.path)), \"rule\": \(Self.quoted(key.rule)), "
        + "\"text\": \(Self.quoted(key.text)), \"count\": \(count)}"
    }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return Array("{\n  \"version\": 1,\n  \"findings\": \(list)\n}\n".utf8)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Baseline.Key {
  fileprivate init(_ finding: CheckFinding, _ naming: (String) -> String) {
    self.init(path: naming(finding.document.path), rule: finding.rule.rawValue, text: finding.text)
  }
}
