import BitestoText

/// XLIFF 1.2, valid by the strict schema.
///
/// Properties and attributes that it has no place for are contexts: a group's purposes say what it holds.
enum XLIFF12: XLIFFDialect {
  /// The purposes of groups of contexts.
  static let properties = "information"
  static let attributes = "x-attributes"
  static let sides: [XLIFFPair.Side: String] = [.source: "x-source", .target: "x-target"]

  static func open(_ file: XLIFFFile, to output: inout ByteOutput) {
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.raw("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  <file")
    output.attribute("original", file.original ?? "unknown")
    output.attribute("source-language", file.source)
    output.attribute("target-language", file.target)
    let datatype = file.header.attributes["datatype"] ?? "unknown"
    output.attribute("datatype", XLIFFList.datatypes.written(datatype))
    output.attribute(
      "date", file.header.attributes["creationdate"].flatMap(MemoryDate.extended))
    output.attribute("tool-id", XLIFFFile.tool)
    output.raw(">\n    <header>\n      <tool tool-id=\"\(XLIFFFile.tool)\" tool-name=\"Bitesto\"")
    output.attribute("tool-version", file.toolVersion)
    output.raw("/>\n")
    for note in file.header.notes { write(note, indent: "      ", to: &output) }
    for property in file.properties {
      let note = MemoryNote(property.text, attributes: [XMLAttribute("from", property.type)])
      write(note, indent: "      ", to: &output)
    }
    output.raw("    </header>\n    <body>\n")
  }

  static func close(isEmpty: Bool, to output: inout ByteOutput) {
    output.raw("    </body>\n  </file>\n</xliff>\n")
  }

  static func write(_ pair: XLIFFPair, to output: inout ByteOutput) {
    var pair = pair
    let state = pair.target == nil ? nil : XLIFFState.takeOldState(from: &pair.properties)
    output.raw("      <trans-unit")
    output.attribute("id", pair.id)
    output.attribute("resname", pair.name)
    if state == "final" { output.attribute("approved", "yes") }
    output.attribute("translate", pair.takeTranslate())
    if pair.isSpaced { output.attribute("xml:space", "preserve") }
    output.raw(">\n        ")
    let codes = XLIFFCodes(source: pair.source.segment, target: pair.target?.segment)
    write("source", codes.source, language: pair.sourceTag, to: &output)
    if let target = codes.target {
      output.raw("        ")
      write("target", target, language: pair.targetTag, state: state, to: &output)
    }
    for side in XLIFFPair.Side.allCases { writeContexts(of: pair, side, to: &output) }
    for side in XLIFFPair.Side.allCases {
      for note in pair.notes(of: side) { write(note, of: side, indent: "        ", to: &output) }
    }
    for (offer, tag) in zip(pair.offers, pair.alternativeTags) {
      writeAlternative(
        offer.variant, language: tag, isForeign: offer.foreign != nil, to: &output)
    }
    output.raw("      </trans-unit>\n")
  }

  // MARK: Parts

  private static func write(
    _ element: String, _ content: SegmentContent, language: String, state: String? = nil,
    to output: inout ByteOutput
  ) {
    output.raw("<\(element)")
    output.attribute("xml:lang", language)
    output.attribute("state", state)
    output.raw(">")
    write(content, to: &output)
    output.raw("</\(element)>\n")
  }

  private static func writeAlternative(
    _ variant: UnitVariant, language: String, isForeign: Bool, to output: inout ByteOutput
  ) {
    output.raw("        <alt-trans")
    if isForeign { output.attribute("alttranstype", "reference") }
    output.attribute("match-quality", variant.percentage.map { "\($0)%" })
    output.attribute("origin", variant.origin)
    output.raw(">\n          ")
    let words = SegmentContent(variant.segment.plainText)
    write("target", words, language: language, to: &output)
    output.raw("        </alt-trans>\n")
  }

  private static func write(
    _ note: MemoryNote, of side: XLIFFPair.Side = .unit, indent: String, to output: inout ByteOutput
  ) {
    output.raw("\(indent)<note")
    output.noteAttributes(note)
    output.attribute("from", note.attributes["from"])
    if side != .unit { output.attribute("annotates", side.rawValue) }
    output.raw(">")
    output.text(note.text)
    output.raw("</note>\n")
  }

