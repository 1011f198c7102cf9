import BitestoText

/// The columns of a bilingual table, and units as its rows.
///
/// The first row names them: the language tags of the texts ("it", "en-US") or `source` and `target`,
/// then `confidence`, `state` and `note`. Another column is a property of its name: "speaker" is
/// "x-speaker". A table without such a row has the source and the target in its first two columns.
struct TableColumns {
  enum Column: Equatable {
    case text(LanguageTag)
    case property(String)
    case note
    case ignored
  }

  /// Of the columns that are written after the two texts.
  static let further = ["confidence", "state", "note"]

  private let columns: [Column]
  private let textCount: Int
  /// Whether the first row is a unit like the others.
  let hasNoHeader: Bool

  /// - Parameter first: the first row.
  /// - Throws: ``MemoryError`` when neither the table nor the options say the languages.
  init(_ first: [String], _ options: UnitReadingOptions) throws(MemoryError) {
    let names = first.map { $0.trimmingSpace.lowercased() }
    var columns: [Column] = []
    let sides = [("source", options.source), ("target", options.target)]
    if sides.allSatisfy({ names.contains($0.0) }) {
      guard let source = options.source, let target = options.target else {
        throw Self.namelessLanguages
      }
      columns = names.map { name in
        name == "source" ? .text(source) : name == "target" ? .text(target) : Self.further(name)
      }
    } else {
      columns = names.map { name in Self.language(name).map(Column.text) ?? Self.further(name) }
    }
    var seen: Set<LanguageTag> = []
    for (index, column) in columns.enumerated() {
      if case .text(let language) = column, !seen.insert(language).inserted {
        columns[index] = .ignored
      }
    }
    hasNoHeader = !Self.areLanguages(seen, options)
    if hasNoHeader {
      guard let source = options.source, let target = options.target else {
        throw Self.namelessLanguages
      }
      columns = [.text(source), .text(target)]
    }
    self.columns = columns
    textCount = columns.count { if case .text = $0 { true } else { false } }
  }

  /// Whether what looks like tags in the first row are languages, and not two short words.
  private static func areLanguages(_ tags: Set<LanguageTag>, _ options: UnitReadingOptions) -> Bool
  {
    guard tags.count >= 2 else { return false }
    let asked = [options.source, options.target].compactMap { $0 }
    return asked.isEmpty
      ? tags.contains { $0.primary.utf8.count == 2 }
      : tags.contains { tag in asked.contains { tag.isSameLanguage(as: $0) } }
  }

  private static let namelessLanguages = MemoryError(
    line: 1,
    "expected a first row that names the languages, such as it and en; "
      + "for a file without one give them, as in bitesto tmx convert --from it --to en")

  /// Languages as people write them over a column.
  private static let languageNames: [String: LanguageTag] = [
    "italian": "it", "italiano": "it", "english": "en", "inglese": "en",
  ]

  private static func language(_ name: String) -> LanguageTag? {
    if let known = languageNames[name] { return known }
    let tag = LanguageTag(name)
    guard tag.isWellFormed, (2...3).contains(tag.primary.utf8.count) else { return nil }
    return tag
  }

  private static func further(_ name: String) -> Column {
    switch name {
    case "note", "notes", "comment": .note
    case "": .ignored
    case _ where name.utf8.count <= 64 && name.utf8.allSatisfy(isNameByte):
      .property(name.hasPrefix("x-") ? name : "x-\(name)")
    default: .ignored
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  /// What the table says about itself.
  var header: MemoryHeader {
    for case .text(let language) in columns {
      return MemoryHeader(attributes: [XMLAttribute("srclang", language.canonical)])
    }
    return MemoryHeader()
  }

  /// The unit of a row; nil for one without any words.
  ///
  /// - Throws: ``MemoryProblem`` for a row that lacks columns.
  func unit(
    line: Int, _ cells: [ArraySlice<UInt8>], text: (ArraySlice<UInt8>) -> String
  ) throws(MemoryProblem) -> TranslationUnit? {
    var unit = TranslationUnit(line: line)
    var hasWords = false
    var missing = false
    for (index, column) in columns.enumerated() {
      let cell = index < cells.count ? cells[index] : []
      switch column {
      case .text(let language):
        if index >= cells.count { missing = true }
        hasWords = hasWords || !cell.isEmpty
        // In a table of many languages an empty cell is a language that the unit does not have.
        if cell.isEmpty, textCount > 2 { continue }
        unit.variants.append(
          UnitVariant(language: language, segment: SegmentContent(text(cell))))
      case .property(let type):
        if !cell.isEmpty { unit.properties.append(MemoryProperty(type, text(cell))) }
      case .note:
        if !cell.isEmpty { unit.notes.append(MemoryNote(text(cell))) }
      case .ignored: continue
      }
    }
    if missing, hasWords {
      throw MemoryProblem(
        .unreadableUnit, line: line,
        "unit left out: expected \(count(columns.count)), found \(cells.count)")
    }
    return hasWords ? unit : nil
  }

  private func count(_ columns: Int) -> String {
    "\(columns) columns"
  }
}

extension MemoryProblem: Error {}

/// The rows that a bilingual table is written in.
struct TableRows {
  private(set) var chooser: SideChooser

  init(_ header: MemoryHeader, _ options: UnitWritingOptions) {
    chooser = SideChooser(header, options)
  }

  /// The names of the columns, once the languages are known.
  var header: [String] { chooser.tags + TableColumns.further }

  /// The cells of a unit; nil, and counted, for one that has no place in the table.
  mutating func cells(_ unit: TranslationUnit) throws(MemoryError) -> [String]? {
    guard let sides = try chooser.sides(of: unit) else { return nil }
    var (confidence, state) = ("", "")
    var hasMore =
      !unit.attributes.isEmpty || !sides.source.properties.isEmpty
      || !sides.target.properties.isEmpty
    for property in unit.properties {
      switch property.type {
      case "x-confidence" where confidence.isEmpty: confidence = property.text
      case "x-state" where state.isEmpty: state = property.text
      default: hasMore = true
      }
    }
    if hasMore { chooser.lose(.properties) }
    let notes = unit.notes + sides.source.notes + sides.target.notes
    return [
      sides.source.segment.plainText, sides.target.segment.plainText, confidence, state,
      notes.map(\.text).joined(separator: "\n"),
    ]
  }

  mutating func lose(_ part: UnitLosses.Part) {
    chooser.lose(part)
  }
}
