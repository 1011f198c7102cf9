import BitestoCommandLayer
import BitestoMemory

/// Options that mean the same in several commands on translation memories.
extension MemoryParameters {
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
    guard let code = arguments.text(MemoryParameters.sourceLanguage) else { return nil }
    let tag = LanguageTag(code)
    guard tag.isWellFormed else {
      throw CommandError(
        "invalid value \(quoted(code)) for '\(MemoryParameters.sourceLanguage.key)': "
          + "expected a language tag", notes: ["for example: it, en-GB"])
    }
    return tag
  }
}
