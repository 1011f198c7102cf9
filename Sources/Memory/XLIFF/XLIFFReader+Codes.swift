import BitestoText

extension XLIFFReader {
  /// An element that is open inside a side.
  private struct Frame {
    var name: String
    /// What its content belongs to; nil for that of the element around it.
    var code: InlineCode?
    /// What follows its content.
    var end: InlineCode?
  }

  /// The content of a side whose start tag is the last token.
  ///
  /// - Parameter data: what the codes of version 2 hold.
  mutating func content(of element: String, _ data: [String: String]) throws -> SegmentContent {
    var frames: [Frame] = []
    /// Of the side, and of each open code.
    var contents = [SegmentContent()]
    var text: [UInt8] = []
    func append(_ code: InlineCode?) {
      flush()
      if let code { contents[contents.count - 1].append(code) }
    }
    func flush() {
      guard !text.isEmpty else { return }
      contents[contents.count - 1].append(String(decoding: text, as: UTF8.self))
      text.removeAll(keepingCapacity: true)
    }
    while true {
      switch try xml.next() {
      case .text: xml.appendText(to: &text)
      case .start where [unitName, "source", "target", "segment"].contains(xml.name):
        throw unreadable("<\(xml.name)> inside <\(element)>")
      case .start:
        guard frames.count < UnitLimits.greatestDepth else {
          throw unreadable("its codes lie too deep")
        }
        var frame = Frame(name: xml.name)
        if isNew {
          readNewCode(into: &frame, data, append) { $0.appendCharacter(to: &text) }
        } else {
          readOldCode(into: &frame, append)
        }
        if frame.code != nil {
          flush()
          contents.append("")
        }
        frames.append(frame)
      case .end where xml.name == element && frames.isEmpty:
        flush()
        return contents[0]
      case .end:
        guard let frame = frames.last, frame.name == xml.name else {
          throw unreadable("</\(xml.name)> where </\(frames.last?.name ?? element)> should stand")
        }
        frames.removeLast()
        flush()
        if var code = frame.code {
          code.content = contents.removeLast()
          append(code)
        }
        append(frame.end)
      case .finished: throw unreadable("the file stops inside it")
      }
      try checkFaults()
    }
  }

  // MARK: Version 1

  private mutating func readOldCode(into frame: inout Frame, _ append: (InlineCode) -> Void) {
    let attributes = xml.attributes
    let (x, own) = identity(attributes["id"])
    let pair = attributes["rid"] ?? own
    let type = attributes["ctype"].map(XLIFFList.delimiters.read)
    switch xml.name {
    case "bpt": frame.code = .begin(pair, x: x, type: type)
    case "ept": frame.code = .end(pair)
    case "bx": append(.begin(pair, x: x, type: type))
    case "ex": append(.end(pair))
    case "g":
      append(.begin(pair, x: x, type: type))
      frame.end = .end(pair)
    case "it":
      let isEnd = attributes["pos"] == "close" || attributes["pos"] == "end"
      frame.code = .isolated(isEnd ? "end" : "begin", x: x, type: type)
    case "ph" where attributes["ctype"] == "x-ut": frame.code = .unknown(x: x)
    case "ph", "x":
      let association = attributes["assoc"].flatMap { value in
        XLIFF12.associations.first { $0.value == value }?.key
      }
      let code = InlineCode.placeholder(
        x: x, assoc: association, type: attributes["ctype"].map(XLIFFList.placeholders.read))
      if xml.name == "x" { append(code) } else { frame.code = code }
    case "sub":
      frame.code = InlineCode(
        .subflow,
        attributes: .present([
          ("datatype", attributes["datatype"].map(XLIFFList.datatypes.read)), ("type", type),
        ]))
    case "mrk" where attributes["mtype"] == "seg":
      frame.code = .segment(attributes["mid"])
    case "mrk":
      frame.code = InlineCode(
        .highlight, attributes: attributes["mtype"].map(XLIFFHighlight.read) ?? [])
    default: report(.unknownElement, "XLIFF has no element <\(xml.name)> in text; its text is read")
    }
  }

  /// What an id says: in files of others, the number of a code and of a pair.
  private func identity(_ id: String?) -> (x: String?, pair: String?) {
    guard isOwn, let id else { return (id, id) }
    return XLIFFCodes.meaning(of: id)
  }

  // MARK: Version 2

