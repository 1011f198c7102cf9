import BitestoCommandLayer
import BitestoMemory

/// What means the same in several commands on translation memories.
enum MemoryParameters {
  static let fileHelp =
    "A memory of a format that 'convert' reads, plain or packed with gzip; - is standard input"

  static let files = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore,
    help: fileHelp)

  static let oneFile = ArgumentDescription(
    "FILE", type: .path, help: fileHelp)

  static let output = OptionDescription.value(
    "output", short: "o", "FILE", type: .path,
    help: """
      Write to this file instead of standard output; it may be an input; .gz at the end of its name \
      packs it
      """)

  static let readAs = OptionDescription.value(
    "read-as", "FORMAT", type: .choice(choices(UnitFormat.all.filter { $0.reader != nil })),
    help: "Read files as this, whatever they are named; without it TMX where a name does not say")

  static let writeAs = OptionDescription.value(
    "write-as", "FORMAT", type: .choice(choices(MemoryOutput.Destination.writable)),
    help: "Write this, whatever the file is named")

  private static func choices(_ formats: [UnitFormat]) -> [ValueType.Choice] {
    formats.map { ValueType.Choice($0.name, $0.summary) }
  }

  static let sourceLanguage = OptionDescription.value(
    "source-language", "XX", type: .text,
    help: """
      The language of the sources, where a unit does not say; what the header says, or the first of \
      each unit, without it
      """)
}

extension CommandContext {
  /// The language that `--source-language` names; nil without it.
  ///
  /// - Throws: ``CommandError`` for what is no language tag.
  func memorySource() throws -> LanguageTag? {
    try languageTag(MemoryParameters.sourceLanguage)
  }

  /// The language that an option names; nil when it is not given.
  ///
  /// - Throws: ``CommandError`` for what is no language tag.
  func languageTag(_ option: OptionDescription) throws -> LanguageTag? {
    guard let text = arguments.text(option) else { return nil }
    let language = LanguageTag(text)
    guard language.isWellFormed else {
      throw CommandError(
        "invalid value \(quoted(text)) for '\(option.key)': expected a language tag",
        notes: ["for example: it, en-GB"])
    }
    return language
  }
}
