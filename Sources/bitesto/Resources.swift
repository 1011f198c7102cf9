import BitestoCommandLayer
import BitestoEmbedding
import BitestoGlossary

extension Glossary {
  /// The built-in glossaries and further files, whose entries replace built-in ones of the same id.
  init(addingToBuiltIn files: [GlossaryFile]) throws(GlossaryError) {
    let replaced = Set(files.flatMap(\.entries).map(\.id))
    var all = try Glossary.builtInFiles()
    for index in all.indices { all[index].entries.removeAll { replaced.contains($0.id) } }
    try self.init(files: all + files)
  }
}

/// The model and the glossaries that the shared options ask for.
struct Resources {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  /// The built-in encoder, or that of `--model`.
  func encoder() throws -> Encoder {
    let threads = try context.arguments.integer(OptionDescription.threads)
    do {
      if let path = context.arguments.text(OptionDescription.model) {
        try InputFile.check(path, in: context.folder)
        return try Encoder(contentsOf: resolved(path, in: context.folder), threads: threads)
      }
      return try Encoder.builtIn(threads: threads)
    } catch let error as ModelError {
      throw CommandError(error.description)
    }
  }

  /// The built-in glossaries joined with those of `--glossary`.
  func glossary() throws -> Glossary {
    do {
      return try Glossary(
        addingToBuiltIn: context.arguments.texts(OptionDescription.glossary).map { path in
          try GlossaryFile(path: path, bytes: context.read(path))
        })
    } catch let error as GlossaryError {
      throw CommandError(error)
    }
  }

  /// What reproduces a result, as one line.
  func signature() -> String {
    let model = context.arguments.text(OptionDescription.model) ?? "built-in"
    return "bitesto:\(CommandLineTool.bitesto.version)|model:\(model)"
  }
}
