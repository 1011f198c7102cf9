import BitestoText

/// The sentences and quotations of one text, as `segment` prints them.
public enum SegmentsFormat: String, CaseIterable, Sendable {
  /// One sentence a line.
  case lines
  /// The public JSON: offsets are code points, half-open.
  case json

  /// Writes what was found in a text, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameters:
  ///   - quotations: In the order of the text.
  ///   - style: Of headings, boilerplate and quoted words in `lines`.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the text; memory beside it stays constant.
  public func write(
    _ document: Document, segments: [Segment], quotations: [Quotation],
    style: TerminalStyle = .plain, to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .lines:
      var view = SegmentLines(document: document, quotations: quotations[...], style: style)
      for segment in segments {
        view.write(segment, to: &output)
        try output.flushIfLarge()
      }
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
          try json.object { json in
            json.passage(quotation.content, of: document, offsets)
            json.member("kind", quotation.kind.rawValue)
            json.member("speaker", quotation.speaker)
            json.member("addressee", quotation.addressee)
            json.member("outlet", quotation.outlet?.name)
            json.key("outlets")
            try json.array { json in
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

/// Segments as lines, with the quoted words set off where there is a style.
private struct SegmentLines {
  let document: Document
  /// Those that end after the last segment written.
  var quotations: ArraySlice<Quotation>
  let style: TerminalStyle

  mutating func write(_ segment: Segment, to output: inout ByteOutput) {
    let range = document.wholeCodePoints(segment.range)
    switch segment.role {
    case .heading: dress(range, style.strong, &output)
    case .boilerplate: dress(range, style.faint, &output)
    case .body: writeBody(range, to: &output)
    }
    output.raw(0x0A)
  }

  private mutating func writeBody(_ range: Range<Int>, to output: inout ByteOutput) {
    var start = range.lowerBound
    while let quotation = quotations.first, quotation.content.lowerBound < range.upperBound {
      let quoted = document.wholeCodePoints(
        quotation.content.clamped(to: start..<range.upperBound))
      dress(start..<quoted.lowerBound, "", &output)
      dress(quoted, style.good, &output)
      start = quoted.upperBound
      if quotation.content.upperBound > range.upperBound { break }
      quotations.removeFirst()
    }
    dress(start..<range.upperBound, "", &output)
  }

  private func dress(_ range: Range<Int>, _ code: String, _ output: inout ByteOutput) {
    guard !range.isEmpty else { return }
    output.raw(code)
    output.raw(document.bytes[range])
    if !code.isEmpty { output.raw(style.reset) }
  }
}
