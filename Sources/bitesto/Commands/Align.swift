import BitestoCommandLayer

extension CommandDescription {
  static let align = CommandDescription(
    name: "align",
    summary: "Align a text with its translation, sentence by sentence",
    discussion: """
      Splits both texts into sentences and groups them into beads: one sentence for one, one for \
      two, one without a counterpart and so on. Every sentence of both sides stands in exactly one \
      bead.
      """,
    arguments: [AlignParameters.source, AlignParameters.target],
    options: [
      AlignParameters.lines, AlignParameters.sourceLanguage, AlignParameters.targetLanguage,
      .output, .bitextFormat, .glossary, .model, .threads, .color, .quiet,
    ],
    examples: [
      Example("bitesto align book.it.txt book.en.txt", "Show the alignment as a table"),
      Example(
        "bitesto align --lines book.it.txt book.en.txt -o book.tmx",
        "Keep one segment a line, and write a translation memory"),
    ],
    exitStatuses: [
      .done: "The texts were aligned", .failure: "The texts could not be aligned",
    ],
    run: { try AlignCommand($0).run() })
}

enum AlignParameters {
  static let source = ArgumentDescription(
    "SOURCE", type: .path, help: "The text or HTML page; - is standard input")

  static let target = ArgumentDescription("TARGET", type: .path, help: "Its translation")

  static let lines = OptionDescription.flag(
    "lines", short: "l", help: "Take every line as one segment, instead of finding sentences")

  static let sourceLanguage = OptionDescription.value(
    "source-language", "XX", type: .text, default: "it", help: "The language of SOURCE")

  static let targetLanguage = OptionDescription.value(
    "target-language", "XX", type: .text, default: "en", help: "The language of TARGET")
}
