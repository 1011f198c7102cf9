import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// The public JSON of `align` and `trace`: offsets are code points, half-open.
  public static let json = BitextFormat(
    name: "json", summary: "JSON, offsets in Unicode code points", extensions: ["json"]
  ) { bitext, options, output in
    var json = JSONOutput(output)
    let source = CodePointIndex(bitext.source.document.bytes)
    let targets = bitext.targets.map { CodePointIndex($0.document.bytes) }
    try json.object(.lines) { json in
      switch bitext.kind {
      case .alignment: try writeAlignment(bitext, source, targets, to: &json)
      case .trace: try writeTrace(bitext, source, targets, to: &json)
      }
      if let signature = options.signature { json.member("signature", signature) }
    }
    output = json.finished()
    return 0
  }
}

private func writeAlignment(
  _ bitext: Bitext, _ source: CodePointIndex, _ targets: [CodePointIndex],
  to json: inout JSONOutput
) throws {
  json.key("source")
  try writeSegments(of: bitext.source, source, to: &json)
  json.key("target")
  if let side = bitext.targets.first, let offsets = targets.first {
    try writeSegments(of: side, offsets, to: &json)
  } else {
    json.null()
  }
  json.key("beads")
  try json.array(.lines) { json in
    for entry in bitext.entries {
      json.object { json in
        json.key("source")
        json.array { json in entry.unit.sourceSegments.forEach { json.number($0) } }
        json.key("target")
        json.array { json in entry.unit.targetSegments.forEach { json.number($0) } }
        json.member("confidence", entry.confidence)
      }
      try json.flushIfLarge()
    }
  }
}

private func writeSegments(
  of side: Bitext.Side, _ offsets: CodePointIndex, to json: inout JSONOutput
) throws {
  try json.object(.lines) { json in
    json.member("path", side.document.path)
    json.member("language", side.document.language.rawValue)
    json.key("segments")
    try json.array(.lines) { json in
      for segment in side.segments {
        let range = side.document.wholeCodePoints(segment.range)
        json.object { json in
          writeRange(range, offsets, to: &json)
          json.member("text", side.document.bytes[range])
          if segment.role != .body { json.member("role", segment.role.rawValue) }
        }
        try json.flushIfLarge()
      }
    }
  }
}

private func writeTrace(
  _ bitext: Bitext, _ source: CodePointIndex, _ targets: [CodePointIndex],
  to json: inout JSONOutput
) throws {
  json.key("article")
  json.object { json in
    json.member("path", bitext.source.document.path)
    json.member("language", bitext.source.document.language.rawValue)
  }
  json.key("sources")
  try json.array(.lines) { json in
    for side in bitext.targets {
      json.object { json in
        json.member("path", side.document.path)
        json.member("language", side.document.language.rawValue)
        json.member("outlet", side.outlet)
        json.member("date", side.date)
        if let original = side.copyOf, bitext.targets.indices.contains(original) {
          json.member("copyOf", bitext.targets[original].document.path)
        }
      }
      try json.flushIfLarge()
    }
  }
  json.member("reports", bitext.comparedReports)
  json.key("quotes")
  try json.array(.lines) { json in
    for entry in bitext.entries where entry.quotation != nil {
      writeQuote(entry, source, targets, to: &json)
      try json.flushIfLarge()
    }
  }
  guard bitext.units.contains(where: { $0.quotation == nil }) else { return }
  json.key("sentences")
  try json.array(.lines) { json in
    for entry in bitext.entries where entry.quotation == nil {
      json.object(.lines) { json in
        writeRange(entry.source?.range ?? 0..<0, source, to: &json)
        json.member("text", entry.source?.text ?? [])
        writeSource(of: entry, source, targets, to: &json)
      }
      try json.flushIfLarge()
    }
  }
}

private func writeQuote(
  _ entry: Entry, _ source: CodePointIndex, _ targets: [CodePointIndex],
  to json: inout JSONOutput
) {
  let quotation = entry.quotation
  json.object(.lines) { json in
    writeRange(entry.source?.range ?? 0..<0, source, to: &json)
    json.member("text", entry.source?.text ?? [])
    json.member("kind", quotation?.kind.rawValue)
    json.member("speaker", quotation?.speaker)
    json.member("outlet", quotation?.outlet?.name)
    json.member("outletRole", quotation?.outlet?.role.rawValue)
    json.key("cue")
    if let cue = quotation?.cue {
      json.object { json in writeRange(cue, source, to: &json) }
    } else {
      json.null()
    }
    writeSource(of: entry, source, targets, to: &json)
  }
}

/// How sure the unit is, and the passages behind it.
private func writeSource(
  of entry: Entry, _ source: CodePointIndex, _ targets: [CodePointIndex],
  to json: inout JSONOutput
) {
  json.member("confidence", entry.confidence)
  json.key("match")
  if let match = entry.target, let side = entry.targetSide {
    writePassage(match, targets[side], to: &json)
  } else {
    json.null()
  }
  if !entry.joined.isEmpty { writePassages("joined", entry.joined, targets, to: &json) }
  writePassages("alternatives", entry.alternatives, targets, to: &json)
  if let side = entry.targetSide { writeNotes(entry, source, targets[side], to: &json) }
}

private func writePassages(
  _ name: String, _ passages: [(side: Int, excerpt: Excerpt)], _ targets: [CodePointIndex],
  to json: inout JSONOutput
) {
  json.key(name)
  json.array(.lines) { json in
    for (side, excerpt) in passages { writePassage(excerpt, targets[side], to: &json) }
  }
}

/// What the article says otherwise; no member without notes.
private func writeNotes(
  _ entry: Entry, _ source: CodePointIndex, _ target: CodePointIndex, to json: inout JSONOutput
) {
  guard !entry.unit.notes.isEmpty else { return }
  json.key("notes")
  json.array(.lines) { json in
    for note in entry.unit.notes {
      json.object { json in
        json.member("rule", note.rule.rawValue)
        json.member("severity", note.rule.severity.rawValue)
        json.member("message", note.message)
        writeRange(note.source, source, to: &json)
        writeRange(note.target, target, prefix: "match", to: &json)
      }
    }
  }
}

private func writePassage(
  _ excerpt: Excerpt, _ offsets: CodePointIndex, to json: inout JSONOutput
) {
  json.object { json in
    json.member("source", excerpt.path)
    writeRange(excerpt.range, offsets, to: &json)
    json.member("text", excerpt.text)
    json.member("confidence", excerpt.confidence)
    json.member("outlet", excerpt.side.outlet)
  }
}

private func writeRange(
  _ range: Range<Int>, _ offsets: CodePointIndex, prefix: String = "", to json: inout JSONOutput
) {
  let codePoints = offsets.codePoints(range)
  json.member(prefix.isEmpty ? "start" : prefix + "Start", codePoints.lowerBound)
  json.member(prefix.isEmpty ? "end" : prefix + "End", codePoints.upperBound)
}
