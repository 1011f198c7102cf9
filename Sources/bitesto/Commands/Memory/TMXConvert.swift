import BitestoCommandLayer
import BitestoMemory

extension CommandDescription {
  static let tmxConvert = CommandDescription(
    name: "convert",
    summary: "Convert translation memories and other bilingual files",
    discussion: """
      The ends of the names say the formats; .gz after them packs and unpacks. A Moses pair is written \
      as PREFIX.it and PREFIX.en for '-o PREFIX.moses', and read by that name or by those of its two \
      files.

      jsonl keeps everything. The tables (tsv, csv), ladders and Moses pairs have two languages: those \
      of --from and --to, or else the source language of the memory and its only other one. They hold \
      words without inline codes; tables also confidence, state and notes. A line of a ladder or a \
      Moses pair is a unit, so line ends inside a text become spaces. csv is safe to open in a \
      spreadsheet: a text that would be taken for a formula has an apostrophe before it, which is taken \
      away when the file is read.

      What the format cannot hold is counted on standard error.
      """,
    arguments: [ConvertParameters.files],
    options: [
      ConvertParameters.output, ConvertParameters.readAs, ConvertParameters.writeAs,
      ConvertParameters.from, ConvertParameters.to, ConvertParameters.level, ConvertParameters.tag,
      .quiet,
    ],
    examples: [
      Example(
        "bitesto tmx convert memory.tmx -o memory.csv", "Write a table for a spreadsheet"),
      Example(
        "bitesto tmx convert corpus.it corpus.en -o memory.tmx.gz", "Make a memory of a Moses pair"),
      Example(
        "bitesto tmx convert memory.tmx -o corpus.moses --from it --to en",
        "Write corpus.it and corpus.en from a memory of many languages"),
      Example(
        "bitesto tmx convert old.tmx more.jsonl -o new.tmx --level 1 --tag en=en-GB",
        "Join two memories without inline codes, with en-GB for en"),
      Example(
        "bitesto tmx convert hunalign.txt --read-as ladder --from it --to en -o - --write-as jsonl",
        "Print what hunalign has aligned, an object a line"),
    ],
    exitStatuses: [
      .done: "Every unit was written", .findings: "Units were left out",
      .failure: "A file could not be read or written",
    ],
    run: { try TMXConvertCommand($0).run() })
}

enum ConvertParameters {
  static let files = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore,
    help: "A bilingual file, plain or packed with gzip; - is standard input")

  static let output = OptionDescription.value(
    "output", short: "o", "FILE", type: .path, isRequired: true,
    help: "Write to this file; - is standard output. Its end picks the format (\(extensions))")

  static let readAs = OptionDescription.value(
    "read-as", "FORMAT", type: .choice(choices { $0.reader != nil }),
    help: "Read the files as this, whatever they are named")

  static let writeAs = OptionDescription.value(
    "write-as", "FORMAT", type: .choice(choices { $0.writer != nil }),
    help: "Write this, whatever the file is named")

  static let from = OptionDescription.value(
    "from", "XX", type: .text,
    help: "The source language, where a file does not say it or has several")

  static let to = OptionDescription.value(
    "to", "XX", type: .text,
    help: "The target language, where a file does not say it or has several")

  static let level = OptionDescription.value(
    "level", "N",
    type: .choice([
      ValueType.Choice("1", "Words alone"), ValueType.Choice("2", "Words with inline codes"),
    ]), default: "2", help: "What to keep in formats that hold inline codes")

  static let tag = OptionDescription.value(
    "tag", "XX=YY", type: .text, kind: .repeatedValue,
    help: "Write language YY for XX, as in en=en-US")

  private static func choices(_ isFit: (UnitFormat) -> Bool) -> [ValueType.Choice] {
    UnitFormat.all.filter(isFit).map { ValueType.Choice($0.name, $0.summary) }
      + [ValueType.Choice(MosesPair.formatName, "two files of plain text, a unit a line")]
  }

  private static let extensions =
    (UnitFormat.all.filter { $0.writer != nil }.compactMap(\.extensions.first)
    + [MosesPair.formatName]).map { ".\($0)" }.joined(separator: ", ")

  /// The languages that `--tag` replaces.
  ///
  /// - Throws: ``CommandError`` for what is no pair of tags.
  static func tags(_ context: CommandContext) throws -> [LanguageTag: String] {
    var tags: [LanguageTag: String] = [:]
    for text in context.arguments.texts(tag) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ LanguageTag(String($0)).isWellFormed }) else {
        throw CommandError(
          "invalid value \(quoted(text)) for '\(tag.key)': expected two language tags",
          notes: ["for example: en=en-US"])
      }
      tags[LanguageTag(String(parts[0]))] = String(parts[1])
    }
    return tags
  }

  /// The language of an option; nil when it is not given.
  ///
  /// - Throws: ``CommandError`` for what is no language tag.
  static func language(
    _ option: OptionDescription, _ context: CommandContext
  ) throws -> LanguageTag? {
    guard let text = context.arguments.text(option) else { return nil }
    let language = LanguageTag(text)
    guard language.isWellFormed else {
      throw CommandError(
        "invalid value \(quoted(text)) for '\(option.key)': expected a language tag",
        notes: ["for example: it, en-GB"])
    }
    return language
  }
}
