import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// Translation Memory eXchange 1.4b, level 1 (plain text), as strict readers want it.
  public static let tmx = BitextFormat(
    name: "tmx", summary: "TMX 1.4b translation memory", extensions: ["tmx"]
  ) { bitext, options, output in
    let source = CodePointIndex(bitext.source.document.bytes)
    let targets = bitext.targets.map { CodePointIndex($0.document.bytes) }
    writeHeader(of: bitext, options, to: &output)
    var leftOut = 0
    for entry in bitext.entries {
      let isWhole = entry.source != nil && entry.target != nil
      guard isWhole || options.keepsNulls && bitext.kind == .alignment else {
        leftOut += 1
        continue
      }
      let offsets = [
        entry.source.map { source.codePoints($0.range) },
        entry.target.flatMap { to in entry.targetSide.map { targets[$0].codePoints(to.range) } },
      ].compactMap(\.self)
      output.raw("    <tu tuid=\"\(entry.number)\">\n")
      for property in properties(of: entry, in: bitext, offsets: offsets) {
        writeProperty(property, indent: "      ", to: &output)
      }
      writeVariant(entry.source, of: bitext.source, options, to: &output)
      if let side = entry.target?.side ?? bitext.targets.first {
        writeVariant(entry.wholeTarget, of: side, options, to: &output)
      }
      output.raw("    </tu>\n")
      try output.flushIfLarge()
    }
    output.raw("  </body>\n</tmx>\n")
    return leftOut
  }
}

private typealias Property = (type: String, value: String?)

private func properties(
  of entry: Entry, in bitext: Bitext, offsets: [Range<Int>]
) -> [Property] {
  let report = bitext.kind == .trace ? entry.target : nil
  return [
    ("x-bitesto-kind", entry.kind),
    ("x-speaker", entry.quotation?.speaker),
    ("x-outlet", entry.quotation?.outlet?.name),
    ("x-outlet-role", entry.quotation?.outlet?.role.rawValue),
    ("x-report", report?.path),
    ("x-report-outlet", report?.side.outlet),
    ("x-report-date", report?.side.date),
    ("x-confidence", shortDecimal(entry.confidence)),
    ("x-offsets", offsets.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")),
  ]
}

private func writeHeader(
  of bitext: Bitext, _ options: WritingOptions, to output: inout ByteOutput
) {
  output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header")
  let attributes: [(name: String, value: String?)] = [
    ("creationtool", "Bitesto"),
    ("creationtoolversion", options.toolVersion),
    ("segtype", bitext.kind == .alignment ? "sentence" : "phrase"),
    ("o-tmf", "Bitesto"),
    ("adminlang", "en"),
    ("srclang", options.tag(for: bitext.source.document.language)),
    ("datatype", "plaintext"),
    ("creationdate", options.creationTime.map { UTCTime(secondsSince1970: $0).basic }),
  ]
  for case (let name, let value?) in attributes {
    output.raw(" \(name)=\"")
    output.xmlAttribute(value)
    output.raw("\"")
  }
  output.raw(">\n")
  let properties: [Property] = [
    ("x-source", bitext.source.document.path),
    ("x-target", bitext.kind == .alignment ? bitext.targets.first?.document.path : nil),
    ("x-signature", options.signature),
  ]
  for property in properties { writeProperty(property, indent: "    ", to: &output) }
  output.raw("  </header>\n  <body>\n")
}

private func writeProperty(_ property: Property, indent: String, to output: inout ByteOutput) {
  guard let value = property.value else { return }
  output.raw("\(indent)<prop type=\"\(property.type)\">")
  output.markup(value, in: .xml)
  output.raw("</prop>\n")
}

private func writeVariant(
  _ excerpt: Excerpt?, of side: Bitext.Side, _ options: WritingOptions, to output: inout ByteOutput
) {
  output.raw("      <tuv xml:lang=\"")
  output.xmlAttribute(options.tag(for: side.document.language))
  output.raw("\">\n        <seg>")
  output.markup(excerpt?.text ?? [], in: .xml)
  output.raw("</seg>\n      </tuv>\n")
}
