import BitestoCommandLayer
import BitestoMemory

/// What `bitesto tmx convert` reads: a file, or the two of a Moses pair.
enum ConversionInput {
  case file(String)
  case moses(MosesPair)

  var paths: [String] {
    switch self {
    case .file(let path): [path]
    case .moses(let pair): [pair.source, pair.target]
    }
  }

  /// The inputs that the arguments name.
  ///
  /// - Throws: ``CommandError`` for a Moses pair that is not complete.
  static func all(
    of paths: [String], languages: UnitReadingOptions, _ context: CommandContext
  ) throws -> [ConversionInput] {
    let format = context.arguments.text(ConvertParameters.readAs)
    var inputs: [ConversionInput] = []
    var rest = paths[...]
    while let path = rest.popFirst() {
      guard format == nil || format == MosesPair.formatName else {
        inputs.append(.file(path))
        continue
      }
      let asked = format != nil ? (prefix: path, isPacked: false) : nil
      if let next = rest.first, let pair = MosesPair(path, next, from: languages.source) {
        inputs.append(.moses(pair))
        rest.removeFirst()
      } else if let (prefix, _) = MosesPair.prefix(of: path) ?? asked {
        inputs.append(
          .moses(
            try MosesPair(finding: prefix, from: languages.source, to: languages.target, context)))
      } else {
        inputs.append(.file(path))
      }
    }
    return inputs
  }

  /// - Throws: ``CommandError`` that names the file.
  func open(_ languages: UnitReadingOptions, _ context: CommandContext) throws -> MemoryFile {
    switch self {
    case .file(let path):
      return try MemoryFile(path, options: languages, context)
    case .moses(let pair):
      return try MemoryFile(
        moses: (pair.source, pair.target),
        options: UnitReadingOptions(source: pair.languages.source, target: pair.languages.target),
        context)
    }
  }
}
