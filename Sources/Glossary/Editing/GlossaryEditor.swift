import BitestoText

/// A glossary file being edited: rows that an edit doesn't concern stay as they are, byte for byte.
///
/// Columns keep their order, comments and line ends stay. A new row goes where the stable order has
/// it as long as the file is in that order, and to the end otherwise.
public struct GlossaryEditor: Sendable {
  public let path: String
  /// The lines as they were read, with their line feeds.
  private let old: [ArraySlice<UInt8>]
  private var top: [EditedLine]
  /// Those of the file in its order, then those that were added.
  private var blocks: [Block]
  private let readCount: Int
  /// Whether the file's entries were in the order of their ids.
  private let isSorted: Bool
  private let bottom: [EditedLine]
  private var indexOfID: [String: Int]
  private var rowText: RowText
  /// A carriage return, if the header row ends with one.
  private let ending: [UInt8]

  /// An entry and its rows, in the order of its forms.
  private struct Block {
    var entry: Entry
    /// The comments before the entry are those of the first row.
    var rows: [Row]
    /// What stays when the entry is removed.
    var remains: [EditedLine] = []

    var lines: [EditedLine] { remains + rows.flatMap { $0.comments + [$0.line] } }
  }

  private struct Row {
    var comments: [EditedLine]
    var line: EditedLine
  }

  /// A new file.
  public init(path: String) {
    self.path = path
    old = []
    top = [EditedLine(RowText.headerRow, ending: [])]
    blocks = []
    bottom = []
    readCount = 0
    isSorted = true
    indexOfID = [:]
    rowText = RowText()
    ending = []
  }

  /// Reads a file.
  ///
  /// - Throws: ``GlossaryError`` with everything wrong in it; such a file is not edited.
  /// - Complexity: linear in the bytes.
  public init(path: String, bytes: [UInt8]) throws(GlossaryError) {
    let file = try GlossaryFile(path: path, bytes: bytes)
    self.path = path
    old = UnifiedDiff.lines(of: bytes)
    var pending: [EditedLine] = []
    var top: [EditedLine]?
    var rows: [Row] = []
    for (index, ended) in old.enumerated() {
      let bytes = ended.last == 0x0A ? ended.dropLast() : ended
      let line = EditedLine(bytes, original: index + 1)
      pending.append(line)
      let hasMark = index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let content = GlossaryReader.content(hasMark ? bytes.dropFirst(3) : bytes)
      guard !GlossaryReader.isComment(content) else { continue }
      if top == nil {
        top = pending
      } else {
        rows.append(Row(comments: pending.dropLast(), line: line))
      }
      pending = []
    }
    self.top = top ?? []
    bottom = pending
    let header = self.top.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    ending = header.utf8.last == 0x0D ? [0x0D] : []
    rowText = RowText(columns: file.columns)
    blocks = []
    indexOfID = [:]
    var rest = rows[...]
    for entry in file.entries {
      indexOfID[entry.id] = blocks.count
      blocks.append(Block(entry: entry, rows: Array(rest.prefix(entry.forms.count))))
      rest = rest.dropFirst(entry.forms.count)
    }
    readCount = blocks.count
    isSorted = zip(file.entries, file.entries.dropFirst()).allSatisfy {
      Self.precedes($0.id, $1.id)
    }
  }

  /// Those of the file in its order, then those that were added.
  public var entries: [Entry] { blocks.filter { !$0.rows.isEmpty }.map(\.entry) }

  /// The entry with this id and the lines where it stood when the file was read. O(1).
  public subscript(id: String) -> LocatedEntry? {
    guard let index = indexOfID[id] else { return nil }
    let lines = blocks[index].rows.map { $0.line.original ?? 0 }
    return LocatedEntry(blocks[index].entry, line: lines.first { $0 > 0 } ?? 0, formLines: lines)
  }

  /// Adds an entry with a new id, or gives the entry that has the id this value.
  ///
  /// Rows of forms that don't change stay as they are.
  public mutating func put(_ entry: Entry) {
    for column in rowText.missing(for: entry) { addColumn(column) }
    if let index = indexOfID[entry.id] {
      blocks[index] = changed(blocks[index], to: entry)
    } else {
      add(entry)
    }
  }

