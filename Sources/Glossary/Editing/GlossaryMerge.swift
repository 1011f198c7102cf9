import BitestoText

/// Entries of elsewhere put into a glossary file: what is new is added, what is alike is left, and
/// what contradicts the file is reported and never taken silently.
public struct GlossaryMerge: Sendable {
  /// Something that the file says otherwise.
  public struct Conflict: Hashable, Sendable {
    /// A line of one of the two files, and what it says.
    public struct Side: Hashable, Sendable {
      public var path: String
      /// Counted from 1; 0 when the entry comes from no file.
      public var line: Int
      public var text: String
    }

    public var id: String
    /// What the two disagree on: "the kind", "the preferred form in it (press)".
    public var subject: String
    public var ours: Side
    public var theirs: Side
  }

  /// Whether what is put in replaces what contradicts it.
  public var replaces: Bool
  /// Whether an entry may only be joined to one of the same id that has a form in common.
  public var wantsCommonForm = true
  public private(set) var editor: GlossaryEditor
  public private(set) var conflicts: [Conflict] = []
  public private(set) var addedEntries = 0
  public private(set) var addedForms = 0
  /// Forms and facts about an entry that were given another value.
  public private(set) var changes = 0
  /// Forms that were there.
  public private(set) var unchangedForms = 0

  private var idsOfForm: [SharedForm: [String]] = [:]

  /// What two entries have in common when one of them prefers the form.
  private struct SharedForm: Hashable {
    var kind: Entry.Kind
    var language: Language
    var text: String
  }

  public init(into editor: GlossaryEditor, replaces: Bool = false) {
    self.editor = editor
    self.replaces = replaces
    for entry in editor.entries { index(entry) }
  }

  /// Puts entries in, each after the other. Linear in their forms.
  public mutating func add(_ entries: [LocatedEntry], from path: String) {
    for theirs in entries { add(theirs, from: path) }
  }

  private mutating func add(_ theirs: LocatedEntry, from path: String) {
    guard let ours = editor[theirs.entry.id] else {
      if let double = double(of: theirs.entry), !replaces {
        report(double, theirs, path)
      } else {
        put(theirs.entry)
        addedEntries += 1
        addedForms += theirs.entry.forms.count
      }
      return
    }
    var join = EntryJoin(ours, theirs, replaces: replaces)
    if wantsCommonForm, !join.haveCommonForm {
      let subject = "the id: no form in common, so it may be another entity"
      if replaces {
        changes += 1
        return put(theirs.entry)
      }
      conflicts.append(
        Conflict(
          id: theirs.entry.id, subject: subject,
          ours: side(editor.path, ours.line, ours.entry),
          theirs: side(path, theirs.line, theirs.entry)))
      return
    }
    join.run()
    conflicts += join.differences.map { difference in
      Conflict(
        id: ours.entry.id, subject: difference.subject,
        ours: Conflict.Side(
          path: editor.path, line: difference.ours.line, text: difference.ours.text),
        theirs: Conflict.Side(
          path: path, line: difference.theirs.line, text: difference.theirs.text))
    }
    addedForms += join.addedForms
    changes += join.changes
    unchangedForms += join.unchangedForms
    if join.result != ours.entry { put(join.result) }
  }

  private mutating func put(_ entry: Entry) {
    editor.put(entry)
    index(entry)
  }

  private mutating func index(_ entry: Entry) {
    for form in entry.forms {
      let key = SharedForm(kind: entry.kind, language: form.language, text: form.text)
      if idsOfForm[key]?.contains(entry.id) != true {
        idsOfForm[key, default: []].append(entry.id)
      }
    }
  }

  /// An entry with another id that seems to be the same entity: it has a form that one of the two
  /// prefers, and neither says that it isn't.
  private func double(of entry: Entry) -> (ours: LocatedEntry, form: Int, theirForm: Int)? {
    for (theirForm, form) in entry.forms.enumerated() {
      let key = SharedForm(kind: entry.kind, language: form.language, text: form.text)
      for id in idsOfForm[key] ?? [] {
        guard let ours = editor[id],
          let index = ours.entry.forms.firstIndex(where: {
            $0.language == form.language && $0.text == form.text
              && (form.status == .preferred || $0.status == .preferred)
          }), !Self.isApart(ours.entry, entry)
        else { continue }
        return (ours, index, theirForm)
      }
    }
    return nil
  }

  private static func isApart(_ a: Entry, _ b: Entry) -> Bool {
    a.relations.contains { $0.target == b.id } || b.relations.contains { $0.target == a.id }
  }

  private mutating func report(
    _ double: (ours: LocatedEntry, form: Int, theirForm: Int), _ theirs: LocatedEntry,
    _ path: String
  ) {
    let (ours, form) = (double.ours, double.ours.entry.forms[double.form])
    conflicts.append(
      Conflict(
        id: theirs.entry.id,
        subject: "the id: '\(ours.entry.id)' has the same form, so it may be the same entity",
        ours: Conflict.Side(
          path: editor.path, line: ours.line(ofForm: double.form),
          text: "\(ours.entry.id): \(form.text) (\(form.language))"),
        theirs: Conflict.Side(
          path: path, line: theirs.line(ofForm: double.theirForm),
          text: "\(theirs.entry.id): \(form.text) (\(form.language))")))
  }

  private func side(_ path: String, _ line: Int, _ entry: Entry) -> Conflict.Side {
    let name = entry.forms.first { $0.status == .preferred } ?? entry.forms.first
    return Conflict.Side(
      path: path, line: line, text: "\(entry.kind.rawValue) \(name?.text ?? entry.id)")
  }
}
