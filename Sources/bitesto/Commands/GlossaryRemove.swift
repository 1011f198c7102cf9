import BitestoCommandLayer
import BitestoGlossary
import BitestoSuggestion

extension CommandDescription {
  static let glossaryRemove = CommandDescription(
    name: "remove",
    summary: "Remove entries from a glossary",
    discussion: """
      Every other line stays as it is. The comment lines right above an entry go with it; those before \
      an empty line stay. When one of the entries is not there, nothing is removed.
      """,
    arguments: [EditParameters.file, EditParameters.idsToRemove],
    options: [EditParameters.dryRun, .color, .quiet],
    examples: [
      Example("bitesto glossary remove names.tsv minsk grodno", "Remove two entries"),
      Example("bitesto glossary remove names.tsv minsk --dry-run", "Show what would be removed"),
    ],
    exitStatuses: [
      .done: "The entries were removed",
      .failure: "An entry is not there, or the file not readable",
    ],
    run: { try GlossaryRemoveCommand($0).run() })
}

private struct GlossaryRemoveCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let session = GlossaryEditing(context)
    let path = try context.arguments.required(EditParameters.file)
    var editor = try session.open(path)
    let ids = context.arguments.texts(EditParameters.idsToRemove)
    let known = editor.entries.map(\.id)
    for id in ids where editor[id] == nil {
      throw CommandError(
        "no entry \(quoted(id)) in \(quoted(path))\(didYouMean(id, among: known))")
    }
    var removed = 0
    for id in ids where editor.remove(id) { removed += 1 }
    try session.finish(editor, wasThere: true)
    let gone = Set(ids)
    for entry in editor.entries {
      for relation in entry.relations where gone.contains(relation.target) {
        let relation = "relation '\(relation.kind.rawValue):\(relation.target)' of '\(entry.id)'"
        try context.warn("\(relation) leads nowhere without it")
      }
    }
    try session.say("\(path): \(count(removed, "entry", "entries"))", done: "removed")
    return .done
  }
}
