import BitestoMemory
import BitestoText

/// The units that a search found, as `tmx search` prints them.
public enum ConcordanceFormat: String, CaseIterable, Sendable {
  /// What a person reads in a terminal: place, score, every variant with the words in their context.
  case table
  /// Tab-separated columns under a header line; the variant that was found, then the first of another
  /// language.
  case tsv
  /// Every variant, with the places of the words in code points, half-open.
  case json

  /// Writes one hit after the other, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal, for the table.
  ///   - next: The next hit, nil after the last one; it is not kept.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the hits.
  public func write(
    style: TerminalStyle = .plain, width: Int = 80, _ next: () throws -> ConcordanceHit?,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .table:
      var isFirst = true
      while let hit = try next() {
        if !isFirst { output.raw(0x0A) }
        isFirst = false
        ConcordanceTable(style: style, width: width).write(hit, to: &output)
        try output.flushIfLarge()
      }
    case .tsv:
      output.raw("file\tline\ttuid\tscore\tlanguage\ttext\tother_language\tother_text\n")
      while let hit = try next() {
        Self.writeRow(hit, to: &output)
        try output.flushIfLarge()
      }
    case .json:
      var json = JSONOutput(output)
      try json.object(.lines) { json in
        json.key("hits")
        try json.array(.lines) { json in
          while let hit = try next() {
            Self.write(hit, to: &json)
            try json.flushIfLarge()
          }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }

  private static func writeRow(_ hit: ConcordanceHit, to output: inout ByteOutput) {
    let found =
      hit.unit.variants.indices.contains(hit.variant) ? hit.unit.variants[hit.variant] : nil
    let other = hit.unit.variants.first { $0.language != found?.language }
    let cells = [
      hit.path, "\(hit.unit.line)", hit.unit.attributes["tuid"], hit.score.map { "\($0)" },
      found?.language.canonical, found?.segment.plainText, other?.language.canonical,
      other?.segment.plainText,
    ]
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.raw(0x09) }
      output.tabSeparatedField(cell ?? "")
    }
    output.raw(0x0A)
  }

  private static func write(_ hit: ConcordanceHit, to json: inout JSONOutput) {
    json.object(.lines) { json in
      json.member("file", hit.path)
      json.member("line", hit.unit.line)
      json.member("tuid", hit.unit.attributes["tuid"])
      if let score = hit.score { json.member("score", score) }
      json.key("variants")
      json.array(.lines) { json in
        for (index, variant) in hit.unit.variants.enumerated() {
          let text = variant.segment.plainText
          json.object { json in
            json.member("language", variant.language.canonical)
            json.member("text", text)
            json.key("found")
            json.array { json in
              let ranges = hit.ranges.indices.contains(index) ? hit.ranges[index] : []
              let codePoints = CodePointIndex(ranges.isEmpty ? [] : Array(text.utf8))
              for range in ranges.map({ codePoints.codePoints($0) }) {
                json.array { json in
                  json.number(range.lowerBound)
                  json.number(range.upperBound)
                }
              }
            }
          }
        }
      }
    }
  }
}
