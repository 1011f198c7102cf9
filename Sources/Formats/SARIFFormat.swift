import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// SARIF 2.1.0 (OASIS): what the source says otherwise than its targets, for editors and code review.
  public static let sarif = BitextFormat(
    name: "sarif", summary: "SARIF 2.1.0, the fidelity notes only", extensions: ["sarif"],
    kinds: [.trace]
  ) { bitext, options, output in
    let log = SARIFLog(
      rules: FidelityRule.allCases.map(\.asFindingRule), toolVersion: options.toolVersion)
    try log.write(bitext.findings, to: &output)
    return 0
  }
}

/// Writes findings as SARIF, the Static Analysis Results Interchange Format, version 2.1.0.
///
/// Lines end at LF or CR LF; columns and offsets count Unicode code points.
public struct SARIFLog: Sendable {
  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  private let rules: [Finding.Rule]
  private let toolVersion: String

  /// - Parameter rules: every rule that was looked at, with findings or without.
  public init(rules: [Finding.Rule], toolVersion: String) {
    self.rules = rules
    self.toolVersion = toolVersion
  }

  /// The bytes of a log with the findings.
  public func bytes(of findings: [Finding]) -> [UInt8] {
    let collector = ByteCollector()
    try? write(findings) { collector.bytes += $0 }
    return collector.bytes
  }

  /// Writes a log with the findings, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Throws: what `sink` throws.
  public func write(
    _ findings: some Sequence<Finding>, to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    try write(findings, to: &output)
    try output.finish()
  }

  /// Findings of rules that the log does not know are written without an index.
  func write(_ findings: some Sequence<Finding>, to output: inout ByteOutput) throws {
    var json = JSONOutput(output)
    var texts = TextPositions()
    let numbers = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    try json.object(.lines) { json in
      json.member("$schema", Self.schema)
      json.member("version", "2.1.0")
      json.key("runs")
      try json.array(.lines) { json in
        try json.object(.lines) { json in
          writeTool(to: &json)
          json.member("columnKind", "unicodeCodePoints")
          json.key("results")
          try json.array(.lines) { json in
            for finding in findings {
              write(finding, number: numbers[finding.rule], &texts, to: &json)
              try json.flushIfLarge()
            }
          }
        }
      }
    }
    output = json.finished()
  }

  private func writeTool(to json: inout JSONOutput) {
    json.key("tool")
    json.object(.lines) { json in
      json.key("driver")
      json.object(.lines) { json in
        json.member("name", "bitesto")
        json.member("version", toolVersion)
        json.key("rules")
        json.array(.lines) { json in
          for rule in rules {
            json.object { json in
              json.member("id", rule.id)
              json.key("shortDescription")
              json.object { $0.member("text", rule.summary) }
              json.key("defaultConfiguration")
              json.object { $0.member("level", rule.level.rawValue) }
            }
          }
        }
      }
    }
  }

  private func write(
    _ finding: Finding, number: Int?, _ texts: inout TextPositions, to json: inout JSONOutput
  ) {
    json.object(.lines) { json in
      json.member("ruleId", finding.rule)
      if let number {
        json.member("ruleIndex", number)
        json.member("level", (finding.level ?? rules[number].level).rawValue)
      }
      json.key("message")
      json.object { $0.member("text", finding.message) }
      json.key("locations")
      json.array(.lines) { json in
        json.object { json in writePlace(finding.place, &texts, to: &json) }
      }
      guard !finding.related.isEmpty else { return }
      json.key("relatedLocations")
      json.array(.lines) { json in
        for (number, related) in finding.related.enumerated() {
          json.object { json in
            json.member("id", number + 1)
            json.key("message")
            json.object { $0.member("text", related.message) }
            writePlace(related.place, &texts, to: &json)
          }
        }
      }
    }
  }

  private func writePlace(
    _ place: Finding.Place, _ texts: inout TextPositions, to json: inout JSONOutput
  ) {
    json.key("physicalLocation")
    json.object { json in
      json.key("artifactLocation")
      json.object { $0.member("uri", URIReference.forPath(place.document.path)) }
      if let line = place.line {
        guard line > 0 else { return }
        json.key("region")
        json.object { $0.member("startLine", line) }
        return
      }
      let region = texts.region(of: place)
      json.key("region")
      json.object { json in
        json.member("startLine", region.start.line)
        json.member("startColumn", region.start.column)
        json.member("endLine", region.end.line)
        json.member("endColumn", region.end.column)
        json.member("charOffset", region.codePoints.lowerBound)
        json.member("charLength", region.codePoints.count)
      }
    }
  }
}

/// Writes a file's path as a URI reference (RFC 3986).
enum URIReference {
  /// Everything but unreserved characters and "/" is escaped, so that no name looks like a scheme.
  static func forPath(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(UnicodeScalar(byte))
      default:
        uri += byte < 16 ? "%0" : "%"
        uri += String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
