import BitestoSuggestion
import BitestoText

/// One row of a glossary file: its cells, what they mean, and what is wrong with them.
struct GlossaryRow {
  typealias Column = GlossaryFile.Column

  /// Whether notes and sources are escaped.
  var isEscaped = true
  private var cells = [String](repeating: "", count: Column.allCases.count)
  private(set) var messages: [String] = []
  /// What cells meant in the rows before; a file has few different ones.
  private var languages: [String: Language] = [:]
  private var styles: [String: Style] = [:]
  private var statuses: [String: Form.Status] = [:]
  private var systems: [String: RomanizationSystem] = [:]

  /// Forgets the cells of the row before.
  mutating func start() {
    for index in cells.indices { cells[index] = "" }
    if !messages.isEmpty { messages = [] }
  }

  subscript(column: Column) -> String {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }

  /// The form of this row; nil when a cell that it needs is missing or wrong.
  mutating func form(comments: [String]) -> Form? {
    let language = language()
    let style = style()
    let status = status()
    let system = system()
    let text = self[.form]
    if text.isEmpty { messages.append("no form") }
    guard let language, let status, !text.isEmpty else { return nil }
    return Form(
      language: language, text: text, style: style, status: status, system: system,
      source: plain(.source), note: plain(.note), comments: comments)
  }

  /// Fills in what the row says about the whole entry.
  mutating func describe(_ entry: inout Entry, isFirst: Bool) {
    guard isFirst else {
      for column in [Column.kind, .gender, .surname, .relations] where !self[column].isEmpty {
        messages.append("'\(column.name)' belongs on the first row of '\(entry.id)'")
      }
      return
    }
    if let kind = value(.kind, as: Entry.Kind.self) { entry.kind = kind }
    entry.gender = value(.gender, as: Entry.Gender.self, isRequired: false)
    entry.surname = value(.surname, as: Entry.Surname.self, isRequired: false) ?? .never
    if entry.surname != .never, entry.kind != .person {
      messages.append("'surname' is for persons; '\(entry.id)' is a \(entry.kind.rawValue)")
    }
    entry.relations = relations()
  }

  private func plain(_ column: Column) -> String {
    isEscaped ? EscapedText.unescaped(self[column]) : self[column]
  }

  private mutating func language() -> Language? {
    let code = self[.language]
    if let known = languages[code] { return known }
    let isCode = code.split(separator: "-").first.map { (2...3).contains($0.utf8.count) } ?? false
    guard isCode, GlossaryReader.isIdentifier(code) else {
      messages.append(
        code.isEmpty
          ? "no language" : "'\(code)' is no language code; write it as in 'it', 'en', 'be'")
      return nil
    }
    let language = Language(rawValue: code)
    languages[code] = language
    return language
  }

  private mutating func style() -> Style {
    let name = self[.style]
    if name.isEmpty { return .any }
    if let known = styles[name] { return known }
    let style = Style(rawValue: name)
    if GlossaryReader.isIdentifier(name) {
      styles[name] = style
    } else {
      messages.append(
        "'\(name)' can't name a style; use lower-case letters a-z, digits and hyphens")
    }
    return style
  }

  private mutating func status() -> Form.Status? {
    let name = self[.status]
    if let known = statuses[name] { return known }
    let status = value(.status, as: Form.Status.self)
    statuses[name] = status
    return status
  }

  private mutating func system() -> RomanizationSystem? {
    let name = self[.system]
    if name.isEmpty { return nil }
    if let known = systems[name] { return known }
    let system = value(.system, as: RomanizationSystem.self, isRequired: false)
    systems[name] = system
    return system
  }

  private mutating func relations() -> [Entry.Relation] {
    var relations: [Entry.Relation] = []
    for item in self[.relations].split(separator: ";") {
      let parts = item.split(separator: ":", maxSplits: 1).map { String($0.trimmed) }
      guard parts.count == 2, let name = parts.first, let target = parts.last,
        GlossaryReader.isIdentifier(target)
      else {
        messages.append("'\(item.trimmed)' is no relation; write it as in 'relative-of:some-id'")
        continue
      }
      if let kind = value(name, of: "relation", as: Entry.Relation.Kind.self) {
        relations.append(Entry.Relation(kind, target))
      }
    }
    return relations
  }

  /// The value that a cell names; nil, with a message, when it names none.
  private mutating func value<Value: RawRepresentable & CaseIterable>(
    _ column: Column, as type: Value.Type, isRequired: Bool = true
  ) -> Value? where Value.RawValue == String {
    let name = self[column]
    guard !name.isEmpty else {
      if isRequired { messages.append("no \(column.name); one of \(Self.names(type))") }
      return nil
    }
    return Value(rawValue: name) ?? value(name, of: column.name, as: type)
  }

  private mutating func value<Value: RawRepresentable & CaseIterable>(
    _ name: String, of what: String, as type: Value.Type
  ) -> Value? where Value.RawValue == String {
    if let value = Value(rawValue: name) { return value }
    let near = didYouMean(name, among: type.allCases.map(\.rawValue))
    messages.append("unknown \(what) '\(name)'; one of \(Self.names(type))\(near)")
    return nil
  }

  private static func names<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String
  where Value.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the spaces at its ends.
  var trimmed: Substring {
    var part = drop { $0 == " " }
    while part.last == " " { part.removeLast() }
    return part
  }
}