  /// Removes an entry with the comment lines right above it; comments before an empty line stay.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public mutating func remove(_ id: String) -> Bool {
    guard let index = indexOfID[id] else { return false }
    indexOfID[id] = nil
    let comments = blocks[index].rows.first?.comments ?? []
    let blank = comments.lastIndex { GlossaryReader.content($0.bytes).isEmpty }
    blocks[index].remains = blank.map { Array(comments[...$0]) } ?? []
    blocks[index].rows = []
    return true
  }

  /// The lines of the file as it is now.
  public var lines: [EditedLine] {
    top + ordered.flatMap(\.lines) + bottom
  }

  /// The entries as they stand in the file.
  private var ordered: [Block] {
    let added = blocks[readCount...].sorted { Self.precedes($0.entry.id, $1.entry.id) }
    guard isSorted, !added.isEmpty else { return blocks[..<readCount] + added }
    var ordered: [Block] = []
    ordered.reserveCapacity(blocks.count)
    var next = added[...]
    for block in blocks[..<readCount] {
      while let first = next.first, Self.precedes(first.entry.id, block.entry.id) {
        ordered.append(first)
        next.removeFirst()
      }
      ordered.append(block)
    }
    return ordered + next
  }

  /// The bytes of the file as it is now, every line ended but a last one that never was.
  public var bytes: [UInt8] { endedLines.flatMap(\.bytes) }

  /// What was changed since the file was read.
  public var diff: UnifiedDiff { UnifiedDiff(path: path, old: old, new: endedLines) }

  private var endedLines: [UnifiedDiff.NewLine] {
    var ended = lines.map { (bytes: $0.bytes + [0x0A], original: $0.original) }
    if let unended = old.last, unended.last != 0x0A, ended.last?.original == old.count {
      ended[ended.count - 1].bytes = unended
    }
    return ended
  }

  private mutating func addColumn(_ column: GlossaryFile.Column) {
    rowText.columns.append(column)
    guard let header = top.popLast() else { return }
    let names = String(decoding: header.bytes, as: UTF8.self).split { $0 == "\t" || $0.isNewline }
    let text = (names.map(String.init) + [column.name]).joined(separator: "\t")
    top.append(EditedLine(text, ending: ending))
  }

  private mutating func add(_ entry: Entry) {
    var entry = entry
    entry.forms.sort(by: Form.precedes)
    indexOfID[entry.id] = blocks.count
    blocks.append(
      Block(
        entry: entry,
        rows: entry.forms.indices.map { index in
          let comments = (index == 0 ? entry.comments : []) + entry.forms[index].comments
          return Row(
            comments: comments.map { EditedLine($0, ending: ending) },
            line: line(of: entry, index))
        }))
  }

  private func line(of entry: Entry, _ index: Int) -> EditedLine {
    EditedLine(rowText.row(entry, entry.forms[index], isFirst: index == 0), ending: ending)
  }

  /// The block with the rows of its entry's new value.
  private func changed(_ block: Block, to new: Entry) -> Block {
    let old = block.entry
    var new = new
    let wasSorted = zip(old.forms, old.forms.dropFirst()).allSatisfy { !Form.precedes($1, $0) }
    if wasSorted { new.forms.sort(by: Form.precedes) }
    var rowOfForm: [Form: Int] = [:]
    for (index, form) in old.forms.enumerated() { rowOfForm[form.identity] = index }
    let isDescribedAlike =
      (old.kind, old.gender, old.surname) == (new.kind, new.gender, new.surname)
      && old.relations == new.relations
    var rows: [Row] = []
    for (index, form) in new.forms.enumerated() {
      guard let row = rowOfForm[form.identity], block.rows.indices.contains(row) else {
        let comments = form.comments.map { EditedLine($0, ending: ending) }
        rows.append(Row(comments: comments, line: line(of: new, index)))
        continue
      }
      let isSame =
        old.forms[row] == form && (index == 0) == (row == 0) && (index > 0 || isDescribedAlike)
      // The comments before the entry stay before it, whichever row is now the first.
      let comments = row == 0 && index > 0 ? [] : block.rows[row].comments
      rows.append(
        Row(comments: comments, line: isSame ? block.rows[row].line : line(of: new, index)))
    }
    if let first = new.forms.first, rowOfForm[first.identity] != 0, let row = block.rows.first {
      rows[0].comments.insert(contentsOf: row.comments, at: 0)
    }
    return Block(entry: new, rows: rows)
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}

extension Form {
  /// What makes two forms of an entry the same one: language, style and text.
  var identity: Form { Form(language: language, text: text, style: style) }
}
