import BitestoGlossary
import BitestoText

/// The names that were found in texts, as `names find` prints them.
public enum MentionsFormat: String, CaseIterable, Sendable {
  /// What a person reads in a terminal: place, words, preferred form, entry, kind.
  case table
  /// Tab-separated columns under a header line.
  case tsv
  /// The public JSON: offsets are code points, half-open.
  case json

  /// Writes what was found in one text after the other, handing over the bytes in pieces of about
  /// 64 KiB.
  ///
  /// - Parameters:
  ///   - showsPaths: the table says which text a name is in.
  ///   - next: The next text, nil after the last one; it is not kept.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the texts; memory is that of the longest one.
  public func write(
    style: TerminalStyle = .plain, showsPaths: Bool = false,
    _ next: () throws -> NamedText?, to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .table:
      while let text = try next() {
        MentionsTable(text, style: style, showsPath: showsPaths).write(to: &output)
        try output.flushIfLarge()
      }
    case .tsv:
      output.raw(
        "path\tline\tcolumn\tstart\tend\ttext\tentry\tkind\tpreferred\tform\ttraits\tothers\n")
      while let text = try next() {
        for name in LocatedName.all(in: text) {
          output.raw(name.tsvRow(path: text.document.path))
          try output.flushIfLarge()
        }
      }
    case .json:
      var json = JSONOutput(output)
      try json.object(.lines) { json in
        json.key("files")
        try json.array(.lines) { json in
          while let text = try next() { try Self.write(text, to: &json) }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }

  private static func write(_ text: NamedText, to json: inout JSONOutput) throws {
    try json.object(.lines) { json in
      json.member("path", text.document.path)
      json.member("language", text.document.language.rawValue)
      json.key("mentions")
      try json.array(.lines) { json in
        for located in LocatedName.all(in: text) {
          json.object { json in
            json.member("start", located.region.codePoints.lowerBound)
            json.member("end", located.region.codePoints.upperBound)
            json.member("line", located.region.start.line)
            json.member("column", located.region.start.column)
            json.member("text", located.bytes)
            json.member("entry", located.name.entry.id)
            json.member("kind", located.name.entry.kind.rawValue)
            json.member("preferred", located.name.preferred)
            json.member("form", located.name.mention.form)
            json.key("traits")
            json.array { json in
              for trait in located.name.mention.traits.names { json.text(trait) }
            }
            json.key("others")
            json.array { json in
              for other in located.name.others { json.text(other.id) }
            }
          }
          try json.flushIfLarge()
        }
      }
    }
  }
}

/// A name with its place in the text.
private struct LocatedName {
  var name: NamedText.Name
  var region: TextPositions.Region
  var bytes: ArraySlice<UInt8>

  static func all(in text: NamedText) -> some Sequence<LocatedName> {
    var positions = TextPositions()
    return text.names.lazy.map { name in
      let place = Finding.Place(document: text.document, range: name.mention.range)
      return LocatedName(
        name: name, region: positions.region(of: place),
        bytes: text.document.bytes[name.mention.range])
    }
  }

  func tsvRow(path: String) -> String {
    let cells = [
      path, "\(region.start.line)", "\(region.start.column)", "\(region.codePoints.lowerBound)",
      "\(region.codePoints.upperBound)", TerminalText.line(bytes), name.entry.id,
      name.entry.kind.rawValue, name.preferred, name.mention.form,
      name.mention.traits.names.joined(separator: ","),
      name.others.map(\.id).joined(separator: ","),
    ]
    return cells.map { $0.replacing("\t", with: " ") }.joined(separator: "\t") + "\n"
  }
}

/// The names of one text in columns.
private struct MentionsTable {
  private static let gap = "  "
  /// Words that are longer push their own line's columns.
  private static let widest = 32

  private let rows: [[String]]
  private let style: TerminalStyle

  init(_ text: NamedText, style: TerminalStyle, showsPath: Bool) {
    self.style = style
    let path = showsPath ? TerminalText.line(text.document.path) + ":" : ""
    rows = LocatedName.all(in: text).map { located in
      let name = located.name
      let ids = ([name.entry] + name.others).map(\.id).joined(separator: "|")
      let traits = name.mention.traits.names.joined(separator: ", ")
      return [
        "\(path)\(located.region.start.line):\(located.region.start.column)",
        TerminalText.line(located.bytes), TerminalText.line(name.preferred), ids,
        name.entry.kind.rawValue + (traits.isEmpty ? "" : " (\(traits))"),
      ]
    }
  }

  func write(to output: inout ByteOutput) {
    let widths = (0..<4).map { column in
      min(rows.lazy.map { TerminalText.width($0[column]) }.max() ?? 0, Self.widest)
    }
    for row in rows {
      let cells = zip(row, widths).map { TerminalText.padded($0, $1) }
      output.raw(
        [
          style.dressed(cells[0], \.faint), style.dressed(cells[1], \.strong), cells[2], cells[3],
          style.dressed(row[4], \.faint),
        ].joined(separator: Self.gap) + "\n")
    }
  }
}
