import BitestoChecks
import BitestoCommandLayer
import BitestoFormats

extension CommandDescription {
  static let check = CommandDescription(
    name: "check",
    summary: "Find what is wrong with names, terms and marks of texts",
    discussion: """
      Checks Italian and English texts and HTML pages against the glossaries: forms that are \
      deprecated, that lost their diacritics, that are not of the house's style, or that differ \
      within the FILEs. --list-rules explains every rule. A translation memory (.tmx) is checked \
      as a pair of an Italian and an English text.

      A comment in a text silences a rule: <!-- bitesto: ignore RULE --> for the line that it ends \
      or, alone on a line, for the next one; ignore-file for the whole text. Without RULE it \
      silences all.

      A file bitesto.json in the folder of a FILE or above it has the settings of a house: \
      glossaries, style, quotationMarks, rules, baseline. Options win over it.
      """,
    arguments: [CheckParameters.files],
    options: [
      CheckParameters.style, CheckParameters.quotationMarks, .glossary, CheckParameters.language,
      CheckParameters.only, CheckParameters.disable, CheckParameters.rules,
      CheckParameters.severity, CheckParameters.listRules, CheckParameters.fix,
      CheckParameters.dryRun, CheckParameters.baseline, CheckParameters.writeBaseline,
      CheckParameters.project, CheckParameters.noProject, CheckParameters.pair, .model, .threads,
      CheckParameters.format, .color, .quiet,
    ],
    examples: [
      Example("bitesto check article.it.txt", "Report what is wrong with a text"),
      Example(
        "bitesto check --style scientific article.it.txt",
        "Report every name that is not in scientific transliteration"),
      Example(
        "bitesto check --style press --fix --dry-run article.it.txt",
        "Show what would be mended, articles and elisions included"),
      Example(
        "bitesto check --baseline known.json --write-baseline texts/*.txt",
        "Accept what is found now, and report only what is new from then on"),
      Example(
        "bitesto check --pair article.it.txt article.en.txt",
        "Compare a text with its translation, too: names, terms, numbers, dates"),
      Example(
        "bitesto check --format github --only mixed-script,wrong-exonym *.txt",
        "Annotate a pull request with the findings of two rules"),
    ],
    exitStatuses: [
      .done: "Nothing was found, or all of it was mended", .findings: "Something was found",
      .failure: "A text, a glossary or a project file could not be read",
    ],
    run: { try CheckCommand($0).run() })
}

enum CheckParameters {
  static let files = ArgumentDescription(
    "FILE", type: .path, count: .zeroOrMore, help: "A text or HTML page; - is standard input")

  static let style = OptionDescription.value(
    "style", short: "s", "STYLE", type: .text,
    help: """
      Hold all names to the forms of this house style: press, scientific, or another one that a \
      glossary has; without it any style will do that the texts keep to
      """)

  static let quotationMarks = OptionDescription.value(
    "quotation-marks", "MARKS",
    type: .choice([
      ValueType.Choice(QuotationStyle.guillemets.rawValue, "«…»"),
      ValueType.Choice(QuotationStyle.curly.rawValue, "“…”"),
      ValueType.Choice(QuotationStyle.straight.rawValue, "\"…\""),
    ]), help: "Report quotations in other marks")

  static let language = OptionDescription.value(
    "language", short: "l", "XX", type: .text,
    help: """
      The language of all FILEs; without it the one that a name says (report.en.txt), or that a \
      text looks to be in
      """)

  static let only = OptionDescription.value(
    "only", "RULE", type: .text, kind: .repeatedValue,
    help: "Look for nothing but this rule; several are separated by commas")

  static let disable = OptionDescription.value(
    "disable", "RULE", type: .text, kind: .repeatedValue,
    help: "Don't look for this rule; several are separated by commas")

  static let rules = OptionDescription.value(
    "rules", "RULE=LEVEL", type: .text, kind: .repeatedValue,
    help: "Give a rule another severity: error, warning, note or off")

  static let severity = OptionDescription.value(
    "severity", "LEVEL",
    type: .choice([
      ValueType.Choice("note", "Everything"),
      ValueType.Choice("warning", "Warnings and errors"),
      ValueType.Choice("error", "Errors only"),
    ]), default: "note", help: "The least severity that is reported")

  static let listRules = OptionDescription.flag(
    "list-rules", help: "List the rules with their severities, and do nothing else")

  static let fix = OptionDescription.flag(
    "fix", help: "Mend what has a safe mending, in the FILEs themselves, and report the rest")

  static let dryRun = OptionDescription.flag(
    "dry-run", help: "Print what --fix would change as a diff, and change nothing")

  static let baseline = OptionDescription.value(
    "baseline", "FILE", type: .path,
    help: "Don't report the findings that this file has")

  static let writeBaseline = OptionDescription.flag(
    "write-baseline", help: "Write all findings to the file of --baseline, and report none")

  static let project = OptionDescription.value(
    "project", "FILE", type: .path,
    help: "Take the settings from this file instead of looking for a bitesto.json")

  static let noProject = OptionDescription.flag(
    "no-project", help: "Don't look for a bitesto.json")

  static let pair = OptionDescription.flag(
    "pair",
    help: """
      Check two FILEs, one Italian and one English, against each other; or one bilingual table \
      (.tsv) whose columns are source and target, or it and en, or one .tmx
      """)

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(ChecksFormat.text.rawValue, "Each line with a mark under the words"),
      ValueType.Choice(ChecksFormat.json.rawValue, "JSON, offsets in Unicode code points"),
      ValueType.Choice(ChecksFormat.sarif.rawValue, "SARIF 2.1.0"),
      ValueType.Choice(ChecksFormat.github.rawValue, "Annotations of GitHub workflows"),
    ]), default: ChecksFormat.text.rawValue, help: "How to print the findings")
}
