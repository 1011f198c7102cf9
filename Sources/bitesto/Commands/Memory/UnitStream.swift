import BitestoCommandLayer
import BitestoMemory

/// The units of several inputs, one after the other.
struct UnitStream {
  /// Of the first input, which the output begins with.
  let header: MemoryHeader
  /// The units given out so far.
  private(set) var given = 0
  /// Units that could not be read.
  var skipped: Int { skippedBefore + current.skipped }
  /// Whether a file stops in the middle.
  var isTruncated: Bool { wasTruncated || current.isTruncated }

  private var current: MemoryFile
  private var rest: ArraySlice<ConversionInput>
  private let languages: UnitReadingOptions
  private let context: CommandContext
  private var progress: MemoryProgress
  private var peeked: TranslationUnit?
  private var line = 0
  private var skippedBefore = 0
  private var wasTruncated = false

  /// Opens the first input.
  ///
  /// - Throws: ``CommandError`` that names the file.
  init(
    _ inputs: [ConversionInput], languages: UnitReadingOptions, _ context: CommandContext
  ) throws {
    guard let first = inputs.first else { throw CommandError("there is nothing to convert") }
    self.languages = languages
    self.context = context
    rest = inputs.dropFirst()
    current = try first.open(languages, context)
    header = current.header
    progress = MemoryProgress(context)
  }

  /// The next unit, which ``next()`` gives, too; nil at the end.
  mutating func peek() throws -> TranslationUnit? {
    if peeked == nil { peeked = try read() }
    return peeked
  }

  /// The next unit; tells on standard error which ones cannot be read.
  mutating func next() throws -> TranslationUnit? {
    let unit = try peek()
    peeked = nil
    if unit != nil { given += 1 }
    return unit
  }

  private mutating func read() throws -> TranslationUnit? {
    while true {
      progress.advance("converting", current)
      if var unit = try current.next() {
        line = unit.line
        if current.header.sourceLanguage != header.sourceLanguage,
          unit.attributes["srclang"] == nil
        {
          unit.attributes["srclang"] = current.header.sourceLanguage?.canonical ?? "*all*"
        }
        return unit
      }
      guard let input = rest.popFirst() else { return nil }
      skippedBefore += current.skipped
      wasTruncated = isTruncated
      current = try input.open(languages, context)
    }
  }

  /// Does something with the last unit; what cannot be done with it is told with its file and line.
  func namingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    try current.namingErrors(body)
  }

  func finish() {
    progress.finish()
  }
}
