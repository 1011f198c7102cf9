import BitestoCommandLayer

extension CommandDescription {
  static let names = CommandDescription(
    name: "names",
    summary: "Compare names across languages and transliterations",
    subcommands: [.namesCompare])
}
