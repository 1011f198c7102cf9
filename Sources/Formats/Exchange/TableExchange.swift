import BitestoGlossary
import BitestoText

extension ExchangeFormat {
  /// The format of glossary files.
  public static let tsv = ExchangeFormat(
    name: "tsv", summary: "a glossary file", extensions: ["tsv"],
    encode: { entries, _, output in
      output.raw(GlossaryFile(path: "", entries: entries).text())
      return Written(entries: entries.count, terms: entries.termCount)
    },
    decode: { (path, contents, _) throws(GlossaryError) in
      let bytes = try ExchangeText.utf8(contents, path: path)
      let entries = try GlossaryFile.located(path: path, bytes: bytes)
      return ImportedGlossary(format: "TSV", entries: entries, issues: [], lost: Tally())
    })

  /// What `glossary list --format json` prints.
  public static let json = ExchangeFormat(
    name: "json", summary: "JSON for programs (export only)", extensions: ["json"],
    encode: { entries, _, output in
      let collector = ByteCollector()
      try GlossaryFormat.json.write([GlossaryFile(path: "", entries: entries)]) {
        collector.bytes += $0
      }
      output.raw(collector.bytes)
      var written = Written(entries: entries.count, terms: entries.termCount)
      for entry in entries {
        written.lost.add(EntryFact.lost(of: entry, holding: EntryFact.columns))
      }
      return written
    }, decode: nil)

  /// RFC 4180, with the columns of glossary files.
  ///
  /// A table without the column `form` is read as one entry a row: columns named by a language hold
  /// its forms, several of them separated by `|`.
  public static let csv = ExchangeFormat(
    name: "csv", summary: "comma-separated values with everything", extensions: ["csv"],
    encode: { entries, _, output in
      var written = Written(entries: entries.count, terms: entries.termCount)
      output.commaSeparatedRow(GlossaryFile.Column.allCases.map(\.name))
      for entry in entries {
        for (index, form) in entry.forms.enumerated() {
          output.commaSeparatedRow(
            GlossaryFile.Column.allCases.map {
              $0.value(of: form, entry, isFirst: index == 0)
            })
        }
        written.lost.add(EntryFact.lost(of: entry, holding: EntryFact.columns))
        try output.flushIfLarge()
      }
      return written
    },
    decode: { (path, contents, options) throws(GlossaryError) in
      let rows: [DelimitedText.Row]
      let bytes = try ExchangeText.utf8(contents, path: path)
      do throws(DelimitedText.Failure) {
        rows = try DelimitedText.rows(bytes)
      } catch {
        throw GlossaryError(path, error.line, error.what)
      }
      if let table = WideTable(rows, path: path, options: options) { return table.read() }
      let entries = try GlossaryFile.located(
        path: path, table: rows.map { ($0.line, $0.cells) })
      return ImportedGlossary(format: "CSV", entries: entries, issues: [], lost: Tally())
    })
}

extension [BitestoGlossary.Entry] {
  var termCount: Int { reduce(0) { $0 + $1.forms.count } }
}

/// The text of a file that people made with a spreadsheet or an editor.
enum ExchangeText {
  /// UTF-8 without a byte order mark; UTF-16 is known by its mark.
  static func utf8(_ contents: [UInt8], path: String) throws(GlossaryError) -> [UInt8] {
    let encoding = TextEncoding(signatureOf: contents) ?? .utf8
    do throws(TextEncoding.Fault) {
      return try encoding.utf8(contents)
    } catch {
      throw GlossaryError(
        path, error.line, "this line is not valid \(encoding.name); save the file as UTF-8")
    }
  }
}

/// A table of one entry a row, with a column for each language.
private struct WideTable {
  private enum Column {
    case forms(String)
    case identifier
    case kind
    case note
    case source
  }

  private let header: DelimitedText.Row
  private let rows: ArraySlice<DelimitedText.Row>
  private let path: String
  private let options: ExchangeFormat.ReadingOptions
  private var columns: [Column?] = []

  /// Nil for a table of one form a row.
  init?(_ rows: [DelimitedText.Row], path: String, options: ExchangeFormat.ReadingOptions) {
    guard let header = rows.first else { return nil }
    let names = header.cells.map { EntryCollector.plain($0).lowercased() }
    guard !names.contains(GlossaryFile.Column.form.name) else { return nil }
    self.header = header
    self.rows = rows.dropFirst()
    self.path = path
    self.options = options
    columns = names.map(Self.column)
    guard columns.contains(where: { if case .forms = $0 { true } else { false } }) else {
      return nil
    }
  }

  private static func column(_ name: String) -> Column? {
    switch name {
    case "id": .identifier
    case "kind": .kind
    case "note", "notes", "comment", "comments": .note
    case "source": .source
    default:
      if let code = languages[name] {
        .forms(code)
      } else {
        // "it", "en-GB": longer words are not meant as codes.
        name.split { $0 == "-" || $0 == "_" }.first?.utf8.count == 2 && Language(tag: name) != nil
          ? .forms(name) : nil
      }
    }
  }

  private static let languages = [
    "italian": "it", "italiano": "it", "english": "en", "inglese": "en", "russian": "ru",
    "russo": "ru", "ukrainian": "uk", "ucraino": "uk", "belarusian": "be", "bielorusso": "be",
  ]

  func read() -> ImportedGlossary {
    var collector = EntryCollector(path: path, format: "CSV", kind: options.kind)
    for (name, column) in zip(header.cells, columns) where column == nil && !name.isEmpty {
      collector.lose(Tally.Noun("column '\(EntryCollector.plain(name))'", "columns '\(name)'"))
    }
    for row in rows {
      var draft = DraftEntry(line: row.line)
      var (note, source) = ("", "")
      for (column, cell) in zip(columns, row.cells) {
        switch column {
        case .identifier: draft.id = EntryCollector.plain(cell)
        case .kind:
          let name = EntryCollector.plain(cell).lowercased()
          draft.kind = BitestoGlossary.Entry.Kind(rawValue: name)
          if draft.kind == nil, !name.isEmpty {
            collector.report(row.line, "unknown kind '\(name)'; taken as \(options.kind.rawValue)")
          }
        case .note: note = cell
        case .source: source = cell
        case .forms(let language):
          for text in cell.split(separator: "|") where !EntryCollector.plain(String(text)).isEmpty {
            draft.forms.append(DraftForm(language: language, text: String(text), line: row.line))
          }
        case nil: break
        }
      }
      for index in draft.forms.indices { draft.forms[index].source = source }
      if !draft.forms.isEmpty { draft.forms[0].note = note }
      collector.add(draft)
    }
    return collector.finished()
  }
}
