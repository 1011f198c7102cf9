import BitestoCommandLayer

extension CommandDescription {
  static let glossary = CommandDescription(
    name: "glossary",
    summary: "List and validate glossaries",
    subcommands: [.glossaryList, .glossaryValidate])

  private static let glossaryList = CommandDescription(
    name: "list",
    summary: "List the entries of glossaries",
    arguments: [GlossaryParameters.filesToList],
    options: [GlossaryParameters.format, .color],
    examples: [
      Example("bitesto glossary list people.tsv", "List the entries of a glossary")
    ],
    exitStatuses: [
      .done: "The entries were listed", .failure: "A glossary could not be read",
    ],
    run: { _ in throw CommandError("glossary list is not wired yet") })

  private static let glossaryValidate = CommandDescription(
    name: "validate",
    summary: "Look for mistakes in glossaries",
    arguments: [GlossaryParameters.filesToValidate],
    options: [.color, .quiet],
    examples: [
      Example(
        "bitesto glossary validate people.tsv places.tsv",
        "Report malformed lines, duplicates and contradictions, with their line numbers")
    ],
    exitStatuses: [
      .done: "The glossaries have no mistakes", .findings: "Mistakes were found",
      .failure: "A glossary could not be read",
    ],
    run: { _ in throw CommandError("glossary validate is not wired yet") })
}

enum GlossaryParameters {
  static let filesToList = ArgumentDescription(
    "FILE", type: .path, count: .zeroOrMore,
    help: "A glossary; without one, the built-in entries")

  static let filesToValidate = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore, help: "A glossary")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice("table", "A table to read"),
      ValueType.Choice("tsv", "Tab-separated values"),
      ValueType.Choice("json", "JSON, for programs"),
    ]),
    default: "table", help: "What to print")
}
