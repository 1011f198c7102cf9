import BitestoCommandLayer

extension CommandDescription {
  static let segment = CommandDescription(
    name: "segment",
    summary: "Find the sentences and the quotations of a text",
    arguments: [SegmentParameters.file],
    options: [SegmentParameters.language, SegmentParameters.format, .color, .quiet],
    examples: [
      Example("bitesto segment article.it.txt", "Print one sentence a line"),
      Example(
        "bitesto segment --language en --format json report.en.txt",
        "Print the sentences of an English text as JSON, with quotations and offsets"),
    ],
    exitStatuses: [
      .done: "The text was read and split", .failure: "The text could not be read",
    ],
    run: { _ in throw CommandError("segment is not wired yet") })
}

enum SegmentParameters {
  static let file = ArgumentDescription(
    "FILE", type: .path, help: "The text; - is standard input")

  static let language = OptionDescription.value(
    "language", short: "l", "XX",
    type: .choice([ValueType.Choice("it", "Italian"), ValueType.Choice("en", "English")]),
    default: "it", help: "The language of FILE")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice("lines", "One sentence a line"),
      ValueType.Choice("json", "JSON, for programs"),
    ]),
    default: "lines", help: "What to print")
}
