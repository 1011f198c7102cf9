import BitestoText

/// Reads XLIFF 1.0 to 1.2 and 2.0 to 2.1 as editors give it back, a segment at a time.
///
/// The version that the file states decides, whatever it is called. Each segment is a unit: a `segment`
/// of version 2, each `mrk` of type "seg" of a `seg-source`, or else a whole `trans-unit`. Suggestions
/// (`alt-trans`, matches) are not translations and are passed over, as are binary units and what stands
/// between segments. A unit that cannot be read is told with its line, and reading goes on with the next.
/// Nothing outside the file is read. Linear; memory does not grow with the file.
public struct XLIFFReader: UnitReader, MarkupUnitReader {
  /// Groups inside each other that are kept apart.
  private static let greatestGroups = 1000

  public internal(set) var header = MemoryHeader()
  /// Of the file, for a person.
  public var encodingName: String { xml.encodingName }
  /// How many bytes of the text, as UTF-8, have been read.
  public var offset: Int { xml.endOffset }

  var xml: XMLReader
  var problems: [MemoryProblem] = []
  var unitOffset = 0
  /// Whether it is of version 2.
  var isNew = false
  /// Whether it was written by ``XLIFFWriter``, whose ids tell more.
  var isOwn = false
  var sourceLanguage: LanguageTag?
  var targetLanguage: LanguageTag?
  private let options: UnitReadingOptions
  private var waiting: [UnitItem] = []
  private var given = 0
  private var isFinished = false
  private var isClosed = false
  private var hasHeader = false
  /// Whether the open files and groups may be translated.
  private var translatable: [Bool] = []
  /// Of open groups beyond those in `translatable`.
  private var furtherGroups = 0

  /// Reads as far as the first unit.
  ///
  /// - Throws: ``MemoryError`` when it is no XLIFF file, or what the source throws.
  public init(_ source: ByteSource, options: UnitReadingOptions = UnitReadingOptions()) throws {
    self.options = options
    xml = try XMLReader(source)
    try readRoot()
    _ = try findUnit()
    xml.repeatToken()
    hasHeader = true
  }

  /// The next unit or problem; nil at the end.
  ///
  /// - Throws: ``MemoryError`` for what is no XML at all, or what the source throws.
  public mutating func next() throws -> UnitItem? {
    while given == waiting.count {
      if isFinished, problems.isEmpty { return nil }
      var units: [TranslationUnit] = []
      if try findUnit() {
        units = try readUnit()
      } else {
        finish()
      }
      waiting = problems.map(UnitItem.problem) + units.map(UnitItem.unit)
      problems = []
      given = 0
    }
    defer { given += 1 }
    return waiting[given]
  }

  private mutating func finish() {
    if !isFinished, !isClosed {
      report(.truncated, "the file stops before </xliff>; copy or download it again")
    }
    isFinished = true
  }

  var unitName: String { isNew ? "unit" : "trans-unit" }

  // MARK: Outside of units

  private mutating func readRoot() throws {
    while true {
      switch try xml.next() {
      case .start where xml.name == "xliff":
        readVersion()
        return
      case .finished where xml.endOffset == 0: throw MemoryError("it is empty")
      case .text where !xml.hasVisibleText: continue
      default:
        throw MemoryError(
          line: xml.tokenLine(), "expected an XLIFF file, whose first element is <xliff>")
      }
    }
  }

  /// Reads what the root says.
  private mutating func readVersion() {
    let version = xml.attributes["version"]
    isNew = version.map { $0.hasPrefix("2") } ?? (xml.attributes["srcLang"] != nil)
    if isNew {
      sourceLanguage = language(xml.attributes["srcLang"]) ?? options.source
      targetLanguage = language(xml.attributes["trgLang"]) ?? options.target
    }
    guard !hasHeader else { return }
    header.version = version
    if isNew { header.attributes["srclang"] = sourceLanguage?.spelling }
  }

  private func language(_ spelling: String?) -> LanguageTag? {
    spelling.map(\.trimmingSpace).flatMap { $0.isEmpty ? nil : LanguageTag($0) }
  }

  /// Goes to the start tag of the next unit; false at the end of the file.
  private mutating func findUnit() throws -> Bool {
    while true {
      let token = try xml.next()
      switch token {
      case .finished:
        takeFaults()
        return false
      case .text: try readStrayText()
      case .end: close()
      case .start where xml.name == unitName: return true
      case .start: try open()
      }
      takeFaults()
    }
  }

