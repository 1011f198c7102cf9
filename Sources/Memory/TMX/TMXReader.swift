import BitestoText

/// Reads translation memories (TMX 1.1 to 1.4b, level 1 and 2), a unit at a time.
///
/// UTF-8, UTF-16 and declared legacy encodings, plain or packed with gzip. A unit that cannot be read is
/// told with its line, and reading goes on with the next. Nothing outside the file is read. Linear;
/// memory does not grow with the file.
public struct TMXReader: UnitReader, MarkupUnitReader {
  public internal(set) var header = MemoryHeader()
  /// Of the file, for a person.
  public var encodingName: String { xml.encodingName }
  /// How many bytes of the text, as UTF-8, have been read.
  public var offset: Int { xml.endOffset }

  var xml: XMLReader
  /// Found since the last unit.
  var problems: [MemoryProblem] = []
  /// Where the unit being read begins.
  var unitOffset = 0
  private var waiting: [UnitItem] = []
  private var given = 0
  private var isFinished = false
  private var languages = KnownLanguages()

  /// Looks at the tags; nil when what can be read anyway is not told.
  private var structure: StructureCheck?
  /// Where the tag stands that was looked at last.
  private var checkedOffset = -1

  /// Reads as far as the first unit.
  ///
  /// - Parameter isStrict: whether to tell everything that is not as the DTD and the standard have it, too,
  ///   and not only what keeps units from being read as they were meant.
  /// - Throws: ``MemoryError`` when it is no TMX file, or what the source throws.
  public init(_ source: ByteSource, isStrict: Bool = false) throws {
    xml = try XMLReader(source)
    if isStrict {
      structure = StructureCheck()
      xml.nesting = XMLNesting()
    }
    try readRoot()
    if isStrict { reportDeclarations() }
    try readHeader()
  }

  /// The next unit or problem; nil at the end.
  ///
  /// - Throws: ``MemoryError`` for what is no XML at all, or what the source throws.
  public mutating func next() throws -> UnitItem? {
    while given == waiting.count {
      if isFinished { return nil }
      let unit = try nextUnit()
      if problems.isEmpty {
        if let unit { return .unit(unit) }
        continue
      }
      waiting = problems.map(UnitItem.problem)
      if let unit { waiting.append(.unit(unit)) }
      problems = []
      given = 0
    }
    defer { given += 1 }
    return waiting[given]
  }

  /// The next token, looked at when the reader is strict.
  mutating func nextToken() throws -> XMLReader.Token {
    let token = try xml.next()
    if structure != nil { checkStructure(token) }
    return token
  }

  private mutating func checkStructure(_ token: XMLReader.Token) {
    // An element without content has its start and its end in one place.
    let place = xml.tokenOffset * 2 + (token == .end ? 1 : 0)
    guard token == .start || token == .end, place > checkedOffset else { return }
    checkedOffset = place
    let found =
      token == .end
      ? structure?.end(xml.name)
      : structure?.start(xml.name, hasPrefix: xml.prefix != nil, xml.attributes)
    for finding in found ?? [] { report(finding.rule, finding.message) }
  }

  // MARK: Body

  /// The next unit that can be read; nil when there is something to tell, or at the end.
  private mutating func nextUnit() throws -> TranslationUnit? {
    while true {
      let token = try nextToken()
      switch token {
      case .finished:
        takeFaults()
        if !isClosed {
          report(.truncated, "the file stops before </tmx>; copy or download it again")
        }
        if structure != nil, xml.isBeyondASCII {
          report(
            .encodingDeclaration, line: 1,
            "the file declares ASCII but has other characters; mend its first line")
        }
        isFinished = true
        return nil
      case .text where isClosed && (xml.hasVisibleText || xml.isVerbatim):
        try readTextAfterEnd()
      case .text where isClosed:
        // What was found since the end may belong to another memory.
        continue
      case .text:
        try readStrayText()
      case .end:
        if xml.name == "tmx" { isClosed = true }
      case .start:
        if isClosed, xml.name != "tmx" {
          report(.malformedXML, "<\(xml.name)> after </tmx>, where no element may stand; remove it")
        }
        switch xml.name {
        case "tu": return try readUnit()
        case "tmx":
          // Its declarations are no faults beside that.
          if isClosed { _ = xml.takeFaults() }
          report(
            .secondDocument,
            "a second memory begins here; its units are read, too: give each memory its own file")
          isClosed = false
        case "body": break
        case "header": try skipElement()
        default:
          if !isClosed { reportUnexpectedElement(isTextRead: false) }
          try skipElement()
        }
      }
      takeFaults()
      if !problems.isEmpty { return nil }
    }
  }

