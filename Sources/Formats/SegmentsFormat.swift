import BitestoText

/// The sentences and quotations of one text, as `segment` prints them.
public enum SegmentsFormat: String, CaseIterable, Sendable {
  /// One sentence a line, line ends inside it as spaces, and nothing else.
  case lines
  /// What a person reads in a terminal: sentences, quotations, speakers.
  case view
  /// The public JSON: offsets are code points, half-open.
  case json

  /// Writes what was found in a text, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameters:
  ///   - quotations: In the order of the text.
  ///   - style: Of headings, boilerplate and quoted words in `view`.
  ///   - width: The columns that `view` fits its lines to.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the text; memory beside it stays constant.
  public func write(
    _ document: Document, segments: [Segment], quotations: [Quotation],
    style: TerminalStyle = .plain, width: Int = 80,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .lines:
      for segment in segments {
        for byte in document.bytes[document.wholeCodePoints(segment.range)] {
          output.raw(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        }
        output.raw(0x0A)
        try output.flushIfLarge()
      }
    case .view:
      try SegmentsView(
        document: document, segments: segments, quotations: quotations, style: style,
        width: min(max(width, 40), 120)
      ).write(to: &output)
    case .json:
      var json = JSONOutput(output)
      try write(document, segments, quotations, to: &json)
      output = json.finished()
    }
    try output.finish()
  }

  private func write(
    _ document: Document, _ segments: [Segment], _ quotations: [Quotation],
    to json: inout JSONOutput
  ) throws {
    let offsets = CodePointIndex(document.bytes)
    try json.object(.lines) { json in
      json.member("language", document.language.rawValue)
      json.key("segments")
      try json.array(.lines) { json in
        for segment in segments {
          json.object { json in
            json.passage(segment.range, of: document, offsets)
            if segment.role != .body { json.member("role", segment.role.rawValue) }
          }
          try json.flushIfLarge()
        }
      }
      json.key("quotes")
      try json.array(.lines) { json in
        for quotation in quotations {
          json.object { json in
            json.passage(quotation.content, of: document, offsets)
            json.member("kind", quotation.kind.rawValue)
            json.member("speaker", quotation.speaker)
            json.member("addressee", quotation.addressee)
            json.member("outlet", quotation.outlet?.name)
            json.key("outlets")
            json.array { json in
              for outlet in quotation.outlets {
                json.object {
                  $0.member("name", outlet.name)
                  $0.member("role", outlet.role.rawValue)
                }
              }
            }
            if let first = quotation.continues { json.member("continues", first) }
            json.key("cue")
            if let cue = quotation.cue {
              json.object { $0.passage(cue, of: document, offsets) }
            } else {
              json.null()
            }
          }
          try json.flushIfLarge()
        }
      }
    }
  }
}

extension JSONOutput {
  fileprivate mutating func passage(
    _ range: Range<Int>, of document: Document, _ offsets: CodePointIndex
  ) {
    let range = document.wholeCodePoints(range)
    let codePoints = offsets.codePoints(range)
    member("start", codePoints.lowerBound)
    member("end", codePoints.upperBound)
    member("text", document.bytes[range])
  }
}
