import BitestoCommandLayer
import BitestoFormats
import BitestoText

/// Options of the commands that exchange glossaries with other programs.
enum ExchangeParameters {
  static let filesToExport = ArgumentDescription(
    "FILE", type: .path, count: .zeroOrMore,
    help: "A glossary; - is standard input; without one, the built-in entries")

  static let exportOutput = OptionDescription.value(
    "output", short: "o", "FILE", type: .path, kind: .repeatedValue,
    help: "Write to this file; without --format its extension picks the format (\(extensions))")

  static let exportFormat = OptionDescription.value(
    "format", short: "f", "FORMAT", type: .choice(choices(of: ExchangeFormat.all)),
    help: "What to write, whatever the extension")

  static let sourceLanguage = OptionDescription.value(
    "source-language", "XX", type: .text, default: "it",
    help: "The language of the first column, in formats of two columns")

  static let targetLanguage = OptionDescription.value(
    "target-language", "XX", type: .text, default: "en", help: "The language of the second column")

  static let style = OptionDescription.value(
    "style", "STYLE", type: .text,
    help: "For formats of two columns: the translation is the preferred form of this style alone")

  static let onlyCurrent = OptionDescription.flag(
    "only-current", help: "Leave out deprecated and forbidden forms")

  static func choices(of formats: [ExchangeFormat]) -> [ValueType.Choice] {
    formats.map { ValueType.Choice($0.name, $0.summary) }
  }

  static func language(_ option: OptionDescription, _ context: CommandContext) throws -> Language {
    let code = context.arguments.text(option) ?? ""
    guard let language = Language(tag: code) else {
      throw CommandError(
        "invalid value \(quoted(code)) for '\(option.key)': expected a language code",
        notes: ["for example: it, en"])
    }
    return language
  }

  /// The error for a file whose extension names no format.
  static func unknownExtension(_ path: String) -> CommandError {
    CommandError(
      "cannot tell the format of \(quoted(path)) from its extension",
      notes: ["known extensions: \(extensions); --format names any other"])
  }

  private static let extensions = ExchangeFormat.all.flatMap(\.extensions).map { ".\($0)" }
    .joined(separator: ", ")
}
