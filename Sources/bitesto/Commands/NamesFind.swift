import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoText

extension CommandDescription {
  static let namesFind = CommandDescription(
    name: "find",
    summary: "Find who and what texts name, in any spelling",
    discussion: """
      Prints every mention of a glossary entry with its line and column, the form to write, the entry \
      and its kind; and what the spelling has of its own: surname alone, other marks than the listed \
      form, a case ending, mixed scripts. Of an HTML page the story is read, and places count in it.
      """,
    arguments: [NamesFindParameters.files],
    options: [
      .glossary, NamesFindParameters.kinds, NamesFindParameters.count, NamesFindParameters.language,
      NamesFindParameters.style, NamesFindParameters.format, .color,
    ],
    examples: [
      Example("bitesto names find article.it.txt", "Show every name of an article"),
      Example(
        "bitesto names find --kind person,place --count reports/*.txt",
        "Count the people and places that reports name"),
      Example(
        "bitesto names find --glossary people.tsv --format json page.html",
        "Find the names of a glossary of yours, too, with offsets"),
    ],
    exitStatuses: [
      .done: "The texts were read", .failure: "A text or a glossary could not be read",
    ],
    run: { try NamesFindCommand($0).run() })
}

private struct NamesFindCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let paths = arguments.texts(NamesFindParameters.files)
    let kinds = try kinds()
    let language = try language()
    let format =
      try arguments.choice(NamesFindParameters.format, as: MentionsFormat.self) ?? .table
    let color = try arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let terminal: TerminalStyle =
      context.outputStyler(color ?? .auto).isEnabled ? .color : .plain
    let house = Style(rawValue: arguments.text(NamesFindParameters.style) ?? "")
    for path in paths where path != "-" { try InputFile.check(path, in: context.folder) }
    let glossary = try Resources(context).glossary()
    if arguments.isGiven(NamesFindParameters.style) { try house.check(in: glossary) }
    let index = NameIndex(glossary, generating: NameVariants().forms)

    var rest = paths[...]
    func next() throws -> NamedText? {
      guard let path = rest.popFirst() else { return nil }
      let document = try TextInput(context).document(
        path, contents: context.read(path), language: language)
      let names = index.mentions(in: document.bytes)
        .map { NamedText.Name($0, in: glossary, language: document.language, style: house) }
        .filter { kinds.contains($0.entry.kind) }
      return NamedText(document: document, names: names)
    }

    if arguments.isGiven(NamesFindParameters.count) {
      var counts = MentionCounts()
      while let text = try next() { counts.add(text) }
      try counts.write(format, style: terminal) { try context.output.write($0) }
    } else {
      try format.write(style: terminal, showsPaths: paths.count > 1, next) {
        try context.output.write($0)
      }
    }
    return .done
  }

  /// Those of `--kind`, or all.
  private func kinds() throws -> Set<BitestoGlossary.Entry.Kind> {
    let all = BitestoGlossary.Entry.Kind.allCases
    let given = context.arguments.texts(NamesFindParameters.kinds)
    guard !given.isEmpty else { return Set(all) }
    return Set(
      try given.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        .map { name in
          guard let kind = BitestoGlossary.Entry.Kind(rawValue: String(name)) else {
            throw CommandError(
              "invalid value \(quoted(String(name))) for '--kind'",
              notes: ["expected some of \(all.map(\.rawValue).joined(separator: ", "))"])
          }
          return kind
        })
  }

  /// The language of `--language`; nil when it is to be guessed.
  private func language() throws -> Language? {
    guard let tag = context.arguments.text(NamesFindParameters.language) else { return nil }
    guard let language = Language(tag: tag) else {
      throw CommandError(
        "invalid value \(quoted(tag)) for '--language'",
        notes: ["expected a language code, such as it or en"])
    }
    return language
  }
}

enum NamesFindParameters {
  static let files = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore,
    help: "A text or an HTML page; - is standard input")

  static let kinds = OptionDescription.value(
    "kind", short: "k", "KINDS", type: .text, kind: .repeatedValue,
    help: "Only these kinds, with commas between: person, place, organization, term")

  static let count = OptionDescription.flag(
    "count", short: "c", help: "Print how often each entry is named instead of where")

  static let language = OptionDescription.value(
    "language", short: "l", "XX", type: .text,
    help: "The language of the texts, and of the forms to write; without it, guessed for each text")

  static let style = OptionDescription.value(
    "style", "STYLE", type: .text, default: Style.press.rawValue,
    help: "The house style of the forms to write: press, scientific, official or your own")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(MentionsFormat.table.rawValue, "A table to read"),
      ValueType.Choice(MentionsFormat.tsv.rawValue, "Tab-separated columns"),
      ValueType.Choice(MentionsFormat.json.rawValue, "JSON, offsets in Unicode code points"),
    ]),
    default: MentionsFormat.table.rawValue, help: "What to print")
}
