import BitestoText

extension TMXReader {
  // MARK: Header

  /// Goes to the first start tag, which must be that of a TMX file.
  mutating func readRoot() throws {
    while true {
      switch try nextToken() {
      case .start where xml.name == "tmx":
        header.version = xml.attributes["version"]
        return
      case .finished where xml.endOffset == 0: throw MemoryError("it is empty")
      case .text where !xml.hasVisibleText && !xml.isVerbatim: continue
      default:
        throw MemoryError(
          line: xml.tokenLine(), "expected a TMX file, whose first element is <tmx>")
      }
    }
  }

  /// Reads what stands before the body.
  mutating func readHeader() throws {
    while true {
      switch try nextToken() {
      case .start where xml.name == "header":
        let depth = (xml.nesting?.depth ?? 1) - 1
        do {
          unitOffset = xml.tokenOffset
          try readHeaderElement()
        } catch let reason as Unreadable {
          report(
            .malformedXML, line: reason.line, "the header cannot be read: \(reason.what)")
          try skipHeader()
          xml.resumeNesting(at: depth)
        }
        return
      case .start, .finished:
        report(.missingHeader, "the memory has no header; add one before <body>")
        xml.repeatToken()
        return
      case .text: try readStrayText()
      case .end: continue
      }
    }
  }

  /// Goes to the end of the header, or to where the body begins.
  private mutating func skipHeader() throws {
    xml.repeatToken()
    while true {
      switch try xml.next() {
      case .end where xml.name == "header": return
      case .start where xml.name == "body" || xml.name == "tu", .finished:
        xml.repeatToken()
        return
      default: continue
      }
    }
  }

  private mutating func readHeaderElement() throws {
    header.attributes = xml.attributes
    while true {
      let token = try nextToken()
      switch token {
      case .text: try readStrayText()
      case .end where xml.name == "header": return
      case .start where xml.name == "note": header.notes.append(try note())
      case .start where xml.name == "prop": header.properties.append(try property())
      case .start where xml.name == "ude":
        header.encodings.append(UserDefinedEncoding(attributes: xml.attributes))
      case .start where xml.name == "map":
        if !header.encodings.isEmpty {
          header.encodings[header.encodings.count - 1].maps.append(xml.attributes)
        }
      case .end where xml.name == "ude" || xml.name == "map": continue
      case .start where xml.name == "body" || xml.name == "tu":
        throw unreadable("it is never closed")
      case .start:
        reportUnexpectedElement(isTextRead: false)
        try skipElement()
      case .end, .finished: throw unreadable("it is never closed")
      }
      try checkFaults()
    }
  }

  // MARK: Units

  /// Reads a unit whose start tag is the last token.
  ///
  /// - Throws: ``Unreadable`` when it cannot be read.
  mutating func unit(line: Int) throws -> TranslationUnit {
    var unit = TranslationUnit(attributes: xml.attributes, line: line)
    while true {
      let token = try nextToken()
      switch token {
      case .text: try readStrayText()
      case .end where xml.name == "tu":
        try checkFaults()
        guard !unit.variants.isEmpty else {
          throw unreadable("it has no segment with a language; add one")
        }
        return unit
      case .start:
        switch xml.name {
        case "note": unit.notes.append(try note())
        case "prop": unit.properties.append(try property())
        case "tuv":
          if let variant = try variant() { unit.variants.append(variant) }
          if unit.variants.count > UnitLimits.mostVariants {
            throw unreadable("it has more than \(UnitLimits.mostVariants) variants")
          }
        case "tu": throw unreadable("another unit begins inside it; add </tu> before that")
        default:
          reportUnexpectedElement(isTextRead: false)
          try skipElement()
        }
      case .end: throw unreadable("</\(xml.name)> where </tu> should stand")
      case .finished: throw unreadable("the file stops inside it")
      }
      try checkFaults()
    }
  }

