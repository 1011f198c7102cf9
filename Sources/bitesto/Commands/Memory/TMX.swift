import BitestoCommandLayer

extension CommandDescription {
  static let tmx = CommandDescription(
    name: "tmx",
    summary: "Validate, mend, compare, convert and search memories",
    subcommands: [
      .tmxInfo, .tmxValidate, .tmxConvert, .tmxSearch, .tmxClean, .tmxMerge, .tmxSplit, .tmxDiff,
      .tmxScore,
    ])
}

enum MemoryParameters {
  static let fileHelp =
    "A memory of a format that 'convert' reads, plain or packed with gzip; - is standard input"

  static let files = ArgumentDescription(
    "FILE", type: .path, count: .oneOrMore,
    help: fileHelp)
}
