import BitestoCommandLayer

extension CommandLineTool {
  /// The whole program as a value.
  static let bitesto: CommandLineTool = CommandLineTool(
    name: "bitesto",
    version: "0.1.0",
    summary: """
      Find the English passage behind every quotation of an Italian article, and align parallel \
      texts.
      """,
    groups: [
      Group("Texts", [.trace, .align, .segment]),
      Group("Translation memories", [.tmx]),
      Group("Segmentation rules", [.srx]),
      Group("Names and terms", [.check, .names, .glossary]),
      Group("Setup", [.completions]),
    ],
    firstSteps: [
      CommandDescription.Example(
        "bitesto trace article.it.txt --sources reports/",
        "Link the quotations of an article to a folder of English reports"),
      CommandDescription.Example(
        "bitesto align book.it.txt book.en.txt -o book.tmx",
        "Align a text with its translation and write a translation memory"),
    ])
}