  /// Whether the root element has ended.
  private var isClosed = false
  private var isTextAfterEndTold = false

  private mutating func readUnit() throws -> TranslationUnit? {
    let line = xml.tokenLine()
    unitOffset = xml.tokenOffset
    let depth = (xml.nesting?.depth ?? 1) - 1
    takeFaults()
    do {
      return try unit(line: line)
    } catch let reason as Unreadable {
      xml.dropNestingFaults()
      reportUnreadable(reason, unit: line)
      try skipUnit()
      xml.resumeNesting(at: depth)
      takeFaults()
      return nil
    }
  }

  private mutating func readTextAfterEnd() throws {
    xml.checkText()
    guard !isTextAfterEndTold else { return }
    isTextAfterEndTold = true
    report(.malformedXML, "text after </tmx>, where XML has none; remove it")
  }

  /// Goes to the end of the unit, or to where another begins.
  private mutating func skipUnit() throws {
    xml.repeatToken()
    while true {
      let token = try xml.next()
      switch token {
      case .finished:
        xml.repeatToken()
        return
      case .start where xml.name == "tu" && xml.tokenOffset > unitOffset:
        xml.repeatToken()
        return
      case .end where xml.name == "body" || xml.name == "tmx":
        xml.repeatToken()
        return
      case .end where xml.name == "tu": return
      default: continue
      }
    }
  }
}

// MARK: Problems

extension TMXReader {
  /// Tells what the declarations before the first element hold that other tools may refuse.
  mutating func reportDeclarations() {
    if let line = xml.entityLine {
      report(
        .entityDeclaration, line: line,
        "the DOCTYPE declares entities, which many tools refuse; write their text itself")
    }
    if let declared = xml.misdeclaredEncoding {
      report(
        .encodingDeclaration, line: 1,
        "the file declares “\(declared)” but is \(encodingName); mend its first line")
    }
    if !Self.namedEncodings.contains(encodingName.lowercased()) {
      report(
        .otherEncoding, line: 1,
        "the file is in \(encodingName); TMX has UTF-8 and UTF-16: save it so")
    }
  }

  /// TMX 1.4b, "Encoding".
  private static let namedEncodings: Set<String> = ["utf-8", "utf-16"]

  /// Tells about the last start tag, which may not stand where it is.
  ///
  /// - Parameter isTextRead: whether the text of its element is read nevertheless.
  mutating func reportUnexpectedElement(isTextRead: Bool) {
    let advice = isTextRead ? "its text is read: remove the tags" : "it is not read: remove it"
    if TMXElement.named[xml.name] == nil {
      report(.unknownElement, "TMX has no element <\(excerpt(xml.name))>; \(advice)")
    } else if structure == nil {
      report(.misplacedElement, "<\(xml.name)> may not stand here; \(advice)")
    }
  }

  /// The language in the attributes of the last start tag.
  mutating func takeLanguage(from attributes: inout [XMLAttribute]) -> LanguageTag? {
    guard
      let index = attributes.firstIndex(where: { $0.name == "xml:lang" })
        ?? attributes.firstIndex(where: {
          let name = $0.name.lowercased()
          return name == "lang" || name.hasSuffix(":lang")
        })
    else { return nil }
    let attribute = attributes.remove(at: index)
    if attribute.name != "xml:lang" {
      report(.oldLanguageAttribute, "“\(attribute.name)” where TMX 1.4 has “xml:lang”; rename it")
    }
    let spelling = attribute.value.trimmingSpace
    if spelling.isEmpty { return nil }
    return languages.tag(spelling)
  }
}
