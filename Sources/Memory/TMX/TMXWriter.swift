import BitestoText

/// Writes translation memories as strict readers want them: TMX 1.4b, valid by its DTD, UTF-8, a unit at a
/// time.
///
/// What the DTD has no place for is not lost: attributes it does not know become properties. Dates get
/// TMX's form, or become properties when they are none; language tags get one spelling in the whole file;
/// codes without their partner become isolated ones. Linear; memory does not grow with the file.
public struct TMXWriter: UnitWriter {
  public enum Level: Int, Sendable {
    /// Words alone.
    case text = 1
    /// With the codes of the format that they came from.
    case codes = 2
  }

  /// What a writer is told beside the memory.
  public struct Options: Sendable {
    public var level: Level
    /// Tags to write instead of others, such as "en-GB" for "en".
    public var tags: [LanguageTag: String]
    /// For files that do not name their maker.
    public var toolVersion: String

    public init(level: Level = .codes, tags: [LanguageTag: String] = [:], toolVersion: String = "0")
    {
      self.level = level
      self.tags = tags
      self.toolVersion = toolVersion
    }
  }

  private let options: Options
  private var output: ByteOutput

  /// Writes everything before the first unit.
  ///
  /// - Parameter sink: takes the next bytes; what it throws ends the writing.
  public init(
    header: MemoryHeader, options: Options = Options(),
    sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    self.options = options
    output = ByteOutput(sink: sink)
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n")
    write(header)
    try output.flushIfLarge()
  }

  /// Writes a unit; one without a variant has no place in TMX.
  @discardableResult
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    guard !unit.variants.isEmpty else { return false }
    var unit = unit
    unit.attributes["srclang"] = unit.attributes["srclang"].map(sourceTag)
    output.raw("    <tu")
    let homeless = write(unit.attributes, of: TMXAttributes.unit)
    output.raw(">\n")
    write(unit.notes, unit.properties + homeless, indent: "      ")
    for variant in unit.variants { write(variant) }
    output.raw("    </tu>\n")
    try output.flushIfLarge()
    return true
  }

  /// Writes the end; nothing may be written after it.
  public mutating func finish() throws {
    output.raw("  </body>\n</tmx>\n")
    try output.finish()
  }

  // MARK: Elements

  private mutating func write(_ header: MemoryHeader) {
    var attributes = header.attributes
    let defaults = [
      ("creationtool", "Bitesto"), ("creationtoolversion", options.toolVersion),
      ("segtype", "block"), ("o-tmf", "unknown"), ("adminlang", "en"), ("srclang", "*all*"),
      ("datatype", "unknown"),
    ]
    var properties = header.properties
    if let type = attributes["segtype"], !TMXAttributes.segmentTypes.contains(type) {
      properties.append(MemoryProperty("x-segtype", type))
      attributes["segtype"] = nil
    }
    for (name, value) in defaults where attributes[name] == nil { attributes[name] = value }
    attributes["srclang"] = attributes["srclang"].map(sourceTag)
    output.raw("  <header")
    properties += write(attributes, of: TMXAttributes.header)
    if header.notes.isEmpty, properties.isEmpty, header.encodings.isEmpty {
      output.raw("/>\n  <body>\n")
      return
    }
    output.raw(">\n")
    write(header.notes, properties, indent: "    ")
    for encoding in header.encodings {
      let maps = encoding.maps.filter { $0["unicode"] != nil }
      if maps.isEmpty { continue }
      var attributes = encoding.attributes
      if attributes["name"] == nil { attributes["name"] = "unknown" }
      output.raw("    <ude")
      _ = write(attributes, of: TMXAttributes.encoding)
      output.raw(">\n")
      for map in maps {
        output.raw("      <map")
        _ = write(map, of: TMXAttributes.map)
        output.raw("/>\n")
      }
      output.raw("    </ude>\n")
    }
    output.raw("  </header>\n  <body>\n")
  }

  private mutating func write(_ variant: UnitVariant) {
    output.raw("      <tuv")
    let language = TMXAttributes.valid(tag(variant.language), of: "xml:lang")
    write("xml:lang", language ?? "und")
    var homeless = write(variant.attributes, of: TMXAttributes.variant)
    if language == nil {
      homeless.append(MemoryProperty("x-xml:lang", variant.language.spelling))
    }
    output.raw(">\n")
    write(variant.notes, variant.properties + homeless, indent: "        ")
    output.raw("        <seg>")
    switch options.level {
    case .text: output.markup(variant.segment.plainText, in: .xml)
    case .codes: output.tmx(variant.segment)
    }
    output.raw("</seg>\n      </tuv>\n")
  }

  private mutating func write(
    _ notes: [MemoryNote], _ properties: [MemoryProperty], indent: String
  ) {
    for note in notes {
      output.raw("\(indent)<note")
      write(languageAttributes: note.attributes)
      output.raw(">")
      output.markup(note.text, in: .xml)
      output.raw("</note>\n")
    }
    for property in properties {
      output.raw("\(indent)<prop")
      write("type", property.type.isEmpty ? "x-unknown" : property.type)
      write(languageAttributes: property.attributes)
      output.raw(">")
      output.markup(property.text, in: .xml)
      output.raw("</prop>\n")
    }
  }

  // MARK: Attributes

  /// Writes attributes in the order of a table.
  ///
  /// - Returns: those that have no place there, as properties.
  private mutating func write(
    _ attributes: [XMLAttribute], of table: [String]
  ) -> [MemoryProperty] {
    if attributes.isEmpty { return [] }
    var homeless: [MemoryProperty] = []
    for name in table {
      guard let value = attributes[name] else { continue }
      if let value = TMXAttributes.valid(value, of: name) {
        write(name, value)
      } else {
        homeless.append(MemoryProperty("x-\(name)", value))
      }
    }
    for attribute in attributes
    where !table.contains(attribute.name) && !attribute.name.hasPrefix("xml") {
      homeless.append(MemoryProperty("x-attribute:\(attribute.name)", attribute.value))
    }
    return homeless
  }

  private mutating func write(languageAttributes attributes: [XMLAttribute]) {
    if attributes.isEmpty { return }
    var attributes = attributes
    if let old = attributes["lang"], attributes["xml:lang"] == nil { attributes["xml:lang"] = old }
    attributes["lang"] = nil
    _ = write(attributes, of: TMXAttributes.property)
  }

  private mutating func write(_ name: String, _ value: String) {
    output.raw(" \(name)=\"")
    output.xmlAttribute(value)
    output.raw("\"")
  }

  private func tag(_ language: LanguageTag) -> String {
    options.tags.isEmpty ? language.canonical : options.tags[language] ?? language.canonical
  }

  private func sourceTag(_ value: String) -> String {
    LanguageTag(srclang: value).map(tag) ?? "*all*"
  }
}
