import BitestoCommandLayer

extension CommandDescription {
  static let names = CommandDescription(
    name: "names",
    summary: "Find names in texts",
    subcommands: [.namesFind])
}
