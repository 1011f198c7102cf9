import BitestoCommandLayer
import BitestoEmbedding
import BitestoGlossary

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
        return try Encoder(contentsOf: path, threads: threads)
      }
      return try Encoder.builtIn(threads: threads)
    } catch let error {
      throw CommandError(error.description)
    }
  }

  /// The built-in glossaries joined with those of `--glossary`.
  func glossary() throws -> Glossary {
    do {
      var files = try Glossary.builtInFiles()
      for path in context.arguments.texts(OptionDescription.glossary) {
        files.append(try GlossaryFile(path: path, bytes: context.read(path)))
      }
      return try Glossary(files: files)
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
