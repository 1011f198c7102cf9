import CGlossaryData

extension Glossary {
  /// The glossaries that are part of the program (the folder Glossaries of the project).
  public static func builtIn() throws(GlossaryError) -> Glossary {
    try Glossary(files: builtInFiles())
  }

  /// The files of ``builtIn()``, to be joined with others.
  public static func builtInFiles() throws(GlossaryError) -> [GlossaryFile] {
    var files: [GlossaryFile] = []
    for number in 0..<bitesto_glossary_count() {
      let file = bitesto_glossary(number)
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
      files.append(try GlossaryFile(path: String(cString: file.name), bytes: bytes))
    }
    return files
  }
}