  private mutating func readNewCode(
    into frame: inout Frame, _ data: [String: String], _ append: (InlineCode) -> Void,
    appendCharacter: (inout XLIFFReader) -> Void
  ) {
    let attributes = xml.attributes
    let (x, own) = identity(attributes["id"])
    let type = XLIFFCodeType.read(attributes["type"], attributes["subType"])
    func held(_ name: String) -> SegmentContent {
      SegmentContent(attributes[name].flatMap { data[$0] } ?? "")
    }
    switch xml.name {
    case "cp": appendCharacter(&self)
    case "ph" where attributes["subType"] == "tmx-kind:ut":
      append(.unknown(x: x, content: held("dataRef")))
    case "ph": append(.placeholder(x: x, assoc: nil, type: type, content: held("dataRef")))
    case "sc" where attributes["isolated"] == "yes":
      append(.isolated("begin", x: x, type: type, content: held("dataRef")))
    case "sc": append(.begin(own, x: x, type: type, content: held("dataRef")))
    case "ec" where attributes["isolated"] == "yes" || attributes["startRef"] == nil:
      append(.isolated("end", x: x, type: type, content: held("dataRef")))
    case "ec": append(.end(identity(attributes["startRef"]).pair, content: held("dataRef")))
    case "pc":
      append(.begin(own, x: x, type: type, content: held("dataRefStart")))
      frame.end = .end(own, content: held("dataRefEnd"))
    case "mrk":
      let kind = attributes["type"] ?? "generic"
      let type =
        kind.hasPrefix("tmx-hi:")
        ? percentDecoded(kind.dropFirst(7)) : kind == "tmx:hi" || kind == "generic" ? nil : kind
      frame.code = InlineCode(
        .highlight, attributes: .present([("x", isOwn ? x : nil), ("type", type)]))
    case "sm", "em": break
    default: report(.unknownElement, "XLIFF has no element <\(xml.name)> in text; its text is read")
    }
  }
}

// MARK: Codes

extension InlineCode {
  fileprivate static func begin(
    _ pair: String?, x: String?, type: String?, content: SegmentContent = ""
  ) -> InlineCode {
    InlineCode(
      .begin, attributes: .present([("i", pair), ("x", x), ("type", type)]), content: content)
  }

  fileprivate static func end(_ pair: String?, content: SegmentContent = "") -> InlineCode {
    InlineCode(.end, attributes: .present([("i", pair)]), content: content)
  }

  fileprivate static func isolated(
    _ position: String, x: String?, type: String?, content: SegmentContent = ""
  ) -> InlineCode {
    InlineCode(
      .isolated, attributes: .present([("pos", position), ("x", x), ("type", type)]),
      content: content)
  }

  fileprivate static func placeholder(
    x: String?, assoc: String?, type: String?, content: SegmentContent = ""
  ) -> InlineCode {
    InlineCode(
      .placeholder, attributes: .present([("x", x), ("assoc", assoc), ("type", type)]),
      content: content)
  }

  fileprivate static func unknown(x: String?, content: SegmentContent = "") -> InlineCode {
    InlineCode(.unknown, attributes: .present([("x", x)]), content: content)
  }

  /// What stands for a `mrk` around a segment until the segments of a unit are told apart.
  fileprivate static func segment(_ id: String?) -> InlineCode {
    InlineCode(.highlight, attributes: .present([("mtype", "seg"), ("mid", id)]))
  }

  fileprivate var isSegment: Bool { kind == .highlight && attributes["mtype"] == "seg" }
}

extension [XMLAttribute] {
  /// Those that have a value.
  fileprivate static func present(_ attributes: [(String, String?)]) -> [XMLAttribute] {
    attributes.compactMap { name, value in value.map { XMLAttribute(name, $0) } }
  }
}

extension SegmentContent {
  /// The segments that marks of type "seg" are around.
  var segments: [(id: String?, content: SegmentContent)] {
    pieces.flatMap { piece -> [(id: String?, content: SegmentContent)] in
      guard case .code(let code) = piece else { return [] }
      return code.isSegment
        ? [(code.attributes["mid"], code.content.withoutSegments)] : code.content.segments
    }
  }

  /// The same words without marks around segments.
  var withoutSegments: SegmentContent {
    guard hasCodes else { return self }
    return SegmentContent(
      pieces.flatMap { piece -> [Piece] in
        guard case .code(var code) = piece else { return [piece] }
        code.content = code.content.withoutSegments
        return code.isSegment ? code.content.pieces : [.code(code)]
      })
  }
}
