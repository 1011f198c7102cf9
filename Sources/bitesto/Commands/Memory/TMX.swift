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
