import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoText

extension CommandDescription {
  static let glossaryAdd = CommandDescription(
    name: "add",
    summary: "Add an entry or forms, or the entries of another file",
    discussion: """
      Adds to FILE, which is made when it is not there. What is there already is left; what contradicts \
      it (another preferred form for the same language and style, another kind or status, the id of \
      another entity) is reported with both lines and left out, until --replace takes it: a form that \
      was preferred then becomes accepted.

      FILE keeps its order, its comments and every line that is not concerned. It is written whole or \
      not at all.
      """,
    arguments: [AddParameters.file],
    options: [
      AddParameters.id, AddParameters.kind, AddParameters.form, AddParameters.gender,
      AddParameters.surname, AddParameters.relation, AddParameters.system, AddParameters.source,
      AddParameters.note, AddParameters.from, AddParameters.replace, EditParameters.dryRun, .color,
      .quiet,
    ],
    examples: [
      Example(
        "bitesto glossary add names.tsv --id lukashenko --kind person --surname last "
          + "--form 'it:press:preferred:Alexander Lukashenko' "
          + "--form 'en:preferred:Alexander Lukashenko' --source ANSA",
        "Add a person"),
      Example(
        "bitesto glossary add names.tsv --id lukashenko --form 'it:deprecated:Lukascenko'",
        "Add a form to an entry"),
      Example(
        "bitesto glossary add names.tsv --from proposals.tsv --dry-run",
        "Show what merging another glossary would change"),
      Example(
        "bitesto glossary add names.tsv --from termbase.tbx", "Merge the file of another program"),
    ],
    exitStatuses: [
      .done: "Everything was added or there already",
      .findings: "Something contradicts FILE or could not be read, and was left out",
      .failure: "Nothing was changed: a file could not be read or written",
    ],
    run: { try GlossaryAddCommand($0).run() })
}

private struct GlossaryAddCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let session = GlossaryEditing(context)
    let path = try context.arguments.required(AddParameters.file)
    let wasThere = InputFile.Identity(path, in: context.folder) != nil
    let editor = wasThere || path == "-" ? try session.open(path) : GlossaryEditor(path: path)
    let replaces = context.arguments.isGiven(AddParameters.replace)
    let others = context.arguments.texts(AddParameters.from)
    let hasID = context.arguments.isGiven(AddParameters.id)
    guard hasID != !others.isEmpty else {
      throw CommandError(
        others.isEmpty ? "nothing to add" : "'--id' and '--from' exclude each other",
        notes: ["--id ID with --form adds an entry; --from FILE adds those of another file"])
    }
    if let option = AddParameters.ofEntry.first(where: { context.arguments.isGiven($0) }), !hasID {
      throw CommandError("'\(option.key)' says something about one entry and needs '--id'")
    }
    let isComplete: Bool
    var merge = GlossaryMerge(into: editor, replaces: replaces)
    if hasID {
      let entry = try EntryArguments(context).entry(of: editor)
      merge.wantsCommonForm = false
      merge.add([LocatedEntry(entry)], from: "the command line")
      isComplete = true
    } else {
      isComplete = try add(others, to: &merge)
    }
    try session.finish(merge.editor, wasThere: wasThere)
    try report(merge)
    try summarize(merge, path: path, session)
    return merge.conflicts.isEmpty && isComplete ? .done : .findings
  }

  /// Whether everything in the files could be read.
  private func add(_ paths: [String], to merge: inout GlossaryMerge) throws -> Bool {
    var isComplete = true
    for path in paths {
      if InputFile.isSame(path, merge.editor.path, in: context.folder) {
        throw CommandError("\(quoted(path)) cannot be added to itself")
      }
      let imported = try GlossaryImport(context).read(path)
      try GlossaryImport(context).report(imported, path: path)
      merge.add(imported.entries, from: path)
      if !imported.issues.isEmpty { isComplete = false }
    }
    return isComplete
  }

  private func report(_ merge: GlossaryMerge) throws {
    let style = context.errorStyler()
    for conflict in merge.conflicts {
      try context.errorOutput.writeLine(
        style("conflict:", .bold + .yellow) + " '\(conflict.id)': \(conflict.subject)")
      for (name, side) in [("ours  ", conflict.ours), ("theirs", conflict.theirs)] {
        let place = side.line > 0 ? "\(side.path):\(side.line)" : side.path
        try context.errorOutput.writeLine("  \(name) \(place): \(side.text)")
      }
    }
  }

  private func summarize(_ merge: GlossaryMerge, path: String, _ session: GlossaryEditing) throws {
    let added = [
      (merge.addedEntries, "entry", "entries"), (merge.addedForms, "form", "forms"),
    ].filter { $0.0 > 0 }.map { count($0.0, $0.1, $0.2) }
    if !added.isEmpty {
      try session.say("\(path): \(added.joined(separator: " with "))", done: "added")
    }
    if merge.changes > 0 {
      try session.say("\(path): \(count(merge.changes, "value"))", done: "changed")
    }
    guard !context.isQuiet else { return }
    if added.isEmpty, merge.changes == 0 {
      try context.errorOutput.writeLine("\(path): nothing to change")
    }
    if !merge.conflicts.isEmpty {
      try context.errorOutput.writeLine(
        "\(count(merge.conflicts.count, "conflict")) left as in \(path); --replace takes theirs")
    }
  }
}

