import BitestoText

extension XLIFFReader {
  // MARK: Version 1

  /// The units of a `trans-unit` whose start tag is the last token: one for each segment.
  ///
  /// - Throws: ``Unreadable`` when it cannot be read.
  mutating func oldUnits(line: Int) throws -> [TranslationUnit] {
    let attributes = xml.attributes
    var facts = XLIFFFacts()
    var (source, segmented, target): (XLIFFSide?, XLIFFSide?, XLIFFSide?)
    var levels: [String: String] = [:]
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .start:
        switch xml.name {
        case "source": source = try side(notAfter: source)
        case "seg-source": segmented = try side(notAfter: segmented)
        case "target": target = try side(notAfter: target)
        case "note": try readNote(into: &facts)
        case "context-group": try readContexts(into: &facts)
        case "prop-group": try readProperties(into: &facts)
        case "seg-defs": try readConfirmationLevels(into: &levels)
        case unitName, "file": throw unreadable("another unit begins inside it")
        default: try skipElement()
        }
      case .end where xml.name == unitName:
        try checkFaults()
        guard let source = source ?? segmented else { throw unreadable("it has no <source>") }
        return units(attributes, facts, source, segmented, target, levels, line: line)
      case .end: throw unreadable("</\(xml.name)> where </\(unitName)> should stand")
      case .finished: throw unreadable("the file stops inside it")
      }
      try checkFaults()
    }
  }

  private func units(
    _ attributes: [XMLAttribute], _ facts: XLIFFFacts, _ source: XLIFFSide,
    _ segmented: XLIFFSide?, _ target: XLIFFSide?, _ levels: [String: String], line: Int
  ) -> [TranslationUnit] {
    let state = XLIFFState.read(
      state: target?.attributes["state"], isApproved: attributes["approved"] == "yes")
    let languages = (
      source.language ?? sourceLanguage ?? "und", target?.language ?? targetLanguage ?? "und"
    )
    let name = name(attributes["id"], attributes["resname"])
    let segments = segmented?.content.segments ?? []
    let translated = target?.content.segments ?? []
    // A target in one piece is that of the whole.
    if segments.isEmpty || translated.isEmpty && target != nil && segments.count != 1 {
      return [
        facts.unit(
          name: name, source: source.content.withoutSegments,
          target: target?.content.withoutSegments, state: state, languages: languages, line: line)
      ]
    }
    return segments.enumerated().map { index, segment in
      let own = translated.first { $0.id == segment.id }?.content
      let isWhole = translated.isEmpty && segments.count == 1
      let level = segment.id.flatMap { levels[$0] }
      return facts.unit(
        name: segments.count == 1 ? name : name.map { "\($0).\(segment.id ?? "\(index + 1)")" },
        source: segment.content, target: isWhole ? target?.content.withoutSegments : own,
        state: level.map(XLIFFState.read(confirmationLevel:))
          ?? (own == nil && !isWhole ? [] : state), languages: languages, line: line)
    }
  }

  /// What a unit is called: in a file of our own its name, if it has one.
  private func name(_ id: String?, _ name: String?) -> String? {
    guard isOwn else { return id ?? name }
    return name ?? id.flatMap { $0.hasPrefix("_") ? nil : $0 }
  }

  // MARK: Version 2

  /// The units of a `unit` whose start tag is the last token: one for each segment.
  ///
  /// - Throws: ``Unreadable`` when it cannot be read.
  mutating func newUnits(line: Int) throws -> [TranslationUnit] {
    let attributes = xml.attributes
    var facts = XLIFFFacts()
    var data: [String: String] = [:]
    var segments: [XLIFFSegment] = []
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .start:
        switch xml.name {
        case "segment": segments.append(try segment(data))
        case "originalData": data = try readData()
        case "notes": try readNotes(into: &facts)
        case "metadata": try readMetadata(into: &facts)
        case unitName, "file": throw unreadable("another unit begins inside it")
        // What stands between segments is no unit; suggestions are no translations.
        default: try skipElement()
        }
      case .end where xml.name == unitName:
        try checkFaults()
        if segments.isEmpty { throw unreadable("it has no <segment>") }
        let name = name(attributes["id"], attributes["name"])
        return segments.enumerated().map { index, segment in
          let suffix = segment.attributes["id"] ?? "\(index + 1)"
          return facts.unit(
            name: segments.count == 1 ? name : name.map { "\($0).\(suffix)" },
            source: segment.source.content, target: segment.target?.content,
            state: XLIFFState.read(
              state: segment.attributes["state"], substate: segment.attributes["subState"]),
            languages: (
              segment.source.language ?? sourceLanguage ?? "und",
              segment.target?.language ?? targetLanguage ?? "und"
            ), line: line)
        }
      case .end: throw unreadable("</\(xml.name)> where </\(unitName)> should stand")
      case .finished: throw unreadable("the file stops inside it")
      }
      try checkFaults()
    }
  }

  private struct XLIFFSegment {
    var attributes: [XMLAttribute]
    var source: XLIFFSide
    var target: XLIFFSide?
  }

  private mutating func segment(_ data: [String: String]) throws -> XLIFFSegment {
    let attributes = xml.attributes
    var (source, target): (XLIFFSide?, XLIFFSide?)
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .start where xml.name == "source": source = try side(notAfter: source, data)
      case .start where xml.name == "target": target = try side(notAfter: target, data)
      case .start where xml.name != unitName && xml.name != "segment": try skipElement()
      case .end where xml.name == "segment":
        guard let source else { throw unreadable("a segment has no <source>") }
        return XLIFFSegment(attributes: attributes, source: source, target: target)
      default: throw unreadable("<segment> is never closed")
      }
      try checkFaults()
    }
  }

  /// A `source` or `target` whose start tag is the last token.
  private mutating func side(
    notAfter earlier: XLIFFSide?, _ data: [String: String] = [:]
  ) throws -> XLIFFSide {
    guard earlier == nil else { throw unreadable("it has two <\(xml.name)>") }
    let attributes = xml.attributes
    return XLIFFSide(attributes: attributes, content: try content(of: xml.name, data))
  }
}

/// The words of a unit in one language.
struct XLIFFSide {
  var attributes: [XMLAttribute]
  var content: SegmentContent

  var language: LanguageTag? {
    attributes["xml:lang"].map(\.trimmingSpace).flatMap { $0.isEmpty ? nil : LanguageTag($0) }
  }
}
