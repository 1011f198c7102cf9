import BitestoText

/// Reads JSON Lines as ``JSONUnitWriter`` writes them, a unit a line.
///
/// A unit needs only `variants`, and a variant `language` and `text`; members that are not known are
/// passed over. A line that is no unit is told with what is wrong and passed over. Linear; memory holds
/// a line.
public struct JSONUnitReader: UnitReader {
  public private(set) var header = MemoryHeader()
  public var encodingName: String { lines.encodingName }

  private var lines: TextLines
  private var waiting: UnitItem?
  private var languages = KnownLanguages()

  /// Reads as far as the first unit.
  public init(_ source: ByteSource, options: UnitReadingOptions = UnitReadingOptions()) throws {
    lines = try TextLines(source)
    while let line = try nextLine() {
      switch read(line) {
      case .header(let found): header = found
      case .item(let item): waiting = item
      }
      break
    }
    if header.sourceLanguage == nil, let source = options.source {
      header.attributes["srclang"] = source.canonical
    }
  }

  public mutating func next() throws -> UnitItem? {
    if let item = waiting {
      waiting = nil
      return item
    }
    while let line = try nextLine() {
      // Files that were joined have a header each; the first counts.
      if case .item(let item) = read(line) { return item }
    }
    return nil
  }

  private mutating func nextLine() throws -> TextLines.Line? {
    while let line = try lines.next() {
      if line.fault != nil || !line.text.allSatisfy({ $0 <= 0x20 }) { return line }
    }
    return nil
  }

  private enum Record {
    case header(MemoryHeader)
    case item(UnitItem)
  }

  private mutating func read(_ line: TextLines.Line) -> Record {
    func problem(_ what: String) -> Record {
      .item(
        .problem(MemoryProblem(.unreadableUnit, line: line.number, "unit left out: \(what)")))
    }
    if let fault = line.fault { return problem(fault) }
    var scanner = JSONScanner(line.text)
    do {
      let record = try record(&scanner, line: line.number)
      try scanner.end()
      return record
    } catch let fault as JSONScanner.Fault {
      return problem("\(fault.what) (byte \(fault.offset + 1) of the line)")
    } catch {
      return problem("\(error)")
    }
  }

  private mutating func record(_ scanner: inout JSONScanner, line: Int) throws -> Record {
    var unit = TranslationUnit(line: line)
    var header: MemoryHeader?
    var hasVariants = false
    try scanner.object { scanner, key in
      switch key {
      case "header": header = try scanner.memoryHeader()
      case "attributes": unit.attributes = try scanner.attributes()
      case "notes": unit.notes = try scanner.notes()
      case "properties": unit.properties = try scanner.properties()
      case "variants":
        hasVariants = true
        try scanner.array { unit.variants.append(try variant(&$0)) }
      default: try scanner.skip()
      }
    }
    if let header { return .header(header) }
    guard hasVariants, !unit.variants.isEmpty else { throw MemoryError("it has no variants") }
    guard unit.variants.count <= UnitLimits.mostVariants else {
      throw MemoryError("it has more than \(UnitLimits.mostVariants) variants")
    }
    return .item(.unit(unit))
  }

  private mutating func variant(_ scanner: inout JSONScanner) throws -> UnitVariant {
    var variant = UnitVariant(language: "und", segment: "")
    var language: String?
    var text: String?
    var segment: SegmentContent?
    try scanner.object { scanner, key in
      switch key {
      case "language": language = try scanner.string()
      case "text": text = try scanner.string()
      case "segment": segment = try scanner.segment()
      case "attributes": variant.attributes = try scanner.attributes()
      case "notes": variant.notes = try scanner.notes()
      case "properties": variant.properties = try scanner.properties()
      default: try scanner.skip()
      }
    }
    guard let language, !language.isEmpty else {
      throw MemoryError("a variant has no “language”")
    }
    guard text != nil || segment != nil else { throw MemoryError("a variant has no “text”") }
    variant.language = languages.tag(language)
    variant.segment = segment ?? SegmentContent(text ?? "")
    return variant
  }
}

extension JSONScanner {
  fileprivate mutating func memoryHeader() throws -> MemoryHeader {
    var header = MemoryHeader()
    try object { scanner, key in
      switch key {
      case "version": header.version = try scanner.string()
      case "attributes": header.attributes = try scanner.attributes()
      case "notes": header.notes = try scanner.notes()
      case "properties": header.properties = try scanner.properties()
      case "encodings": header.encodings = try scanner.encodings()
      default: try scanner.skip()
      }
    }
    return header
  }

  fileprivate mutating func attributes() throws -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    try object { scanner, key in attributes.append(XMLAttribute(key, try scanner.string())) }
    return attributes
  }

  fileprivate mutating func notes() throws -> [MemoryNote] {
    var notes: [MemoryNote] = []
    try array { scanner in
      var note = MemoryNote("")
      try scanner.object { scanner, key in
        switch key {
        case "text": note.text = try scanner.string()
        case "attributes": note.attributes = try scanner.attributes()
        default: try scanner.skip()
        }
      }
      notes.append(note)
    }
    return notes
  }

  fileprivate mutating func properties() throws -> [MemoryProperty] {
    var properties: [MemoryProperty] = []
    try array { scanner in
      var property = MemoryProperty("", "")
      try scanner.object { scanner, key in
        switch key {
        case "type": property.type = try scanner.string()
        case "text": property.text = try scanner.string()
        case "attributes": property.attributes = try scanner.attributes()
        default: try scanner.skip()
        }
      }
      properties.append(property)
    }
    return properties
  }

  fileprivate mutating func encodings() throws -> [UserDefinedEncoding] {
    var encodings: [UserDefinedEncoding] = []
    try array { scanner in
      var encoding = UserDefinedEncoding()
      try scanner.object { scanner, key in
        switch key {
        case "attributes": encoding.attributes = try scanner.attributes()
        case "maps":
          try scanner.array { scanner in
            try scanner.object { scanner, key in
              if key == "attributes" {
                encoding.maps.append(try scanner.attributes())
              } else {
                try scanner.skip()
              }
            }
          }
        default: try scanner.skip()
        }
      }
      encodings.append(encoding)
    }
    return encodings
  }

  fileprivate mutating func segment() throws -> SegmentContent {
    var content = SegmentContent()
    try array { scanner in
      if scanner.isNext(UInt8(ascii: "{")) {
        content.append(try scanner.code())
      } else {
        content.append(try scanner.string())
      }
    }
    return content
  }

  private mutating func code() throws -> InlineCode {
    var kind: InlineCode.Kind?
    var code = InlineCode(.placeholder)
    try object { scanner, key in
      switch key {
      case "code":
        let name = try scanner.string()
        kind = InlineCode.Kind(rawValue: name)
        if kind == nil { throw MemoryError("a code of unknown kind “\(name)”") }
      case "attributes": code.attributes = try scanner.attributes()
      case "content": code.content = try scanner.segment()
      default: try scanner.skip()
      }
    }
    guard let kind else { throw MemoryError("a code without its kind, “code”") }
    code.kind = kind
    return code
  }
}
