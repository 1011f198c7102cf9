/// What is said about a unit and its sides.
struct XLIFFFacts {
  struct Facts {
    var attributes: [XMLAttribute] = []
    var notes: [MemoryNote] = []
    var properties: [MemoryProperty] = []
  }

  /// What made the file.
  var tools: [MemoryProperty] = []
  private var facts: [XLIFFPair.Side: Facts] = [:]

  subscript(side: XLIFFPair.Side) -> Facts {
    get { facts[side] ?? Facts() }
    set { facts[side] = newValue }
  }

  /// How many attributes, notes and properties there are.
  var count: Int {
    facts.values.reduce(0) { $0 + $1.attributes.count + $1.notes.count + $1.properties.count }
  }

  /// The unit of a segment.
  func unit(
    name: String?, source: SegmentContent, target: SegmentContent?, state: [MemoryProperty],
    languages: (source: LanguageTag, target: LanguageTag), line: Int
  ) -> TranslationUnit {
    let whole = self[.unit]
    var unit = TranslationUnit(
      attributes: name.map { [XMLAttribute("tuid", $0)] } ?? [], notes: whole.notes,
      properties: whole.properties + state, line: line)
    unit.attributes += whole.attributes
    unit.variants.append(variant(source, .source, languages.source))
    if let target {
      unit.variants.append(variant(target, .target, languages.target))
    } else {
      unit.notes += self[.target].notes
      unit.properties += self[.target].properties
    }
    return unit
  }

  private func variant(
    _ segment: SegmentContent, _ side: XLIFFPair.Side, _ language: LanguageTag
  ) -> UnitVariant {
    let facts = self[side]
    var attributes = facts.attributes
    let own = attributes[XLIFFPair.language].map { LanguageTag($0) }
    attributes[XLIFFPair.language] = nil
    return UnitVariant(
      language: own ?? language, attributes: attributes, notes: facts.notes,
      properties: facts.properties, segment: segment)
  }
}

extension XLIFFReader {
  /// A note whose start tag is the last token, with the attributes that are kept.
  mutating func note() throws -> MemoryNote {
    let kept: Set<String> = ["xml:lang", "from", "priority", "category", "annotates", "appliesTo"]
    let attributes = xml.attributes.filter { kept.contains($0.name) }
    return MemoryNote(try text(of: "note"), attributes: attributes)
  }

  /// A note of a unit.
  mutating func readNote(into facts: inout XLIFFFacts) throws {
    var note = try note()
    let side = (note.attributes["annotates"] ?? note.attributes["appliesTo"])
      .flatMap { XLIFFPair.Side(rawValue: $0) }
    note.attributes["annotates"] = nil
    note.attributes["appliesTo"] = nil
    facts[side ?? .unit].notes.append(note)
  }

  /// The notes of version 2.
  mutating func readNotes(into facts: inout XLIFFFacts) throws {
    try eachChild(of: "notes") { reader in
      if reader.xml.name == "note" {
        try reader.readNote(into: &facts)
      } else {
        try reader.skipElement()
      }
    }
  }

  /// Groups of contexts (version 1).
  mutating func readContexts(into facts: inout XLIFFFacts) throws {
    let purposes = Set(
      (xml.attributes["purpose"] ?? "").split(separator: " ").map(String.init))
    let side = XLIFF12.sides.first { purposes.contains($0.value) }?.key ?? .unit
    let isAttributes = purposes.contains(XLIFF12.attributes)
    try eachChild(of: "context-group") { reader in
      guard reader.xml.name == "context" else { return try reader.skipElement() }
      let type = XLIFFList.contexts.read(reader.xml.attributes["context-type"] ?? "")
      let text = try reader.text(of: "context")
      if isAttributes {
        facts[side].attributes.append(XMLAttribute(String(type.dropFirst(2)), text))
      } else {
        facts[side].properties.append(MemoryProperty(type, text))
      }
    }
  }

  /// Groups of properties (version 1.0).
  mutating func readProperties(into facts: inout XLIFFFacts) throws {
    try eachChild(of: "prop-group") { reader in
      guard reader.xml.name == "prop" else { return try reader.skipElement() }
      let type = reader.xml.attributes["prop-type"] ?? ""
      facts[.unit].properties.append(MemoryProperty(type, try reader.text(of: "prop")))
    }
  }

  /// Groups of metadata (version 2), those inside others too.
  mutating func readMetadata(into facts: inout XLIFFFacts) throws {
    var groups: [(category: String, side: XLIFFPair.Side)] = []
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .end where xml.name == "metadata": return
      case .end where xml.name == "metaGroup" && !groups.isEmpty: groups.removeLast()
      case .start where xml.name == "metaGroup":
        guard groups.count < UnitLimits.greatestDepth else {
          throw unreadable("its metadata lie too deep")
        }
        groups.append(
          (
            xml.attributes["category"] ?? groups.last?.category ?? "",
            xml.attributes["appliesTo"].flatMap { XLIFFPair.Side(rawValue: $0) }
              ?? groups.last?.side ?? .unit
          ))
      case .start where xml.name == "meta":
        let type = xml.attributes["type"] ?? ""
        let text = try text(of: "meta")
        let side = groups.last?.side ?? .unit
        switch groups.last?.category {
        case XLIFF21.attributes: facts[side].attributes.append(XMLAttribute(type, text))
        case XLIFF21.tool: facts.tools.append(MemoryProperty(type, text))
        default: facts[side].properties.append(MemoryProperty(type, text))
        }
      case .start: try skipElement()
      default: throw unreadable("<metadata> is never closed")
      }
      try checkFaults()
    }
  }

  /// What codes hold (version 2), by id.
  mutating func readData() throws -> [String: String] {
    var data: [String: String] = [:]
    try eachChild(of: "originalData") { reader in
      guard reader.xml.name == "data" else { return try reader.skipElement() }
      let id = reader.xml.attributes["id"] ?? ""
      data[id] = try reader.text(of: "data")
    }
    return data
  }

  /// The text of an element whose start tag is the last token, with `cp` for characters.
  mutating func text(of element: String) throws -> String {
    var text: [UInt8] = []
    var depth = 0
    while true {
      switch try xml.next() {
      case .text: xml.appendText(to: &text)
      case .end where xml.name == element && depth == 0:
        return String(decoding: text, as: UTF8.self)
      case .start where xml.name != unitName && xml.name != "segment":
        // Words are not lost for the sake of a tag around them.
        if isNew, xml.name == "cp" { appendCharacter(to: &text) }
        depth += 1
      case .end where depth > 0: depth -= 1
      default: throw unreadable("<\(element)> is never closed")
      }
      try checkFaults()
    }
  }

  /// Appends the character of a `cp` whose start tag is the last token.
  mutating func appendCharacter(to text: inout [UInt8]) {
    let scalar = xml.attributes["hex"].flatMap { UInt32($0, radix: 16) }
      .flatMap { Unicode.Scalar($0) }
    guard let scalar else {
      report(.malformedXML, "a <cp> without the number of a character is left out")
      return
    }
    text += Array(String(scalar).utf8)
  }

  /// Goes through the elements inside one whose start tag is the last token.
  ///
  /// - Parameter body: reads an element whose start tag is the last token.
  private mutating func eachChild(
    of element: String, _ body: (inout XLIFFReader) throws -> Void
  ) throws {
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .end where xml.name == element: return
      case .start where xml.name != unitName && xml.name != "segment": try body(&self)
      default: throw unreadable("<\(element)> is never closed")
      }
      try checkFaults()
    }
  }
}
