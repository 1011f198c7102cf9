import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoSuggestion

extension CommandDescription {
  static let glossaryShow = CommandDescription(
    name: "show",
    summary: "Show entries with all their forms and relations",
    discussion: """
      Finds entries by their id or by any of their names: in any language and style, with or without \
      diacritics, a surname alone where it may stand alone.
      """,
    arguments: [ShowParameters.names],
    options: [.glossary, ShowParameters.format, .color],
    examples: [
      Example("bitesto glossary show lukashenko", "Show an entry by its id"),
      Example("bitesto glossary show Лукашенко Kyiv", "Show the entries that have these names"),
      Example(
        "bitesto glossary show 'Von der Leyen' --format tsv", "Print an entry as rows of a glossary"
      ),
    ],
    exitStatuses: [
      .done: "Every name was found", .findings: "A name was not found",
      .failure: "A glossary could not be read",
    ],
    run: { try GlossaryShowCommand($0).run() })
}

private struct GlossaryShowCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let glossary = try Resources(context).glossary()
    let search = EntrySearch(glossary)
    var found: [Int] = []
    var missing: [String] = []
    for name in context.arguments.texts(ShowParameters.names) {
      let entries = search.entries(named: name)
      if entries.isEmpty { missing.append(name) }
      found += entries.filter { !found.contains($0) }
    }
    let entries = found.map { glossary.entries[$0] }
    let format = try context.arguments.choice(ShowParameters.format, as: GlossaryFormat.self)
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let styler = context.outputStyler(color ?? .auto)
    switch format ?? .table {
    case .table:
      let view = EntryView(glossary, style: styler.isEnabled ? .color : .plain)
      for (index, entry) in entries.enumerated() {
        if index > 0 { try context.output.writeLine() }
        for line in view.lines(of: entry) { try context.output.writeLine(line) }
      }
    case let other where !entries.isEmpty || other == .json:
      try other.write([GlossaryFile(path: "", entries: entries)]) { try context.output.write($0) }
    default: break
    }
    try context.output.flush()
    for name in missing {
      let near = search.nearest(to: name).map { "; did you mean \(quoted($0))?" } ?? ""
      try context.errorOutput.writeLine("no entry for \(quoted(name))\(near)")
    }
    return missing.isEmpty ? .done : .findings
  }
}

/// Finds entries as people name them.
private struct EntrySearch {
  private let glossary: Glossary
  private let index: NameIndex

  init(_ glossary: Glossary) {
    self.glossary = glossary
    index = NameIndex(glossary)
  }

  /// The entries with this id or one of these names, in the glossary's order.
  func entries(named name: String) -> [Int] {
    if let entry = glossary.index(of: name) { return [entry] }
    let lowercased = name.lowercased()
    var found = Set(
      glossary.entries.indices.filter { entry in
        glossary.entries[entry].forms.contains { $0.text.lowercased() == lowercased }
      })
    // As it stands, and as a name is written.
    for text in [name, name.capitalized, name.uppercased()] {
      let bytes = Array(text.utf8)
      for mention in index.mentions(in: bytes) where mention.range == 0..<bytes.count {
        found.formUnion([mention.entry] + mention.others)
      }
    }
    return found.sorted()
  }

  func nearest(to name: String) -> String? {
    let names = glossary.entries.flatMap { [$0.id] + $0.forms.map(\.text) }
    return BitestoSuggestion.nearest(to: name, among: names)
  }
}

enum ShowParameters {
  static let names = ArgumentDescription(
    "NAME", count: .oneOrMore, help: "The id or a name of an entry")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(GlossaryFormat.table.rawValue, "A card to read"),
      ValueType.Choice(GlossaryFormat.tsv.rawValue, "Rows of a glossary file"),
      ValueType.Choice(GlossaryFormat.json.rawValue, "JSON with everything"),
    ]),
    default: GlossaryFormat.table.rawValue, help: "What to print")
}
