import BitestoGlossary
import BitestoText

/// The entries of glossaries, as `glossary list` prints them.
public enum GlossaryFormat: String, CaseIterable, Sendable {
  /// What a person reads in a terminal: id, kind, Italian forms, English forms.
  case table
  /// The format of glossary files.
  case tsv
  case json

  /// Writes the entries of files, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal, for the table.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the entries.
  public func write(
    _ files: [GlossaryFile], style: TerminalStyle = .plain, width: Int = 80,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    let entries = files.flatMap(\.entries)
    switch self {
    case .table:
      let table = GlossaryTable(entries, style: style, width: width)
      for entry in entries {
        for line in table.lines(of: entry) { output.raw(line + "\n") }
        try output.flushIfLarge()
      }
    case .tsv:
      let header = files.count == 1 ? files[0].header : []
      let footer = files.count == 1 ? files[0].footer : []
      let joined = GlossaryFile(path: "", entries: entries, header: header, footer: footer)
      output.raw(joined.text())
    case .json:
      var json = JSONOutput(output)
      try write(entries, to: &json)
      output = json.finished()
    }
    try output.finish()
  }

  private func write(_ entries: [BitestoGlossary.Entry], to json: inout JSONOutput) throws {
    try json.object(.lines) { json in
      json.key("entries")
      try json.array(.lines) { json in
        for entry in entries {
          json.object { json in
            json.members(of: entry)
          }
          try json.flushIfLarge()
        }
      }
    }
  }
}

extension JSONOutput {
  /// What an entry holds, but for its comments.
  mutating func members(of entry: BitestoGlossary.Entry) {
    member("id", entry.id)
    member("kind", entry.kind.rawValue)
    member("gender", entry.gender?.rawValue)
    member("surname", entry.surname.rawValue)
    key("forms")
    array { json in
      for form in entry.forms { json.object { $0.members(of: form) } }
    }
    key("relations")
    array { json in
      for relation in entry.relations {
        json.object { json in
          json.member("kind", relation.kind.rawValue)
          json.member("target", relation.target)
        }
      }
    }
  }

  fileprivate mutating func members(of form: Form) {
    member("language", form.language.rawValue)
    member("text", form.text)
    member("status", form.status.rawValue)
    if form.style != .any { member("style", form.style.rawValue) }
    if let system = form.system { member("system", system.rawValue) }
    if !form.source.isEmpty { member("source", form.source) }
    if !form.note.isEmpty { member("note", form.note) }
  }
}

/// Entries in four columns, as wide as the terminal lets them be.
private struct GlossaryTable {
  private static let gap = "  "
  /// An id that is longer pushes its own line's columns, not those of all the others.
  private static let widestID = 28
  private static let languages: [Language] = [.italian, .english]

  let style: TerminalStyle
  let idWidth: Int
  let kindWidth: Int
  let formWidth: Int

  init(_ entries: [BitestoGlossary.Entry], style: TerminalStyle, width: Int) {
    self.style = style
    idWidth = min(entries.map(\.id.utf8.count).max() ?? 0, Self.widestID)
    kindWidth = entries.map(\.kind.rawValue.utf8.count).max() ?? 0
    formWidth = max(16, (width - idWidth - kindWidth - 3 * Self.gap.count) / 2)
  }

  func lines(of entry: BitestoGlossary.Entry) -> [String] {
    let columns = Self.languages.map { language in
      TerminalText.wrap(forms(of: entry, in: language), width: formWidth)
    }
    return (0..<max(columns[0].count, columns[1].count)).map { row in
      let head =
        row == 0
        ? style.dressed(TerminalText.padded(entry.id, idWidth), \.strong) + Self.gap
          + style.dressed(TerminalText.padded(entry.kind.rawValue, kindWidth), \.faint)
        : String(repeating: " ", count: idWidth + Self.gap.count + kindWidth)
      let cells = columns.map { row < $0.count ? $0[row] : "" }
      let start = head + Self.gap + TerminalText.padded(cells[0], formWidth)
      let line = cells[1].isEmpty ? start : start + Self.gap + cells[1]
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The preferred forms first, each form once.
  private func forms(of entry: BitestoGlossary.Entry, in language: Language) -> String {
    let order = Form.Status.allCases
    var texts: [String] = []
    for status in order {
      for form in entry.forms
      where form.language == language && form.status == status && !texts.contains(form.text) {
        texts.append(form.text)
      }
    }
    return TerminalText.line(texts.joined(separator: ", "))
  }
}
