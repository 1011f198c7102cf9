import BitestoCommandLayer

extension CommandDescription {
  static let names = CommandDescription(
    name: "names",
    summary: "Compare, find and transliterate names",
    subcommands: [.namesCompare, .namesVariants])
}
