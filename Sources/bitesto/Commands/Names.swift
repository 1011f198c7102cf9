import BitestoCommandLayer

extension CommandDescription {
  static let names = CommandDescription(
    name: "names",
    summary: "Transliterate names and find their variants",
    subcommands: [.namesVariants])
}
