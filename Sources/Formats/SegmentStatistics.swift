import BitestoText

/// What `segment --stats` counts.
public struct SegmentStatistics: Sendable {
  private let counts: [(name: String, value: Int)]
  private let speakers: [(name: String, value: Int)]
  private let outlets: [(name: String, value: Int)]

  /// Counts a text. Linear.
  public init(_ document: Document, segments: [Segment], quotations: [Quotation]) {
    let tokenizer = Tokenizer(language: document.language)
    let words = { (range: Range<Int>) in
      tokenizer.tokens(in: document, range).count { $0.kind == .word || $0.kind == .number }
    }
    let roles = { (role: Segment.Role) in segments.count { $0.role == role } }
    let kinds = Quotation.Kind.allCases.map { kind in
      (name: "  \(kind.rawValue)", value: quotations.count { $0.kind == kind })
    }
    let marked = quotations.filter { $0.kind == .direct || $0.kind == .mixed }
    counts =
      [
        ("paragraphs", document.paragraphs.count), ("sentences", roles(.body)),
        ("headings", roles(.heading)), ("boilerplate", roles(.boilerplate)),
        ("words", document.paragraphs.reduce(0) { $0 + words($1) }),
        ("words quoted", marked.reduce(0) { $0 + words($1.content) }),
        ("quotations", quotations.count),
      ] + kinds
    speakers = Self.tally(quotations.compactMap(\.speaker))
    outlets = Self.tally(quotations.flatMap(\.outlets).map(\.name))
  }

  /// The most frequent first, those of equal number by name.
  private static func tally(_ names: [String]) -> [(name: String, value: Int)] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (name: $0.key, value: $0.value) }
  }

  /// A table for people: what is counted, and how many.
  public func table() -> String {
    let sections = [("", counts), ("speakers", speakers), ("outlets", outlets)]
    var lines: [String] = []
    for (title, rows) in sections where !rows.isEmpty {
      if !title.isEmpty { lines.append("\n" + title) }
      let indent = title.isEmpty ? "" : "  "
      let names = rows.map { indent + TerminalText.line($0.name) }
      let widest = names.map { TerminalText.width($0) }.max() ?? 0
      for (name, row) in zip(names, rows) {
        lines.append(TerminalText.padded(name, widest + 2) + String(row.value))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as a JSON object: counts by name, then `speakers` and `outlets`, names and numbers.
  public func json(to sink: @escaping (ArraySlice<UInt8>) throws -> Void) throws {
    var json = JSONOutput(ByteOutput(sink: sink))
    json.object(.lines) { json in
      for count in counts {
        json.member(String(count.name.drop { $0 == " " }.map { $0 == " " ? "_" : $0 }), count.value)
      }
      for (title, rows) in [("speakers", speakers), ("outlets", outlets)] {
        json.key(title)
        json.object { json in for row in rows { json.member(row.name, row.value) } }
      }
    }
    var output = json.finished()
    try output.finish()
  }
}
