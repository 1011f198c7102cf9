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
      AlignParameters.pairs, AlignParameters.score, AlignParameters.lines, AlignParameters.effort,
      AlignParameters.sourceLanguage, AlignParameters.targetLanguage, AlignParameters.pin,
      AlignParameters.mergeShort, AlignParameters.dropBelow, AlignParameters.keepNulls, .output,
      .bitextFormat, .glossary, .model, .threads, .color, .quiet,
    ],
    examples: [
      Example("bitesto align book.it.txt book.en.txt", "Show the alignment as a table"),
      Example(
        "bitesto align --lines book.it.txt book.en.txt -o book.tmx",
        "Keep one segment a line, and write a translation memory"),
      Example(
        "bitesto align book.it.txt book.en.txt --drop-below 0.6 -o book.moses",
        "Write book.it and book.en, line by line, without what is doubtful"),
      Example(
        "bitesto align --lines book.it.txt book.en.txt --score book.gold.json",
        "Print precision, recall and F1 against known beads"),
      Example("bitesto align --pairs chapters.tsv", "Align all texts that a list names"),
    ],
    exitStatuses: [
      .done: "The texts were aligned", .failure: "The texts could not be aligned",
    ],
    run: { try AlignCommand($0).run() })
}

enum AlignParameters {
  static let source = ArgumentDescription(
    "SOURCE", type: .path, count: .optional,
    help: "The text or HTML page; - is standard input")

  static let target = ArgumentDescription(
    "TARGET", type: .path, count: .optional, help: "Its translation")

  static let pairs = OptionDescription.value(
    "pairs", "LIST", type: .path,
    help: """
      Align many texts: a line of LIST holds a source, a target and an output file, separated by \
      tabs, their paths counted from the current folder; lines that begin with # are comments
      """)

  static let lines = OptionDescription.flag(
    "lines", short: "l", help: "Take every line as one segment, instead of finding sentences")

  static let score = OptionDescription.value(
    "score", "GOLD", type: .path,
    help: """
      Print how well the alignment agrees with known beads, a JSON list of \
      [[source indices], [target indices]] from 0 on, instead of the alignment
      """)

  static let effort = OptionDescription.value(
    "effort", short: "e", "HOW",
    type: .choice([
      ValueType.Choice("fast", "Words, lengths, names, numbers and punctuation"),
      ValueType.Choice("balanced", "The same, then sentence vectors for what is in doubt"),
      ValueType.Choice("full", "Sentence vectors for all sentences"),
    ]), default: "balanced", help: "How much work to put into it")

  static let sourceLanguage = OptionDescription.value(
    "source-language", "XX", type: .text, default: "it", help: "The language of SOURCE")

  static let targetLanguage = OptionDescription.value(
    "target-language", "XX", type: .text, default: "en", help: "The language of TARGET")
}