  private static func writeContexts(
    of pair: XLIFFPair, _ side: XLIFFPair.Side, to output: inout ByteOutput
  ) {
    let contexts = pair.properties(of: side).map { (XLIFFList.contexts.written($0.type), $0.text) }
    writeGroup(contexts, purposes: [properties, sides[side]], to: &output)
    let others = pair.attributes(of: side).filter { $0.name != XLIFFPair.language }
      .map { (XLIFFList.contexts.written("x-" + $0.name), $0.value) }
    writeGroup(others, purposes: [attributes, sides[side]], to: &output)
  }

  private static func writeGroup(
    _ contexts: [(type: String, text: String)], purposes: [String?], to output: inout ByteOutput
  ) {
    if contexts.isEmpty { return }
    output.raw("        <context-group")
    output.attribute("purpose", purposes.compactMap(\.self).joined(separator: " "))
    output.raw(">\n")
    for context in contexts {
      output.raw("          <context")
      output.attribute("context-type", context.type)
      output.raw(">")
      output.text(context.text)
      output.raw("</context>\n")
    }
    output.raw("        </context-group>\n")
  }

  // MARK: Codes

  /// Writes content with the ids of ``XLIFFCodes``.
  private static func write(_ content: SegmentContent, to output: inout ByteOutput) {
    for piece in content.pieces {
      switch piece {
      case .text(let text): output.text(text)
      case .code(let code): write(code, to: &output)
      }
    }
  }

  private static func write(_ code: InlineCode, to output: inout ByteOutput) {
    let name = element(of: code)
    output.raw("<\(name)")
    switch code.kind {
    case .highlight: output.attribute("mtype", XLIFFHighlight.written(code))
    case .subflow:
      output.attribute("datatype", code.attributes["datatype"].map(XLIFFList.datatypes.written))
    default: output.attribute("id", code.attributes["id"])
    }
    switch code.kind {
    case .begin, .end: output.attribute("rid", code.attributes["i"])
    case .isolated:
      output.attribute("pos", code.attributes["pos"] == "end" ? "close" : "open")
    case .unknown: output.attribute("ctype", "x-ut")
    case .placeholder:
      output.attribute("assoc", code.attributes["assoc"].flatMap { associations[$0] })
      output.attribute("ctype", code.attributes["type"].map(XLIFFList.placeholders.written))
    case .highlight, .subflow: break
    }
    switch code.kind {
    case .begin, .isolated, .subflow:
      output.attribute("ctype", code.attributes["type"].map(XLIFFList.delimiters.written))
    default: break
    }
    guard !code.content.pieces.isEmpty else {
      output.raw("/>")
      return
    }
    output.raw(">")
    write(code.content, to: &output)
    output.raw("</\(name)>")
  }

  private static func element(of code: InlineCode) -> String {
    switch code.kind {
    case .highlight: "mrk"
    case .unknown: "ph"
    case .placeholder where code.content.pieces.isEmpty && code.attributes["assoc"] == nil: "x"
    default: code.kind.rawValue
    }
  }

  /// What TMX calls the values of `assoc`.
  static let associations = ["p": "preceding", "f": "following", "b": "both"]
}

/// A highlight as `mtype` of a mark: its type, or "x-hi:" and the attribute `x` and the type.
enum XLIFFHighlight {
  private static let plain = "x-hi"

  static func written(_ code: InlineCode) -> String {
    let type = code.attributes["type"]
    guard let x = code.attributes["x"] else {
      guard let type else { return plain }
      return type.hasPrefix(plain + ":")
        ? plain + "::" + percentEncoded(type) : XLIFFList.marks.written(type)
    }
    return plain + ":" + percentEncoded(x) + (type.map { ":" + percentEncoded($0) } ?? "")
  }

  /// The attributes of a highlight.
  static func read(_ spelling: String) -> [XMLAttribute] {
    if spelling == plain { return [] }
    guard spelling.hasPrefix(plain + ":") else {
      return [XMLAttribute("type", XLIFFList.marks.read(spelling))]
    }
    let parts = spelling.split(separator: ":", omittingEmptySubsequences: false)
    var attributes: [XMLAttribute] = []
    if parts.count > 1, !parts[1].isEmpty {
      attributes.append(XMLAttribute("x", percentDecoded(parts[1])))
    }
    if parts.count > 2 { attributes.append(XMLAttribute("type", percentDecoded(parts[2]))) }
    return attributes
  }
}
