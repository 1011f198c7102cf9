import BitestoAlignment
import BitestoChecks
import BitestoText

/// The findings of `check`, for people and for tools.
public enum ChecksFormat: String, CaseIterable, Sendable {
  /// File, line and column, the line itself with a caret under the words, the suggestion.
  case text
  case json
  /// SARIF 2.1.0.
  case sarif
  /// GitHub's workflow commands, which become annotations of a pull request.
  case github

  /// Writes findings in their order, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Throws: what `sink` throws.
  public func write(
    _ findings: [CheckFinding], toolVersion: String, style: TerminalStyle = .plain,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    switch self {
    case .sarif:
      let log = SARIFLog(
        rules: CheckRule.allCases.map(\.asFindingRule), toolVersion: toolVersion)
      try log.write(findings.map(\.asFinding), to: sink)
    case .text:
      var output = ByteOutput(sink: sink)
      var report = FindingReport(style: style)
      for finding in findings {
        report.write(finding, to: &output)
        try output.flushIfLarge()
      }
      try output.finish()
    case .json:
      var output = ByteOutput(sink: sink)
      var json = JSONOutput(output)
      try write(findings, to: &json)
      output = json.finished()
      try output.finish()
    case .github:
      var output = ByteOutput(sink: sink)
      var positions = TextPositions()
      for finding in findings {
        output.raw(Self.workflowCommand(finding, &positions))
        try output.flushIfLarge()
      }
      try output.finish()
    }
  }

  // MARK: JSON

  private func write(_ findings: [CheckFinding], to json: inout JSONOutput) throws {
    var positions = TextPositions()
    try json.object(.lines) { json in
      json.key("findings")
      try json.array(.lines) { json in
        for finding in findings {
          json.object { $0.members(of: finding, &positions) }
          try json.flushIfLarge()
        }
      }
    }
  }

  // MARK: GitHub

  /// "::warning file=…,line=…,col=…,endColumn=…,title=…::message".
  private static func workflowCommand(
    _ finding: CheckFinding, _ positions: inout TextPositions
  ) -> String {
    let region = positions.region(of: finding.place)
    let command = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties = [
      "file=\(escapedProperty(finding.document.path))", "line=\(region.start.line)",
      "endLine=\(region.end.line)",
    ]
    if region.start.line == region.end.line {
      properties += ["col=\(region.start.column)", "endColumn=\(region.end.column)"]
    }
    properties.append("title=\(finding.rule.rawValue)")
    return "::\(command) \(properties.joined(separator: ","))::\(escaped(finding.message))\n"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case "\r\n": "%0D%0A"
      default: String(character)
      }
    }.joined()
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}

extension JSONOutput {
  fileprivate mutating func members(of finding: CheckFinding, _ positions: inout TextPositions) {
    let region = positions.region(of: finding.place)
    member("rule", finding.rule.rawValue)
    member("severity", finding.severity.rawValue)
    member("path", finding.document.path)
    member("start", region.codePoints.lowerBound)
    member("end", region.codePoints.upperBound)
    member("line", region.start.line)
    member("column", region.start.column)
    member("text", finding.text)
    member("message", finding.message)
    key("suggestions")
    array { json in
      for suggestion in finding.suggestions { json.text(suggestion) }
    }
    member("entry", finding.entry)
    guard let related = finding.related else { return }
    let place = Finding.Place(document: related.document, range: related.range)
    let other = positions.region(of: place)
    key("related")
    object { json in
      json.member("path", related.document.path)
      json.member("start", other.codePoints.lowerBound)
      json.member("end", other.codePoints.upperBound)
      json.member("line", other.start.line)
      json.member("column", other.start.column)
    }
  }
}

extension CheckFinding {
  var place: Finding.Place { Finding.Place(document: document, range: range) }

  /// The finding as SARIF has it.
  var asFinding: Finding {
    let instead = suggestions.first.map { " (\($0))" } ?? ""
    let isSaid = suggestions.first.map { message.contains($0) } ?? true
    return Finding(
      rule: rule.rawValue, message: isSaid ? message : message + instead, place: place,
      related: related.map {
        [(Finding.Place(document: $0.document, range: $0.range), "the other text")]
      } ?? [], level: severity.asLevel)
  }
}

extension CheckRule {
  fileprivate var asFindingRule: Finding.Rule {
    Finding.Rule(id: rawValue, summary: summary, level: severity.asLevel)
  }
}

extension CheckRule.Severity {
  fileprivate var asLevel: FidelityRule.Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
