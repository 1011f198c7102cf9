import BitestoText

/// Reads the bytes of a glossary file, collecting entries and everything wrong on the way.
struct GlossaryReader {
  typealias Column = GlossaryFile.Column

  let path: String
  private(set) var entries: [Entry] = []
  /// The line of the first row of each entry.
  private(set) var lineOfID: [String: Int] = [:]
  private(set) var header: [String] = []
  private(set) var footer: [String] = []
  private(set) var issues: [GlossaryIssue] = []

  private var line = 0
  /// The column of each cell, once the header row was read; nil for a column that isn't known.
  private var columns: [Column?] = []
  private var comments: [String] = []
  /// Lines of the forms of the entry being read, by what makes them conflict.
  private var lineOfForm: [FormSlot: Int] = [:]

  /// What may stand once in an entry: a form, or (without a text) the preferred one.
  private struct FormSlot: Hashable {
    let language: Language
    let style: Style
    let text: String?
  }

  init(path: String) {
    self.path = path
  }

  mutating func read(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      readLine(bytes[start..<(hasReturn ? end - 1 : end)])
      start = end + 1
      // Without the columns that every row needs, every further row would be a mistake.
      if !columns.isEmpty, lacksRequiredColumn { return }
    }
    if columns.isEmpty {
      line = max(line, 1)
      report("no header row; the first row must name the columns: \(Self.columnNames)")
    }
    footer = comments
  }

  private mutating func readLine(_ bytes: ArraySlice<UInt8>) {
    // Spreadsheets fill every row up to the last column with tabs.
    let content = bytes.dropLast { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: " ") }
    guard let first = content.first, first != UInt8(ascii: "#") else {
      comments.append(String(decoding: content, as: UTF8.self))
      return
    }
    let cells = content.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map(Self.cell)
    if content.contains(where: { $0 >= 0x80 }), !Self.isUTF8(cells) {
      report("this row is not valid UTF-8; save the file as UTF-8")
    } else if columns.isEmpty {
      readHeader(cells)
    } else {
      readRow(cells)
    }
  }

  private mutating func readHeader(_ names: [String]) {
    header = comments
    comments = []
    for name in names {
      let column = Column.allCases.first { $0.name == name.lowercased() }
      if column == nil {
        let near = didYouMean(name.lowercased(), among: Column.allCases.map(\.name))
        report("unknown column '\(name)'; the columns are \(Self.columnNames)\(near)")
      } else if columns.contains(column) {
        report("the column '\(name)' stands twice in the header row")
      }
      columns.append(column)
    }
    for column in Column.required where !columns.contains(column) {
      report("the header row has no column '\(column.name)'")
    }
  }

  private var lacksRequiredColumn: Bool {
    Column.required.contains { !columns.contains($0) }
  }

  private mutating func readRow(_ cells: [String]) {
    guard cells.count <= columns.count else {
      return report("\(cells.count) cells, but the header row names \(columns.count) columns")
    }
    var row = GlossaryRow(line: line)
    for (column, cell) in zip(columns, cells) {
      if let column { row[column] = cell }
    }
    let id = row[.id]
    guard Self.isIdentifier(id) else {
      return report(
        id.isEmpty
          ? "no id" : "'\(id)' can't be an id; use lower-case letters a-z, digits and hyphens")
    }
    let form = row.form(comments: id == entries.last?.id ? takeComments() : [])
    if id == entries.last?.id {
      let entry = entries.count - 1
      row.describe(&entries[entry], isFirst: false)
      if let form { add(form, to: entry) }
    } else if let earlier = lineOfID[id] {
      report(
        "id '\(id)' is already used at line \(earlier); keep the rows of an entry together, "
          + "or choose another id")
    } else {
      lineOfForm.removeAll(keepingCapacity: true)
      var entry = Entry(id: id, kind: .term, comments: takeComments())
      row.describe(&entry, isFirst: true)
      lineOfID[id] = line
      entries.append(entry)
      if let form { add(form, to: entries.count - 1) }
    }
    for message in row.messages { report(message) }
  }

  private mutating func add(_ form: Form, to entry: Int) {
    let style = form.style == .any ? "" : " (\(form.style.rawValue))"
    let slot = FormSlot(language: form.language, style: form.style, text: form.text)
    if let other = lineOfForm.updateValue(line, forKey: slot) {
      report("'\(form.text)' in \(form.language)\(style) stands already at line \(other)")
    }
    let preferred = FormSlot(language: form.language, style: form.style, text: nil)
    if form.status == .preferred, let other = lineOfForm.updateValue(line, forKey: preferred) {
      report(
        "a second preferred form in \(form.language)\(style); line \(other) has the first: "
          + "make one of them accepted")
    }
    entries[entry].forms.append(form)
  }

  private mutating func takeComments() -> [String] {
    defer { comments = [] }
    return comments
  }

  private mutating func report(_ message: String) {
    issues.append(GlossaryIssue(path: path, line: line, message: message))
  }

  private static let columnNames = Column.allCases.map(\.name).joined(separator: ", ")

  /// A cell without white space around it and without the quotes of a spreadsheet.
  private static func cell(_ bytes: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    let trimmed = bytes.drop { $0 == UInt8(ascii: " ") }.dropLast { $0 == UInt8(ascii: " ") }
    guard trimmed.count > 1, trimmed.first == quote, trimmed.last == quote else {
      return String(decoding: trimmed, as: UTF8.self)
    }
    var inner: [UInt8] = []
    var isEscaped = false
    for byte in trimmed.dropFirst().dropLast() {
      isEscaped = byte == quote && !isEscaped
      if !isEscaped { inner.append(byte) }
    }
    return String(decoding: inner, as: UTF8.self)
  }

  /// Decoding put no replacement character (EF BF BD) into the cells.
  private static func isUTF8(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      var text = cell
      return text.withUTF8 { bytes in
        !bytes.indices.dropFirst(2).contains {
          bytes[$0 - 2] == 0xEF && bytes[$0 - 1] == 0xBF && bytes[$0] == 0xBD
        }
      }
    }
  }

  static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

extension Collection where SubSequence == ArraySlice<UInt8>, Self == ArraySlice<UInt8> {
  /// The slice without the bytes at its end that satisfy `predicate`.
  fileprivate func dropLast(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, predicate(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }
}
