import BitestoText

extension SRXRules {
  /// Writes the rules as SRX 2.0, valid against its schema, handing over pieces of about 64 KiB.
  ///
  /// The schema wants a rule in every set, and sets and maps in every file; what is empty is left
  /// out, with the maps that lead there, and so are comments and the extensions of other tools.
  /// Characters that XML cannot hold become `\uXXXX`, which means the same in a pattern.
  ///
  /// - Parameter sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the rules.
  public func write(to sink: @escaping (ArraySlice<UInt8>) throws -> Void) throws {
    var output = ByteOutput(sink: sink)
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.raw("<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n")
    output.raw("  <header segmentsubflows=\"\(word(segmentsSubflows))\"")
    output.raw(" cascade=\"\(word(cascades))\">\n")
    for kind in FormatHandle.Kind.allCases {
      guard let handle = formatHandles.last(where: { $0.kind == kind }) else { continue }
      output.raw(
        "    <formathandle type=\"\(kind.rawValue)\" include=\"\(word(handle.isIncluded))\"/>\n")
    }
    output.raw("  </header>\n  <body>\n    <languagerules>\n")
    for ruleSet in ruleSets where !ruleSet.rules.isEmpty {
      output.raw("      <languagerule languagerulename=\"")
      output.xmlAttribute(ruleSet.name)
      output.raw("\">\n")
      for rule in ruleSet.rules {
        output.raw("        <rule break=\"\(word(rule.breaks))\">\n          <beforebreak>")
        output.markup(Self.escaped(rule.before), in: .xml)
        output.raw("</beforebreak>\n          <afterbreak>")
        output.markup(Self.escaped(rule.after), in: .xml)
        output.raw("</afterbreak>\n        </rule>\n")
        try output.flushIfLarge()
      }
      output.raw("      </languagerule>\n")
    }
    output.raw("    </languagerules>\n    <maprules>\n")
    let written = Set(ruleSets.filter { !$0.rules.isEmpty }.map(\.name))
    for map in maps where written.contains(map.ruleSet) {
      output.raw("      <languagemap languagepattern=\"")
      output.xmlAttribute(map.pattern)
      output.raw("\" languagerulename=\"")
      output.xmlAttribute(map.ruleSet)
      output.raw("\"/>\n")
    }
    output.raw("    </maprules>\n  </body>\n</srx>\n")
    try output.finish()
  }

  private func word(_ flag: Bool) -> String { flag ? "yes" : "no" }

  /// A pattern with what XML cannot hold, and the line ends it would change, as escapes.
  private static func escaped(_ pattern: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in pattern.unicodeScalars {
      switch scalar.value {
      case 0x00...0x08, 0x0A...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(
          contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            .unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
