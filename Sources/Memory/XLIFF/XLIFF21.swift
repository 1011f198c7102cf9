import BitestoText

/// XLIFF 2.1: properties and attributes that it has no place for are metadata.
enum XLIFF21: XLIFFDialect {
  /// The categories of groups of metadata.
  static let properties = "properties"
  static let attributes = "attributes"
  static let tool = "tool"

  static func open(_ file: XLIFFFile, to output: inout ByteOutput) {
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.raw("<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"")
    output.raw(" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"")
    output.raw(" xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"")
    output.attribute("srcLang", file.source)
    output.attribute("trgLang", file.target ?? (file.mayHaveTargets ? "und" : nil))
    output.raw(">\n  <file id=\"f1\"")
    output.attribute("original", file.original)
    output.raw(">\n    <mda:metadata>\n")
    let maker = [("name", "Bitesto"), ("version", file.toolVersion)]
    writeGroup(maker, category: tool, indent: "      ", to: &output)
    let others = file.header.attributes.filter { $0.name != "srclang" }
      .map { ($0.name, $0.value) }
    writeGroup(others, category: attributes, indent: "      ", to: &output)
    let properties = file.properties.map { ($0.type, $0.text) }
    writeGroup(properties, category: Self.properties, indent: "      ", to: &output)
    output.raw("    </mda:metadata>\n")
    write(file.header.notes.map { (.unit, $0) }, indent: "    ", to: &output)
  }

  static func close(isEmpty: Bool, to output: inout ByteOutput) {
    // A file has at least a unit or a group.
    if isEmpty { output.raw("    <group id=\"g1\"/>\n") }
    output.raw("  </file>\n</xliff>\n")
  }

  static func write(_ pair: XLIFFPair, to output: inout ByteOutput) {
    var pair = pair
    let (state, substate) = XLIFFState.takeState(
      from: &pair.properties, hasTarget: pair.target != nil)
    output.raw("    <unit")
    output.attribute("id", pair.id)
    output.attribute("name", pair.name)
    output.attribute("translate", pair.takeTranslate())
    if pair.isSpaced { output.attribute("xml:space", "preserve") }
    output.raw(">\n")
    writeMatches(of: pair, to: &output)
    writeMetadata(of: pair, to: &output)
    let notes = XLIFFPair.Side.allCases.flatMap { side in pair.notes(of: side).map { (side, $0) } }
    write(notes, indent: "      ", to: &output)
    let codes = XLIFFCodes(source: pair.source.segment, target: pair.target?.segment)
    let writer = XLIFF21Codes(codes)
    writer.writeData(to: &output)
    output.raw("      <segment")
    if !pair.alternatives.isEmpty { output.attribute("id", segment) }
    output.attribute("state", state)
    output.attribute("subState", substate)
    output.raw(">\n        <source>")
    writer.write(codes.source, to: &output)
    output.raw("</source>\n")
    if let target = codes.target {
      output.raw("        <target>")
      writer.write(target, to: &output)
      output.raw("</target>\n")
    }
    output.raw("      </segment>\n    </unit>\n")
  }

  /// The id of a segment; no code has such a one.
  private static let segment = "s.1"

  // MARK: Parts

  private static func writeMatches(of pair: XLIFFPair, to output: inout ByteOutput) {
    if pair.alternatives.isEmpty { return }
    output.raw("      <mtc:matches>\n")
    for (variant, foreign) in pair.offers {
      output.raw("        <mtc:match ref=\"#\(segment)\"")
      output.attribute("matchQuality", variant.percentage.map { "\($0)" })
      output.attribute("origin", variant.origin)
      if foreign != nil { output.attribute("reference", "yes") }
      output.raw(">\n          <source>")
      output.xliff(pair.source.segment.plainText)
      output.raw("</source>\n          <target")
      output.attribute("xml:lang", foreign)
      output.raw(">")
      output.xliff(variant.segment.plainText)
      output.raw("</target>\n        </mtc:match>\n")
    }
    output.raw("      </mtc:matches>\n")
  }

  private static func writeMetadata(of pair: XLIFFPair, to output: inout ByteOutput) {
    let hasMetadata = XLIFFPair.Side.allCases.contains {
      !pair.attributes(of: $0).isEmpty || !pair.properties(of: $0).isEmpty
    }
    guard hasMetadata else { return }
    output.raw("      <mda:metadata>\n")
    for side in XLIFFPair.Side.allCases {
      let described = pair.properties(of: side).map { ($0.type, $0.text) }
      writeGroup(described, category: properties, side, indent: "        ", to: &output)
      let others = pair.attributes(of: side).map { ($0.name, $0.value) }
      writeGroup(others, category: attributes, side, indent: "        ", to: &output)
    }
    output.raw("      </mda:metadata>\n")
  }

  private static func writeGroup(
    _ entries: [(type: String, text: String)], category: String, _ side: XLIFFPair.Side = .unit,
    indent: String, to output: inout ByteOutput
  ) {
    if entries.isEmpty { return }
    output.raw("\(indent)<mda:metaGroup category=\"\(category)\"")
    if side != .unit { output.attribute("appliesTo", side.rawValue) }
    output.raw(">\n")
    for entry in entries {
      output.raw("\(indent)  <mda:meta")
      output.attribute("type", entry.type)
      output.raw(">")
      output.text(entry.text)
      output.raw("</mda:meta>\n")
    }
    output.raw("\(indent)</mda:metaGroup>\n")
  }

  private static func write(
    _ notes: [(side: XLIFFPair.Side, note: MemoryNote)], indent: String, to output: inout ByteOutput
  ) {
    if notes.isEmpty { return }
    output.raw("\(indent)<notes>\n")
    for (side, note) in notes {
      output.raw("\(indent)  <note")
      output.noteAttributes(note)
      output.attribute("category", note.attributes["category"])
      if side != .unit { output.attribute("appliesTo", side.rawValue) }
      output.raw(">")
      output.text(note.text)
      output.raw("</note>\n")
    }
    output.raw("\(indent)</notes>\n")
  }
}

/// Writes the codes of a unit in XLIFF 2.1: what they hold stands before the segment.
struct XLIFF21Codes {
  /// The ids of what codes hold.
  private var data: [String: String] = [:]
  private var inOrder: [String] = []
  /// Whether pairs are elements around words: only if no pair of the unit crosses another.
  private let isNested: Bool

  init(_ codes: XLIFFCodes) {
    isNested = codes.source.isNested && codes.target?.isNested ?? true
    for content in [codes.source, codes.target].compactMap(\.self) where content.hasCodes {
      collect(content)
    }
  }

  private mutating func collect(_ content: SegmentContent) {
    let ends = isNested ? Self.ends(of: content) : [:]
    for case .code(let code) in content.pieces {
      if code.kind == .highlight {
        collect(code.content)
      } else if code.kind == .begin, let end = ends[code.attributes["i"] ?? ""] {
        // Both codes of a nested pair have data, or none.
        guard !code.content.pieces.isEmpty || !end.content.pieces.isEmpty else { continue }
        add(code.content.allText)
        add(end.content.allText)
      } else if !code.content.pieces.isEmpty {
        add(code.content.allText)
      }
    }
  }

  private mutating func add(_ text: String) {
    guard data[text] == nil else { return }
    data[text] = "d\(data.count + 1)"
    inOrder.append(text)
  }

  func writeData(to output: inout ByteOutput) {
    if inOrder.isEmpty { return }
    output.raw("      <originalData>\n")
    for text in inOrder {
      output.raw("        <data")
      output.attribute("id", data[text])
      output.raw(">")
      output.xliff(text)
      output.raw("</data>\n")
    }
    output.raw("      </originalData>\n")
  }

  /// Writes content with the ids of ``XLIFFCodes``.
  func write(_ content: SegmentContent, to output: inout ByteOutput) {
    let ends = isNested && content.hasCodes ? Self.ends(of: content) : [:]
    for piece in content.pieces {
      switch piece {
      case .text(let text): output.xliff(text)
      case .code(let code) where code.kind == .highlight:
        output.raw("<mrk")
        output.attribute("id", code.attributes["id"])
        let type = code.attributes["type"] ?? ""
        output.attribute("type", type.isEmpty ? "tmx:hi" : "tmx-hi:" + percentEncoded(type))
        output.raw(">")
        write(code.content, to: &output)
        output.raw("</mrk>")
      case .code(let code) where isNested && code.kind == .end: output.raw("</pc>")
      case .code(let code) where isNested && code.kind == .begin:
        writePair(code, end: ends[code.attributes["i"] ?? ""], to: &output)
      case .code(let code): write(code, to: &output)
      }
    }
  }

  private static func ends(of content: SegmentContent) -> [String: InlineCode] {
    var ends: [String: InlineCode] = [:]
    for case .code(let code) in content.pieces where code.kind == .end {
      ends[code.attributes["i"] ?? ""] = code
    }
    return ends
  }

  private func writePair(_ begin: InlineCode, end: InlineCode?, to output: inout ByteOutput) {
    output.raw("<pc")
    output.attribute("id", begin.attributes["id"])
    let end = end?.content ?? ""
    if !begin.content.pieces.isEmpty || !end.pieces.isEmpty {
      output.attribute("dataRefStart", data[begin.content.allText])
      output.attribute("dataRefEnd", data[end.allText])
    }
    writeType(of: begin, to: &output)
    output.raw(">")
  }

  private func write(_ code: InlineCode, to output: inout ByteOutput) {
    switch code.kind {
    case .begin: output.raw("<sc")
    case .end: output.raw("<ec")
    case .isolated: output.raw(code.attributes["pos"] == "end" ? "<ec" : "<sc")
    default: output.raw("<ph")
    }
    output.attribute(code.kind == .end ? "startRef" : "id", code.attributes["id"])
    if code.kind == .isolated { output.attribute("isolated", "yes") }
    if !code.content.pieces.isEmpty { output.attribute("dataRef", data[code.content.allText]) }
    if code.kind == .unknown {
      output.raw(" type=\"other\" subType=\"tmx-kind:ut\"")
    } else if code.kind != .end {
      writeType(of: code, to: &output)
    }
    output.raw("/>")
  }

  private func writeType(of code: InlineCode, to output: inout ByteOutput) {
    guard let name = code.attributes["type"], !name.isEmpty else { return }
    let (type, subtype) = XLIFFCodeType.written(name)
    output.attribute("type", type)
    output.attribute("subType", subtype)
  }
}

extension ByteOutput {
  /// Writes text with `cp` for the characters that XML does not allow.
  mutating func xliff(_ text: String) {
    let mayHaveControls = text.utf8.contains { ($0 < 0x20 && !isSpace($0)) || $0 == 0xEF }
    guard mayHaveControls else {
      markup(text, in: .xml)
      return
    }
    var start = text.unicodeScalars.startIndex
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      guard !isXMLCharacter(scalar) else { continue }
      markup(String(text.unicodeScalars[start..<index]), in: .xml)
      let digits = String(scalar.value, radix: 16, uppercase: true)
      raw("<cp hex=\"\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)\"/>")
      start = text.unicodeScalars.index(after: index)
    }
    markup(String(text.unicodeScalars[start...]), in: .xml)
  }
}
