import BitestoCommandLayer
import BitestoGlossary

/// What the commands that edit a glossary have in common: a file is read, changed in memory, and
/// written whole or not at all.
struct GlossaryEditing {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  private var isDryRun: Bool { context.arguments.isGiven(EditParameters.dryRun) }

  func open(_ path: String) throws -> GlossaryEditor {
    if path == "-" {
      throw CommandError("cannot edit standard input", notes: ["name a glossary file"])
    }
    do {
      return try GlossaryEditor(path: path, bytes: context.read(path))
    } catch let error as GlossaryError {
      throw CommandError(error).adding(note: "mend the file first; nothing was changed")
    }
  }

  /// Shows the changes or writes the file, when there are any.
  func finish(_ editor: GlossaryEditor, wasThere: Bool) throws {
    let diff = editor.diff
    guard !diff.lines.isEmpty else { return }
    if isDryRun { return try context.show([diff]) }
    let bytes = editor.bytes
    do {
      _ = try GlossaryFile(path: editor.path, bytes: bytes)
    } catch {
      throw CommandError(error).adding(note: "the change would spoil the file; nothing was changed")
    }
    try AtomicFile.write(bytes, to: editor.path, in: context.folder)
  }

  /// "names.tsv: 3 entries removed", or what would be.
  func say(_ what: String, done: String) throws {
    guard !context.isQuiet else { return }
    try context.errorOutput.writeLine("\(what) \(isDryRun ? "would be \(done)" : done)")
  }
}

enum EditParameters {
  static let file = ArgumentDescription("FILE", type: .path, help: "The glossary to change")

  static let idsToRemove = ArgumentDescription(
    "ID", count: .oneOrMore, help: "The id of an entry to remove")

  static let dryRun = OptionDescription.flag(
    "dry-run", short: "n", help: "Change nothing; print what would change as a diff")
}