  /// Reads a variant; nil for one without a language.
  private mutating func variant() throws -> UnitVariant? {
    var attributes = xml.attributes
    let language = takeLanguage(from: &attributes)
    if language == nil {
      report(.missingLanguage, "a variant has no language and is left out; add “xml:lang”")
    }
    var variant = UnitVariant(language: language ?? "und", attributes: attributes, segment: "")
    var hasSegment = false
    while true {
      let token = try nextToken()
      switch token {
      case .text: try readStrayText()
      case .end where xml.name == "tuv":
        if !hasSegment {
          report(.missingSegment, "a variant has no segment; it is read as empty: add <seg>")
        }
        return language == nil ? nil : variant
      case .start:
        switch xml.name {
        case "note": variant.notes.append(try note())
        case "prop": variant.properties.append(try property())
        case "seg" where hasSegment:
          throw unreadable("a variant has two segments; keep one")
        case "seg":
          variant.segment = try segment()
          hasSegment = true
        case "tu", "tuv":
          throw unreadable("<\(xml.name)> inside a variant; close the variant before it")
        default:
          reportUnexpectedElement(isTextRead: false)
          try skipElement()
        }
      case .end: throw unreadable("</\(xml.name)> where </tuv> should stand")
      case .finished: throw unreadable("the file stops inside it")
      }
      try checkFaults()
    }
  }

  private mutating func note() throws -> MemoryNote {
    let attributes = xml.attributes
    return MemoryNote(try text(of: "note"), attributes: attributes)
  }

  private mutating func property() throws -> MemoryProperty {
    var attributes = xml.attributes
    let type = attributes["type"] ?? ""
    attributes["type"] = nil
    return MemoryProperty(type, try text(of: "prop"), attributes: attributes)
  }

  /// The text of an element whose start tag is the last token.
  private mutating func text(of element: String) throws -> String {
    var text: [UInt8] = []
    while true {
      let token = try nextToken()
      switch token {
      case .text: xml.appendText(to: &text)
      case .end where xml.name == element: return String(decoding: text, as: UTF8.self)
      // Words are not lost for the sake of a tag around them.
      case .start where xml.name != "tu" && xml.name != "tuv" && xml.name != "seg":
        reportUnexpectedElement(isTextRead: true)
      case .end where xml.name != "tu" && xml.name != "tuv": continue
      default: throw unreadable("<\(element)> is never closed; add </\(element)>")
      }
      try checkFaults()
    }
  }

  /// Goes past the end of an element whose start tag is the last token.
  mutating func skipElement() throws {
    var open = [xml.name]
    while let name = open.last {
      let token = try xml.next()
      switch token {
      case .text: xml.checkText()
      case .start where xml.name == "tu" || xml.name == "tuv":
        xml.repeatToken()
        return
      case .start where open.count < UnitLimits.greatestDepth: open.append(xml.name)
      case .end where xml.name == name: open.removeLast()
      default:
        xml.repeatToken()
        return
      }
    }
  }

  // MARK: Segments

  /// A segment whose start tag is the last token.
  private mutating func segment() throws -> SegmentContent {
    var open: [InlineCode] = []
    var content = SegmentContent()
    var text: [UInt8] = []
    func flush(_ open: inout [InlineCode], _ content: inout SegmentContent, _ text: inout [UInt8]) {
      guard !text.isEmpty else { return }
      let string = String(decoding: text, as: UTF8.self)
      text.removeAll(keepingCapacity: true)
      if open.isEmpty {
        content.append(string)
      } else {
        open[open.count - 1].content.append(string)
      }
    }
    while true {
      let token = try nextToken()
      switch token {
      case .text:
        xml.appendText(to: &text)
      case .end where xml.name == "seg":
        if let code = open.last {
          throw unreadable("<\(code.kind.rawValue)> is never closed; add </\(code.kind.rawValue)>")
        }
        flush(&open, &content, &text)
        return content
      case .start:
        if let kind = InlineCode.Kind(rawValue: xml.name) {
          guard open.count < UnitLimits.greatestDepth else {
            throw unreadable(
              "its codes lie more than \(UnitLimits.greatestDepth) deep; simplify it")
          }
          flush(&open, &content, &text)
          open.append(InlineCode(kind, attributes: xml.attributes))
        } else if ["tu", "tuv", "seg"].contains(xml.name) {
          throw unreadable("<\(xml.name)> inside a segment; close the segment before it")
        } else {
          reportUnexpectedElement(isTextRead: true)
        }
      case .end:
        if let kind = InlineCode.Kind(rawValue: xml.name) {
          guard open.last?.kind == kind else {
            throw unreadable("</\(xml.name)> without its start tag; remove it, or add the start")
          }
          flush(&open, &content, &text)
          let code = open.removeLast()
          if open.isEmpty {
            content.append(code)
          } else {
            open[open.count - 1].content.append(code)
          }
        } else if ["tu", "tuv", "body", "tmx"].contains(xml.name) {
          throw unreadable("</\(xml.name)> where </seg> should stand")
        }
      case .finished: throw unreadable("the file stops inside it")
      }
      try checkFaults()
    }
  }
}
