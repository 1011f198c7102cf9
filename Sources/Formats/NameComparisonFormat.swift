import BitestoGlossary
import BitestoText

/// Two names and what comparing them gave.
public struct ComparedNames: Sendable {
  public var first: String
  public var second: String
  public var comparison: NameComparison
  /// Why, in sentences; nil when nobody asked.
  public var reasons: [String]?

  public init(first: String, second: String, comparison: NameComparison, reasons: [String]? = nil) {
    self.first = first
    self.second = second
    self.comparison = comparison
    self.reasons = reasons
  }
}

/// Compared names, as `names compare` prints them.
public enum NameComparisonFormat: String, CaseIterable, Sendable {
  /// What a person reads in a terminal: verdict, score, names, and the reasons below.
  case text
  /// A line for each pair: both names, verdict, score, and the reasons when there are any.
  case tsv
  case json

  /// Writes the pairs, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameters:
  ///   - pairs: Compared one by one as they are written.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  public func write(
    _ pairs: some Sequence<ComparedNames>, style: TerminalStyle = .plain,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .text:
      for pair in pairs {
        output.raw(Self.lines(of: pair, style: style))
        try output.flushIfLarge()
      }
    case .tsv:
      for pair in pairs {
        output.raw(pair.first)
        output.raw(0x09)
        output.raw(pair.second)
        output.raw(0x09)
        output.raw(pair.comparison.verdict.rawValue)
        output.raw(0x09)
        output.raw(shortDecimal(pair.comparison.score))
        if let reasons = pair.reasons { output.raw("\t" + reasons.joined(separator: "; ")) }
        output.raw(0x0A)
        try output.flushIfLarge()
      }
    case .json:
      var json = JSONOutput(output)
      try json.object(.lines) { json in
        json.key("comparisons")
        try json.array(.lines) { json in
          for pair in pairs {
            Self.write(pair, to: &json)
            try json.flushIfLarge()
          }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }

  private static func lines(of pair: ComparedNames, style: TerminalStyle) -> String {
    let verdict = pair.comparison.verdict
    let color: KeyPath<TerminalStyle, String> =
      switch verdict {
      case .same: \.good
      case .unsure: \.fair
      case .different: \.poor
      }
    let widest = NameComparison.Verdict.allCases.map(\.rawValue.utf8.count).max() ?? 0
    let head = style.dressed(TerminalText.padded(verdict.rawValue, widest), color)
    let names = [pair.first, pair.second].map(TerminalText.line).joined(separator: "  ")
    let score = TerminalText.padded("\(percent(pair.comparison.score))%", 4)
    return
      ([
        "\(head)  \(score)  \(names)"
      ] + (pair.reasons ?? []).map { "  " + TerminalText.line($0) }).map { $0 + "\n" }.joined()
  }

  private static func write(_ pair: ComparedNames, to json: inout JSONOutput) {
    json.object { json in
      json.member("first", pair.first)
      json.member("second", pair.second)
      json.member("verdict", pair.comparison.verdict.rawValue)
      json.member("score", pair.comparison.score)
      json.member("cause", pair.comparison.cause.rawValue)
      guard let reasons = pair.reasons else { return }
      json.key("reasons")
      json.array { json in
        for reason in reasons { json.text(reason) }
      }
    }
  }
}
