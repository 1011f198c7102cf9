import BitestoCommandLayer

extension CommandDescription {
  static let names = CommandDescription(
    name: "names",
    summary: "Find, compare and transliterate names",
    subcommands: [.namesFind, .namesCompare, .namesVariants])
}
