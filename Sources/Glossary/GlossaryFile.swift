/// A glossary as one file: entries, their lines, and comments, so that it can be written back.
///
/// The file is UTF-8 text with tab-separated columns: a header row, then one form a row. Rows with
/// the same `id` make one entry and stand together; what is true of the whole entry (`kind`,
/// `gender`, `surname`, `relations`) stands on its first row. Lines that start with `#` and empty
/// lines are comments. In `source` and `note` a line end is written `\n`, a tab `\t`, a backslash `\\`.
public struct GlossaryFile: Sendable {
  /// The columns, in the order in which they are written; a reader accepts any order.
  public enum Column: Int, CaseIterable, Sendable {
    case id, language, style, status, form, system, source, note, kind, gender, surname, relations

    /// The word in the header row.
    public var name: String { String(describing: self) }

    /// What stands in the column for a form; what is true of the whole entry stands with the first.
    package func value(of form: Form, _ entry: Entry, isFirst: Bool) -> String {
      switch self {
      case .id: entry.id
      case .language: form.language.rawValue
      case .style: form.style.rawValue
      case .status: form.status.rawValue
      case .form: form.text
      case .system: form.system?.rawValue ?? ""
      case .source: form.source
      case .note: form.note
      case _ where !isFirst: ""
      case .kind: entry.kind.rawValue
      case .gender: entry.gender?.rawValue ?? ""
      case .surname: entry.surname == .never ? "" : entry.surname.rawValue
      case .relations:
        entry.relations.map { "\($0.kind.rawValue):\($0.target)" }.joined(separator: "; ")
      }
    }

    /// Columns that every file must have.
    public static let required: [Column] = [.id, .language, .status, .form, .kind]
  }

  /// Used in messages only.
  public var path: String
  public var entries: [Entry]
  /// The comment lines before the header row.
  public var header: [String]
  /// The comment lines after the last row.
  public var footer: [String]
  private let lines: [String: Int]
  /// As read; nil for a column that is not known.
  let columns: [Column?]

  /// A new file, not read from anywhere.
  public init(path: String, entries: [Entry], header: [String] = [], footer: [String] = []) {
    self.path = path
    self.entries = entries
    self.header = header
    self.footer = footer
    lines = [:]
    columns = Column.allCases
  }

  /// Reads a file. A byte order mark, CRLF line ends and cells quoted by a spreadsheet are accepted.
  ///
  /// - Throws: ``GlossaryError`` with everything wrong in the file. Relations are checked by
  ///   ``Glossary/init(files:)``, since they may lead to another file.
  /// - Complexity: linear in the bytes.
  public init(path: String, bytes: [UInt8]) throws(GlossaryError) {
    var reader = GlossaryReader(path: path)
    reader.read(bytes)
    guard reader.issues.isEmpty else { throw GlossaryError(issues: reader.issues) }
    self.path = path
    entries = reader.entries
    lines = reader.lineOfID
    header = reader.header
    columns = reader.columns
    footer = reader.footer
  }

  /// Reads a table whose cells were already told apart, such as that of a CSV file: the header row
  /// first. Notes and sources are taken as they stand.
  ///
  /// - Throws: ``GlossaryError`` with everything wrong in the table.
  package static func located(
    path: String, table: [(line: Int, cells: [String])]
  ) throws(GlossaryError) -> [LocatedEntry] {
    var reader = GlossaryReader(path: path)
    reader.read(table)
    return try reader.located()
  }

  /// The entries of a file with the lines of their forms.
  ///
  /// - Throws: ``GlossaryError`` with everything wrong in the file.
  package static func located(
    path: String, bytes: [UInt8]
  ) throws(GlossaryError) -> [LocatedEntry] {
    var reader = GlossaryReader(path: path)
    reader.read(bytes)
    return try reader.located()
  }

  /// Whether a text can be an id or name a style: lower-case ASCII letters, digits and hyphens.
  public static func isIdentifier(_ text: String) -> Bool { GlossaryReader.isIdentifier(text) }

  /// The line of the first row of the entry with this id, as read, counted from 1; nil for an
  /// entry added since.
  public func line(of id: String) -> Int? { lines[id] }

  /// The file's text in stable order: entries by id, their forms by language, status, style and
  /// text. Reading it gives the same entries, and a change of one form changes one line.
  public func text() -> String {
    var lines = header
    lines.append(RowText.headerRow)
    let rowText = RowText()
    for entry in entries.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      lines += entry.comments
      for (position, form) in entry.forms.sorted(by: Form.precedes).enumerated() {
        lines += form.comments
        lines.append(rowText.row(entry, form, isFirst: position == 0))
      }
    }
    return (lines + footer).map { $0 + "\n" }.joined()
  }
}

extension Form {
  /// The stable order of the forms of an entry.
  static func precedes(_ a: Form, _ b: Form) -> Bool {
    if a.language != b.language {
      return a.language.rawValue.utf8.lexicographicallyPrecedes(b.language.rawValue.utf8)
    }
    if a.status != b.status { return a.status.rank < b.status.rank }
    if a.style != b.style {
      return a.style.rawValue.utf8.lexicographicallyPrecedes(b.style.rawValue.utf8)
    }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

extension Form.Status {
  fileprivate var rank: Int {
    switch self {
    case .preferred: 0
    case .accepted: 1
    case .deprecated: 2
    case .forbidden: 3
    }
  }
}
