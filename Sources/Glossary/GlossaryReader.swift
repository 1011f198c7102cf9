import BitestoSuggestion
import BitestoText

/// Reads the bytes of a glossary file, collecting entries and everything wrong on the way.
struct GlossaryReader {
  typealias Column = GlossaryFile.Column

  let path: String
  private(set) var entries: [Entry] = []
  /// The lines of all forms, in their order.
  private(set) var formLines: [Int] = []
  /// The line of the first row of each entry.
  private(set) var lineOfID: [String: Int] = [:]
  private(set) var header: [String] = []
  private(set) var footer: [String] = []
  private(set) var issues: [GlossaryIssue] = []

  private var line = 0
  /// The column of each cell, once the header row was read; nil for a column that isn't known.
  private(set) var columns: [Column?] = []
  private var comments: [String] = []
  /// Whether the whole file is UTF-8, so that no row needs to be looked at for it.
  private var isUTF8 = true
  /// Whether the header row names every column that each row needs.
  private var hasRequiredColumns = false
  /// The row being read.
  private var row = GlossaryRow()
  private var slots = FormSlots()

  init(path: String) {
    self.path = path
  }

  mutating func read(_ bytes: [UInt8]) {
    isUTF8 = (try? TextEncoding.utf8.utf8(bytes)) != nil
    bytes.withUnsafeBufferPointer { bytes in
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        line += 1
        readLine(UnsafeBufferPointer(rebasing: Self.content(bytes[start..<end])))
        start = end + 1
        // Without the columns that every row needs, every further row would be a mistake.
        if !columns.isEmpty, !hasRequiredColumns { return }
      }
    }
    if columns.isEmpty {
      line = max(line, 1)
      report("no header row; the first row must name the columns: \(Self.columnNames)")
    }
    footer = comments
  }

  mutating func read(_ table: [(line: Int, cells: [String])]) {
    row.isEscaped = false
    for row in table {
      line = row.line
      var cells = row.cells
      // Spreadsheets fill every row up to the last column.
      while cells.last?.trimmed.isEmpty == true { cells.removeLast() }
      if cells.isEmpty { continue }
      if columns.isEmpty { readHeader(cells.map { String($0.trimmed) }) } else { readRow(cells) }
      if !hasRequiredColumns { return }
    }
    if columns.isEmpty {
      line = max(line, 1)
      report("no header row; the first row must name the columns: \(Self.columnNames)")
    }
  }

  /// The entries with their lines.
  func located() throws(GlossaryError) -> [LocatedEntry] {
    guard issues.isEmpty else { throw GlossaryError(issues: issues) }
    var rest = formLines[...]
    return entries.map { entry in
      let lines = Array(rest.prefix(entry.forms.count))
      rest = rest.dropFirst(entry.forms.count)
      return LocatedEntry(entry, line: lineOfID[entry.id] ?? 0, formLines: lines)
    }
  }

  private mutating func readLine(_ content: UnsafeBufferPointer<UInt8>) {
    guard !Self.isComment(content) else {
      comments.append(String(decoding: content, as: UTF8.self))
      return
    }
    if !isUTF8, !String(decoding: content, as: UTF8.self).utf8.elementsEqual(content) {
      return report("this row is not valid UTF-8; save the file as UTF-8")
    }
    let tab = UInt8(ascii: "\t")
    if columns.isEmpty {
      let cells = content.split(separator: tab, omittingEmptySubsequences: false)
      return readHeader(cells.map { Self.cell(UnsafeBufferPointer(rebasing: $0)) })
    }
    guard startRow(content.count { $0 == tab } + 1) else { return }
    var (cell, start) = (0, 0)
    while start <= content.count, cell < columns.count {
      var end = start
      while end < content.count, content[end] != tab { end += 1 }
      if let column = columns[cell], end > start {
        row[column] = Self.cell(UnsafeBufferPointer(rebasing: content[start..<end]))
      }
      cell += 1
      start = end + 1
    }
    endRow()
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
    let missing = Column.required.filter { !columns.contains($0) }
    for column in missing { report("the header row has no column '\(column.name)'") }
    hasRequiredColumns = missing.isEmpty
  }

  private mutating func readRow(_ cells: [String]) {
    guard startRow(cells.count) else { return }
    for (column, cell) in zip(columns, cells) {
      // The cells of a table are given as they stand; the white space of a note may be meant.
      let isText = column == .source || column == .note
      if let column { row[column] = isText ? cell : String(cell.trimmed) }
    }
    endRow()
  }

  private mutating func startRow(_ cellCount: Int) -> Bool {
    guard cellCount <= columns.count else {
      report("\(cellCount) cells, but the header row names \(columns.count) columns")
      return false
    }
    row.start()
    return true
  }

  private mutating func endRow() {
    let id = row[.id]
    let last = entries.count - 1
    if last >= 0, id == entries[last].id {
      let form = row.form(comments: takeComments())
      row.describe(&entries[last], isFirst: false)
      if let form { add(form, to: last) }
    } else {
      guard Self.isIdentifier(id) else {
        return report(
          id.isEmpty
            ? "no id" : "'\(id)' can't be an id; use lower-case letters a-z, digits and hyphens")
      }
      readFirstRow(of: id)
    }
    for message in row.messages { report(message) }
  }

  private mutating func readFirstRow(of id: String) {
    let form = row.form(comments: [])
    if let earlier = lineOfID[id] {
      report(
        "id '\(id)' is already used at line \(earlier); keep the rows of an entry together, "
          + "or choose another id")
      return
    }
    slots.removeAll()
    var entry = Entry(id: id, kind: .term, comments: takeComments())
    row.describe(&entry, isFirst: true)
    lineOfID[id] = line
    entries.append(entry)
    if let form { add(form, to: entries.count - 1) }
  }

  private mutating func add(_ form: Form, to entry: Int) {
    let conflicts = slots.conflicts(of: form, with: entries[entry].forms)
    if conflicts.same != nil || conflicts.preferred != nil {
      let style = form.style == .any ? "" : " (\(form.style.rawValue))"
      let first = formLines.count - entries[entry].forms.count
      if let other = conflicts.same {
        report(
          "'\(form.text)' in \(form.language)\(style) stands already at line "
            + "\(formLines[first + other])")
      }
      if let other = conflicts.preferred {
        report(
          "a second preferred form in \(form.language)\(style); line "
            + "\(formLines[first + other]) has the first: make one of them accepted")
      }
    }
    entries[entry].forms.append(form)
    formLines.append(line)
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
  private static func cell(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let (space, quote) = (UInt8(ascii: " "), UInt8(ascii: "\""))
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] == space { start += 1 }
    while end > start, bytes[end - 1] == space { end -= 1 }
    let trimmed = UnsafeBufferPointer(rebasing: bytes[start..<end])
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

  /// What a line says: without a carriage return, and without the tabs by which spreadsheets fill
  /// every row up to the last column.
  static func content<Line: BidirectionalCollection<UInt8>>(_ line: Line) -> Line.SubSequence {
    var end = line.endIndex
    func last() -> UInt8? { end > line.startIndex ? line[line.index(before: end)] : nil }
    if last() == UInt8(ascii: "\r") { end = line.index(before: end) }
    while let byte = last(), byte == UInt8(ascii: "\t") || byte == UInt8(ascii: " ") {
      end = line.index(before: end)
    }
    return line[..<end]
  }

  /// Whether the content of a line is a comment or nothing.
  static func isComment(_ content: some Collection<UInt8>) -> Bool {
    content.first.map { $0 == UInt8(ascii: "#") } ?? true
  }

  static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
