import BitestoAlignment
import BitestoCommandLayer
import BitestoGlossary
import BitestoText

/// The names of glossaries, as the aligner and the tracer ask for them.
struct GlossaryNames: NameFinder {
  private let index: NameIndex

  init(_ glossary: Glossary) {
    index = NameIndex(glossary)
  }

  /// Reads the files of `--glossary`.
  ///
  /// - Throws: ``CommandError`` for a file that cannot be read, ``GlossaryError`` for one with
  ///   mistakes.
  init(_ context: CommandContext) throws {
    let files = try context.arguments.texts(OptionDescription.glossary).map { path in
      try GlossaryFile(path: path, bytes: context.read(path))
    }
    self.init(try Glossary(files: files))
  }

  func entities(in document: Document, range: Range<Int>) -> [Int] {
    index.mentions(in: document.bytes, range: range).map(\.entry)
  }
}