  private mutating func open() throws {
    switch xml.name {
    case "xliff":
      report(.secondDocument, "a second XLIFF file begins here; its units are read, too")
      isClosed = false
      readVersion()
    case "file":
      translatable = [xml.attributes["translate"] != "no"]
      furtherGroups = 0
      readFile()
    case "group":
      guard translatable.count < Self.greatestGroups else {
        furtherGroups += 1
        return
      }
      let isOpen = xml.attributes["translate"].map { $0 != "no" }
      translatable.append(isOpen ?? translatable.last ?? true)
    case "body": break
    case "header" where !isNew, "notes" where isNew, "metadata" where isNew:
      guard !hasHeader, translatable.count == 1 else { return try skipElement() }
      unitOffset = xml.tokenOffset
      do {
        try readHeader()
      } catch let reason as Unreadable {
        report(.malformedXML, "the header cannot be read: \(reason.what)")
      }
    default: try skipElement()
    }
  }

  private mutating func close() {
    switch xml.name {
    case "xliff": isClosed = true
    case "file": translatable = []
    case "group" where furtherGroups > 0: furtherGroups -= 1
    case "group" where translatable.count > 1: translatable.removeLast()
    default: break
    }
  }

  /// Reads what the start tag of a file says.
  private mutating func readFile() {
    if !isNew {
      sourceLanguage = language(xml.attributes["source-language"]) ?? options.source
      targetLanguage = language(xml.attributes["target-language"]) ?? options.target
    }
    if sourceLanguage == nil {
      report(.missingLanguage, "the file does not say its source language")
    }
    guard !hasHeader, header.properties.isEmpty, header.attributes["datatype"] == nil else {
      return
    }
    if let original = xml.attributes["original"] {
      header.properties.append(MemoryProperty(XLIFFFile.originalProperty, original))
    }
    if !isNew {
      header.attributes["srclang"] = sourceLanguage?.spelling
      header.attributes["datatype"] = xml.attributes["datatype"].map(XLIFFList.datatypes.read)
      header.attributes["creationdate"] =
        xml.attributes["date"].map { MemoryDate.normalized($0) ?? $0 }
      isOwn = xml.attributes["tool-id"] == XLIFFFile.tool
    }
  }

  private mutating func readHeader() throws {
    if isNew {
      var facts = XLIFFFacts()
      if xml.name == "notes" {
        try readNotes(into: &facts)
      } else {
        try readMetadata(into: &facts)
      }
      isOwn = isOwn || facts.tools.contains { $0.text == "Bitesto" }
      header.notes += facts[.unit].notes
      header.properties += facts[.unit].properties
      header.attributes += facts[.unit].attributes.filter { header.attributes[$0.name] == nil }
      return
    }
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .end where xml.name == "header": return
      case .start where xml.name == "note":
        var note = try note()
        if isOwn, let type = note.attributes["from"] {
          header.properties.append(MemoryProperty(type, note.text))
        } else {
          note.attributes["annotates"] = nil
          header.notes.append(note)
        }
      case .start where xml.name == "tool":
        header.attributes["creationtool"] = xml.attributes["tool-name"]
        header.attributes["creationtoolversion"] = xml.attributes["tool-version"]
        try skipElement()
      case .start where xml.name == "body" || xml.name == unitName || xml.name == "file":
        xml.repeatToken()
        throw unreadable("it is never closed")
      case .start: try skipElement()
      case .end, .finished:
        xml.repeatToken()
        throw unreadable("it is never closed")
      }
      try checkFaults()
    }
  }

  // MARK: Units

  private mutating func readUnit() throws -> [TranslationUnit] {
    let line = xml.tokenLine()
    unitOffset = xml.tokenOffset
    takeFaults()
    do {
      let isTranslatable =
        xml.attributes["translate"].map { $0 != "no" } ?? translatable.last ?? true
      var units = isNew ? try newUnits(line: line) : try oldUnits(line: line)
      if !isTranslatable {
        for index in units.indices {
          units[index].properties.append(MemoryProperty("x-translate", "no"))
        }
      }
      return units
    } catch let reason as Unreadable {
      reportUnreadable(reason, unit: line)
      try skipUnit()
      takeFaults()
      return []
    }
  }

  /// Goes to the end of the unit, or to where another begins.
  private mutating func skipUnit() throws {
    xml.repeatToken()
    while true {
      switch try xml.next() {
      case .finished:
        xml.repeatToken()
        return
      case .start where xml.name == unitName && xml.tokenOffset > unitOffset,
        .start where xml.name == "file",
        .end where ["group", "body", "file", "xliff"].contains(xml.name):
        xml.repeatToken()
        return
      case .end where xml.name == unitName: return
      default: continue
      }
    }
  }

  /// Goes past the end of an element whose start tag is the last token; stops where it cannot go on.
  mutating func skipElement() throws {
    // Binary units may hold others.
    let holdsUnits = xml.name == "bin-unit"
    var open = [xml.name]
    while let name = open.last {
      switch try xml.next() {
      case .text: continue
      case .start where xml.name == unitName && !holdsUnits:
        xml.repeatToken()
        return
      case .start where open.count < Self.greatestGroups: open.append(xml.name)
      case .end where xml.name == name: open.removeLast()
      default:
        xml.repeatToken()
        return
      }
    }
  }
}
