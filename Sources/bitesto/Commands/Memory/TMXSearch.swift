import BitestoCommandLayer
import BitestoFormats
import BitestoMemory

extension CommandDescription {
  static let tmxSearch = CommandDescription(
    name: "search",
    summary: "Find words, or similar segments, in translation memories",
    discussion: """
      Prints every unit of which a segment has all the words, with all its variants. Words match as \
      wholes, whatever their case and accents; minist* matches what starts so; words between double \
      quotes follow each other. Inline codes are passed over.

      With --fuzzy the words are a segment, and the most similar ones are printed, best first, with \
      their score as CAT tools give it: 100 × (1 − d / n), where d is how many words and punctuation \
      marks must be put in, taken out or changed, and n how many the longer segment has. 100 is the \
      same text to the letter; 99, one that differs in case, accents or spaces.
      """,
    arguments: [SearchParameters.words, MemoryParameters.files],
    options: [
      SearchParameters.fuzzy, SearchParameters.minScore, SearchParameters.most,
      SearchParameters.language, SearchParameters.exact, SearchParameters.format,
      MemoryParameters.readAs, .color, .quiet,
    ],
    examples: [
      Example(
        "bitesto tmx search 'cessate il fuoco' memory.tmx", "Units that have all three words"),
      Example(
        "bitesto tmx search '\"ministro degli esteri\" minist*' --in it *.tmx",
        "A phrase and a beginning, in Italian segments of many files"),
      Example(
        "bitesto tmx search --fuzzy 'Il ministro ha firmato.' memory.tmx -n 3",
        "The three most similar segments"),
    ],
    exitStatuses: [
      .done: "There are hits", .findings: "There is none", .failure: "A file could not be read",
    ],
    run: { try TMXSearchCommand($0).run() })
}

enum SearchParameters {
  static let words = ArgumentDescription(
    "WORDS", help: "Words to find, or with --fuzzy a segment")

  static let fuzzy = OptionDescription.flag(
    "fuzzy", help: "Find segments similar to the words instead")

  static let minScore = OptionDescription.value(
    "min-score", "N", type: .integer(FuzzyQuery.lowestScore...100), default: "70",
    help: "With --fuzzy, the lowest score to print")

  static let most = OptionDescription.value(
    "most", short: "n", "N", type: .integer(1...10_000),
    help: "Print at most so many units; with --fuzzy 10 without it, else all")

  static let language = OptionDescription.value(
    "in", "XX", type: .text, help: "Look only at segments in this language")

  static let exact = OptionDescription.flag(
    "exact", help: "Case, accents and punctuation must be as written")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(ConcordanceFormat.table.rawValue, "Units to read"),
      ValueType.Choice(ConcordanceFormat.tsv.rawValue, "Tab-separated columns"),
      ValueType.Choice(ConcordanceFormat.json.rawValue, "JSON, offsets in Unicode code points"),
    ]), default: ConcordanceFormat.table.rawValue, help: "What to print")
}
