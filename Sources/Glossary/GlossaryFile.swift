/// A glossary as one file: entries, their lines, and comments, so that it can be written back.
///
/// The file is UTF-8 text with tab-separated columns: a header row, then one form a row. Rows with
/// the same `id` make one entry and stand together; what is true of the whole entry (`kind`,
/// `gender`, `surname`, `relations`) stands on its first row. Lines that start with `#` and empty
/// lines are comments.
public struct GlossaryFile: Sendable {
  /// The columns, in the order in which they are written; a reader accepts any order.
  public enum Column: Int, CaseIterable, Sendable {
    case id, language, style, status, form, system, source, note, kind, gender, surname, relations

    /// The word in the header row.
    public var name: String { String(describing: self) }

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

  /// A new file, not read from anywhere.
  public init(path: String, entries: [Entry], header: [String] = [], footer: [String] = []) {
    self.path = path
    self.entries = entries
    self.header = header
    self.footer = footer
    lines = [:]
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
    footer = reader.footer
  }

  /// The line of the first row of the entry with this id, as read, counted from 1; nil for an
  /// entry added since.
  public func line(of id: String) -> Int? { lines[id] }

  /// The file's text in stable order: entries by id, their forms by language, status, style and
  /// text. Reading it gives the same entries, and a change of one form changes one line.
  public func text() -> String {
    var lines = header
    lines.append(Column.allCases.map(\.name).joined(separator: "\t"))
    for entry in entries.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      lines += entry.comments
      for (position, form) in entry.forms.sorted(by: Form.precedes).enumerated() {
        lines += form.comments
        lines.append(Self.row(entry, form, isFirst: position == 0))
      }
    }
    return (lines + footer).map { $0 + "\n" }.joined()
  }

  private static func row(_ entry: Entry, _ form: Form, isFirst: Bool) -> String {
    var cells = [
      entry.id, form.language.rawValue, form.style.rawValue, form.status.rawValue, form.text,
      form.system?.rawValue ?? "", form.source, form.note,
    ]
    if isFirst {
      cells.append(entry.kind.rawValue)
      cells.append(entry.gender?.rawValue ?? "")
      cells.append(entry.surname == .never ? "" : entry.surname.rawValue)
      cells.append(
        entry.relations.map { "\($0.kind.rawValue):\($0.target)" }.joined(separator: "; "))
    }
    while cells.last == "" { cells.removeLast() }
    return cells.map(cell).joined(separator: "\t")
  }

  /// A cell that can't end the row or the cell, quoted when it would be taken for a quoted one.
  private static func cell(_ text: String) -> String {
    let flat = String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    guard flat.hasPrefix("\"") else { return flat }
    return "\""
      + flat.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension Form {
  /// The stable order of the forms of an entry.
  fileprivate static func precedes(_ a: Form, _ b: Form) -> Bool {
    a.sortKey.utf8.lexicographicallyPrecedes(b.sortKey.utf8)
  }

  private var sortKey: String {
    let rank = Status.allCases.firstIndex(of: status) ?? 0
    return "\(language.rawValue)\t\(rank)\t\(style.rawValue)\t\(text)"
  }
}