/// The entry that the options describe.
private struct EntryArguments {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func entry(of editor: GlossaryEditor) throws -> Entry {
    let arguments = context.arguments
    let id = try arguments.required(AddParameters.id)
    guard GlossaryFile.isIdentifier(id) else {
      throw CommandError(
        "\(quoted(id)) can't be an id", notes: ["use lower-case letters a-z, digits and hyphens"])
    }
    let known = editor[id]?.entry
    guard
      let kind = try arguments.choice(AddParameters.kind, as: Entry.Kind.self) ?? known?.kind
    else {
      throw CommandError("the new entry \(quoted(id)) needs '--kind'")
    }
    let forms = try arguments.texts(AddParameters.form).map(form)
    if forms.isEmpty, known == nil {
      throw CommandError("the new entry \(quoted(id)) needs at least one '--form'")
    }
    let surname = try arguments.choice(AddParameters.surname, as: Entry.Surname.self)
    if let surname, surname != .never, kind != .person {
      throw CommandError("'--surname' is for persons; \(quoted(id)) is a \(kind.rawValue)")
    }
    return Entry(
      id: id, kind: kind,
      gender: try arguments.choice(AddParameters.gender, as: Entry.Gender.self),
      surname: surname ?? .never, forms: forms,
      relations: try arguments.texts(AddParameters.relation).map(relation))
  }

  private func form(_ text: String) throws -> Form {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let statusPlace = [1, 2].first {
      parts.indices.contains($0) && Form.Status(rawValue: parts[$0]) != nil
    }
    guard let place = statusPlace, let status = Form.Status(rawValue: parts[place]) else {
      let statuses = Form.Status.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandError(
        "no status in '--form' \(quoted(text))",
        notes: [
          "write LANGUAGE:STATUS:TEXT or LANGUAGE:STYLE:STATUS:TEXT, as in it:press:preferred:Kiev",
          "statuses: \(statuses)",
        ])
    }
    let style = place == 2 ? parts[1] : ""
    let written = parts[(place + 1)...].joined(separator: ":")
    guard parts[0].utf8.count <= 3, let language = Language(tag: parts[0]) else {
      throw CommandError("\(quoted(parts[0])) in '--form' \(quoted(text)) is no language code")
    }
    guard style.isEmpty || GlossaryFile.isIdentifier(style) else {
      throw CommandError(
        "\(quoted(style)) in '--form' \(quoted(text)) can't name a style",
        notes: ["use lower-case letters a-z, digits and hyphens"])
    }
    guard !written.allSatisfy(\.isWhitespace) else {
      throw CommandError("no text in '--form' \(quoted(text))")
    }
    return Form(
      language: language, text: written, style: Style(rawValue: style), status: status,
      system: try context.arguments.choice(AddParameters.system, as: RomanizationSystem.self),
      source: context.arguments.text(AddParameters.source) ?? "",
      note: context.arguments.text(AddParameters.note) ?? "")
  }

  private func relation(_ text: String) throws -> Entry.Relation {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = Entry.Relation.Kind(rawValue: parts[0]),
      GlossaryFile.isIdentifier(parts[1])
    else {
      let kinds = Entry.Relation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandError(
        "\(quoted(text)) is no relation; write it as in 'relative-of:some-id'",
        notes: ["kinds: \(kinds)"])
    }
    return Entry.Relation(kind, parts[1])
  }
}

enum AddParameters {
  static let file = ArgumentDescription(
    "FILE", type: .path, help: "The glossary to add to; made when it is not there")

  static let id = OptionDescription.value(
    "id", "ID", type: .text, help: "The entry: a new one, or one of FILE")

  static let kind = OptionDescription.value(
    "kind", "KIND", type: .choice(Entry.Kind.allCases.map { ValueType.Choice($0.rawValue) }),
    help: "The kind of a new entry; with --from, of entries that don't say theirs")

  static let form = OptionDescription.value(
    "form", "LANGUAGE:[STYLE:]STATUS:TEXT", type: .text, kind: .repeatedValue,
    help: "A form, as in it:press:preferred:Kiev")

  static let gender = OptionDescription.value(
    "gender", "GENDER",
    type: .choice(Entry.Gender.allCases.map { ValueType.Choice($0.rawValue) }),
    help: "Of the person, or of the Italian name")

  static let surname = OptionDescription.value(
    "surname", "WHERE",
    type: .choice([
      ValueType.Choice("never", "It does not name this person by itself"),
      ValueType.Choice("last", "It is the last word"),
      ValueType.Choice("first", "It is the first word"),
    ]), help: "Where the surname stands that names the person by itself")

  static let relation = OptionDescription.value(
    "relation", "KIND:ID", type: .text, kind: .repeatedValue,
    help: "A relation to another entry, as in relative-of:lukashenko")

  static let system = OptionDescription.value(
    "system", "SYSTEM",
    type: .choice(RomanizationSystem.allCases.map { ValueType.Choice($0.rawValue) }),
    help: "The romanization system of the forms given")

  static let source = OptionDescription.value(
    "source", "TEXT", type: .text, help: "Where the forms given are from")

  static let note = OptionDescription.value(
    "note", "TEXT", type: .text, help: "A note on the forms given")

  static let from = OptionDescription.value(
    "from", "OTHER", type: .path, kind: .repeatedValue,
    help: "Add the entries of this file: a glossary, or what 'glossary import' reads")

  static let replace = OptionDescription.flag(
    "replace", help: "Where they contradict each other, take what is added")

  /// What says something about the entry of `--id`.
  static let ofEntry = [form, gender, surname, relation, system, source, note]
}
