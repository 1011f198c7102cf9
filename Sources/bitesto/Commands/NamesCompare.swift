import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary

extension CommandDescription {
  static let namesCompare = CommandDescription(
    name: "compare",
    summary: "Say whether two names are spellings of one",
    discussion: """
      Names may be in Cyrillic (Belarusian, Russian, Ukrainian) or in Latin letters by any system. \
      The verdict is same, different or unsure. In doubt it is unsure: a surname against a full \
      name, an initial, a short given name. Two people who bear the same name are one to this \
      command.

      Evidence: names that a glossary lists are decided by it, same when one entry has both, \
      different when each has its own. All others are decided by their sounds and by a table of \
      given names; so is everything with --no-glossary.

      With FILE, every line holds two names, separated by a tab; further columns are passed over.
      """,
    arguments: [NamesCompareParameters.names],
    options: [
      NamesCompareParameters.explain, NamesCompareParameters.format, .glossary,
      NamesCompareParameters.noGlossary, .color,
    ],
    examples: [
      Example("bitesto names compare Лукашэнка Lukashenko", "Compare two names"),
      Example(
        "bitesto names compare 'Mykola Azarov' 'Николай Азаров' --explain",
        "Say what the verdict rests on"),
      Example(
        "bitesto names compare pairs.tsv --no-glossary",
        "Compare the pairs of a file by their spelling alone"),
    ],
    exitStatuses: [
      .done: "The names were compared, whatever the verdict",
      .failure: "The names could not be compared",
    ],
    run: { try NamesCompareCommand($0).run() })
}

enum NamesCompareParameters {
  static let names = ArgumentDescription(
    "NAME", type: .text, count: .oneOrMore,
    help: "Two names; or one FILE of pairs, where - is standard input")

  static let explain = OptionDescription.flag(
    "explain", short: "e",
    help: "Say why: how words are read, where they differ, what decided")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(
        NameComparisonFormat.text.rawValue, "Lines to read; the default for two names"),
      ValueType.Choice(
        NameComparisonFormat.tsv.rawValue,
        "name, name, verdict, score and, with --explain, why; the default for a file"),
      ValueType.Choice(NameComparisonFormat.json.rawValue, "JSON with everything"),
    ]), help: "What to print")

  static let noGlossary = OptionDescription.flag(
    "no-glossary", help: "Leave glossaries out, so that only the strings count")
}

private struct NamesCompareCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let names = context.arguments.texts(NamesCompareParameters.names)
    guard names.count <= 2 else {
      throw CommandError(
        "expected two names or one file, but \(names.count) are given",
        notes: ["put a name of several words in quotation marks"])
    }
    guard names.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw CommandError("a name is empty")
    }
    let pairs: NamePairs
    if names.count == 2 {
      pairs = NamePairs(pairs: [(names[0], names[1])])
    } else {
      pairs = try NamePairs(bytes: context.read(names[0]), path: names[0])
    }
    let format = try context.arguments.choice(
      NamesCompareParameters.format, as: NameComparisonFormat.self)
    let color = try context.arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let comparing = ComparingNames(
      comparer: try comparer(),
      explains: context.arguments.isGiven(NamesCompareParameters.explain))
    try (format ?? (names.count == 2 ? .text : .tsv)).write(
      pairs.pairs.lazy.map { comparing.compared($0.first, $0.second) },
      style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain
    ) { try context.output.write($0) }
    return .done
  }

  private func comparer() throws -> NameComparer {
    guard context.arguments.isGiven(NamesCompareParameters.noGlossary) else {
      return NameComparer(glossary: try Resources(context).glossary())
    }
    if context.arguments.isGiven(OptionDescription.glossary) {
      throw CommandError("'--glossary' and '--no-glossary' exclude each other")
    }
    return .builtIn
  }
}

/// The pairs of names of a file.
private struct NamePairs {
  let pairs: [(first: String, second: String)]

  init(pairs: [(String, String)]) {
    self.pairs = pairs
  }

  /// - Throws: ``CommandError`` that names the first line which does not have two names.
  init(bytes: [UInt8], path: String) throws {
    var pairs: [(String, String)] = []
    let content = bytes.withoutByteOrderMark
    var lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    pairs.reserveCapacity(lines.count)
    for (number, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      let fields = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count >= 2 else {
        throw CommandError(
          "\(path):\(number + 1): expected two names separated by a tab",
          notes: ["a name of one line is compared with: bitesto names compare NAME NAME"])
      }
      guard let first = String(validating: fields[0], as: UTF8.self),
        let second = String(validating: fields[1], as: UTF8.self)
      else { throw CommandError("\(path):\(number + 1): not UTF-8; save the file as UTF-8 text") }
      pairs.append((first, second))
    }
    self.pairs = pairs
  }
}

/// Compares pair after pair, keeping what names are read as for when they come again.
private final class ComparingNames {
  /// Names are kept up to this number.
  private static let mostKeys = 1 << 16

  private let comparer: NameComparer
  private let explains: Bool
  private var keys: [String: NameKey] = [:]

  init(comparer: NameComparer, explains: Bool) {
    self.comparer = comparer
    self.explains = explains
  }

  func compared(_ first: String, _ second: String) -> ComparedNames {
    let (one, other) = (key(of: first), key(of: second))
    return ComparedNames(
      first: first, second: second, comparison: comparer.compare(one, other),
      reasons: explains ? comparer.explain(one, other) : nil)
  }

  private func key(of name: String) -> NameKey {
    if let key = keys[name] { return key }
    if keys.count >= Self.mostKeys { keys.removeAll(keepingCapacity: true) }
    let key = comparer.key(of: name)
    keys[name] = key
    return key
  }
}
