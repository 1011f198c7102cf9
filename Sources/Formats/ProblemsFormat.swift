import BitestoAlignment
import BitestoMemory
import BitestoText

/// What is wrong with translation memories, for people and for tools.
public enum ProblemsFormat: String, CaseIterable, Sendable {
  /// A line for each: file, line, severity, rule and what to do.
  case text
  case json
  /// SARIF 2.1.0.
  case sarif

  /// What is written, in order.
  public enum Item: Sendable {
    case problem(path: String, MemoryProblem)
    /// As many more of a rule in a file, which are not written one by one.
    case more(path: String, MemoryRule, count: Int)
  }

  /// Writes items as they come, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Throws: what `sink` throws.
  public func write(
    _ items: some Sequence<Item>, toolVersion: String, style: TerminalStyle = .plain,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    switch self {
    case .text:
      var output = ByteOutput(sink: sink)
      for item in items {
        output.raw(Self.line(item, style) + "\n")
        try output.flushIfLarge()
      }
      try output.finish()
    case .json:
      var json = JSONOutput(ByteOutput(sink: sink))
      try Self.write(items, to: &json)
      var output = json.finished()
      try output.finish()
    case .sarif:
      let rules = MemoryRule.allCases.map {
        Finding.Rule(id: $0.rawValue, summary: $0.summary, level: $0.severity.asLevel)
      }
      try SARIFLog(rules: rules, toolVersion: toolVersion)
        .write(items.lazy.map(\.asFinding), to: sink)
    }
  }

  private static func line(_ item: Item, _ style: TerminalStyle) -> String {
    let rule = item.rule
    let color: KeyPath<TerminalStyle, String> =
      switch rule.severity {
      case .error: \.poor
      case .warning: \.fair
      case .note: \.good
      }
    let severity =
      style.dressed(rule.severity.rawValue, color) + style.dressed("[\(rule.rawValue)]", \.faint)
    let path = TerminalText.line(item.path)
    switch item {
    case .problem(_, let problem):
      let place = problem.line > 0 ? "\(path):\(problem.line):" : "\(path):"
      return "\(style.dressed(place, \.strong)) \(severity) \(TerminalText.line(problem.message))"
    case .more(_, _, let count):
      return "\(style.dressed(path + ":", \.strong)) \(severity) … and \(grouped(count)) more"
    }
  }

  /// "12,340".
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
    }.joined()
  }

  private static func write(_ items: some Sequence<Item>, to json: inout JSONOutput) throws {
    var more: [(path: String, rule: MemoryRule, count: Int)] = []
    try json.object(.lines) { json in
      json.key("problems")
      try json.array(.lines) { json in
        for item in items {
          switch item {
          case .more(let path, let rule, let count): more.append((path, rule, count))
          case .problem(let path, let problem):
            json.object { json in
              json.member("rule", problem.rule.rawValue)
              json.member("severity", problem.rule.severity.rawValue)
              json.member("path", path)
              json.member("line", problem.line)
              json.member("message", problem.message)
            }
            try json.flushIfLarge()
          }
        }
      }
      json.key("more")
      json.array(.lines) { json in
        for (path, rule, count) in more {
          json.object { json in
            json.member("rule", rule.rawValue)
            json.member("severity", rule.severity.rawValue)
            json.member("path", path)
            json.member("count", count)
          }
        }
      }
    }
  }
}

extension ProblemsFormat.Item {
  public var rule: MemoryRule {
    switch self {
    case .problem(_, let problem): problem.rule
    case .more(_, let rule, _): rule
    }
  }

  fileprivate var path: String {
    switch self {
    case .problem(let path, _), .more(let path, _, _): path
    }
  }

  fileprivate var asFinding: Finding {
    switch self {
    case .problem(let path, let problem):
      Finding(
        rule: rule.rawValue, message: problem.message,
        place: Finding.Place(path: path, line: problem.line))
    case .more(let path, _, let count):
      Finding(
        rule: rule.rawValue, message: "and \(count) more",
        place: Finding.Place(path: path, line: 0))
    }
  }
}

extension MemoryRule.Severity {
  fileprivate var asLevel: FidelityRule.Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
