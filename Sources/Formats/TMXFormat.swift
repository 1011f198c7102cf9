import BitestoAlignment
import BitestoMemory
import BitestoText

extension BitextFormat {
  /// Translation Memory eXchange 1.4b, level 1 (plain text), as strict readers want it.
  public static let tmx = BitextFormat(
    name: "tmx", summary: "TMX 1.4b translation memory", extensions: ["tmx"]
  ) { bitext, options, output in
    let source = CodePointIndex(bitext.source.document.bytes)
    let targets = bitext.targets.map { CodePointIndex($0.document.bytes) }
    var writer = try TMXWriter(
      header: header(of: bitext, options),
      options: TMXWriter.Options(level: .text, toolVersion: options.toolVersion),
      sink: output.sink)
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
      var unit = TranslationUnit(attributes: [XMLAttribute("tuid", "\(entry.number)")])
      unit.properties = properties(of: entry, in: bitext, offsets: offsets)
      unit.variants.append(bitext.source.variant(entry.source, options))
      if let side = entry.target?.side ?? bitext.targets.first {
        unit.variants.append(side.variant(entry.wholeTarget, options))
      }
      try writer.write(unit)
    }
    try writer.finish()
    return leftOut
  }
}

private func properties(
  of entry: Entry, in bitext: Bitext, offsets: [Range<Int>]
) -> [MemoryProperty] {
  let report = bitext.kind == .trace ? entry.target : nil
  let properties: [(type: String, value: String?)] = [
    ("x-bitesto-kind", entry.kind),
    ("x-speaker", entry.quotation?.speaker),
    ("x-outlet", entry.quotation?.outlet?.name),
    ("x-outlet-role", entry.quotation?.outlet?.role.rawValue),
    ("x-report", report?.path),
    ("x-report-outlet", report?.side.outlet),
    ("x-report-date", report?.side.date),
    (MemoryProperty.confidence, shortDecimal(entry.confidence)),
    ("x-offsets", offsets.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")),
  ]
  return properties.compactMap { type, value in value.map { MemoryProperty(type, $0) } }
}

private func header(of bitext: Bitext, _ options: WritingOptions) -> MemoryHeader {
  var header = MemoryHeader(attributes: [
    XMLAttribute("segtype", bitext.kind == .alignment ? "sentence" : "phrase"),
    XMLAttribute("o-tmf", "Bitesto"),
    XMLAttribute("srclang", bitext.source.tag(options).spelling),
    XMLAttribute("datatype", "plaintext"),
  ])
  header.attributes["creationdate"] = options.creationTime.map {
    UTCTime(secondsSince1970: $0).basic
  }
  let properties = [
    ("x-source", bitext.source.document.path),
    ("x-target", bitext.kind == .alignment ? bitext.targets.first?.document.path : nil),
    ("x-signature", options.signature),
  ]
  header.properties = properties.compactMap { type, value in
    value.map { MemoryProperty(type, $0) }
  }
  return header
}
