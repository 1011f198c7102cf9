import BitestoCommandLayer
import BitestoFormats
import BitestoGlossary
import BitestoText
import Foundation

extension CommandDescription {
  static let namesVariants = CommandDescription(
    name: "variants",
    summary: "Write Cyrillic names in Latin letters",
    discussion: """
      Lists the Latin forms in which a Russian, Ukrainian or Belarusian name may be printed, at \
      most 15: first those of the glossaries (Mosca), then the likeliest in Italian and English, \
      each by one system throughout. 'plain' forms have lost their diacritics. Belarusian and \
      Ukrainian names are also written from Russian, as many papers do.

      With --system there is one form for each name. The columns of tsv are the name, its \
      language, the form, its system, the language it was written from, 'plain', and the glossary \
      entry.
      """,
    arguments: [NamesVariantsParameters.names],
    options: [
      NamesVariantsParameters.language, NamesVariantsParameters.system,
      NamesVariantsParameters.reverse, NamesVariantsParameters.format, .glossary, .color,
    ],
    examples: [
      Example(
        "bitesto names variants 'Сергей Шойгу'",
        "List the Latin forms of a name, with their systems"),
      Example(
        "bitesto names variants --language uk 'Юлія Тимошенко' 'Петро Порошенко'",
        "Say that the names are Ukrainian"),
      Example(
        "bitesto names variants --system scientific-it 'Аляксандр Лукашэнка'",
        "Print the form that it.wikipedia uses: Aljaksandr Lukašėnka"),
      Example(
        "bitesto names variants --format tsv - < names.txt",
        "Make a table of the forms of many names, one a line"),
      Example(
        "bitesto names variants --reverse --system lacinka 'Alaksandr Łukašenka'",
        "Restore the Cyrillic spelling"),
    ],
    exitStatuses: [
      .done: "The forms were printed",
      .failure: "A name is not in the expected letters, or a system is not for its language",
    ],
    run: { try NamesVariantsCommand($0).run() })
}

private struct NamesVariantsCommand {
  /// A name and where it stands, for messages.
  private struct GivenName {
    var text: String
    var place: String
  }

  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let system = try arguments.choice(
      NamesVariantsParameters.system, as: RomanizationSystem.self)
    let format = try arguments.choice(
      NamesVariantsParameters.format, as: NameVariantsFormat.self)
    let color = try arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let language = arguments.text(NamesVariantsParameters.language).map(Language.init(rawValue:))
    let isReverse = arguments.isGiven(NamesVariantsParameters.reverse)
    let names: [VariantsOfName]
    if isReverse {
      guard let system else {
        throw CommandError(
          "'--reverse' needs '--system'",
          notes: ["systems with a way back: \(Self.list(Self.reversibleSystems))"])
      }
      names = try restored(given(), system, language)
    } else if let system {
      names = try given().map { try transliterated($0, system, language) }
    } else {
      let finder = NameVariants(glossary: try Resources(context).glossary())
      names = try given().map { name in
        let language = try self.language(of: name, language)
        return VariantsOfName(
          name: name.text, language: language,
          variants: finder.variants(of: name.text, language: language))
      }
    }
    try (format ?? .text).write(
      names, isBare: system != nil,
      style: context.outputStyler(color ?? .auto).isEnabled ? .color : .plain
    ) { try context.output.write($0) }
    return .done
  }

  /// The names of the command line, and of the lines of standard input where it has "-".
  private func given() throws -> [GivenName] {
    var names: [GivenName] = []
    for name in context.arguments.texts(NamesVariantsParameters.names) {
      guard name == "-" else {
        names.append(GivenName(text: name, place: ""))
        continue
      }
      names += try listed(in: context.read("-"))
    }
    return names
  }

  private func listed(in contents: [UInt8]) throws -> [GivenName] {
    var names: [GivenName] = []
    let lines = contents.withoutByteOrderMark
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, bytes) in lines.enumerated() {
      let place = "standard input:\(number + 1): "
      guard let line = String(bytes: bytes, encoding: .utf8) else {
        throw CommandError("\(place)not UTF-8", notes: ["save the list as UTF-8 text"])
      }
      let name = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if !name.isEmpty { names.append(GivenName(text: name, place: place)) }
    }
    return names
  }

  private func language(of name: GivenName, _ asked: Language?) throws -> Language {
    guard let guess = Language.ofCyrillicName(name.text) else {
      throw CommandError(
        "\(name.place)\(quoted(name.text)) has no Cyrillic letters",
        notes: ["--reverse with --system turns Latin letters into Cyrillic ones"])
    }
    return asked ?? guess
  }

  private func transliterated(
    _ name: GivenName, _ system: RomanizationSystem, _ asked: Language?
  ) throws -> VariantsOfName {
    let guess = try language(of: name, asked)
    let only = system.languages.count == 1 ? system.languages.first : nil
    let language = asked ?? only ?? guess
    guard let transliterator = Transliterator(system, language: language) else {
      throw CommandError(
        "\(name.place)system '\(system.rawValue)' is not for names in '\(language)'",
        notes: ["it is for \(system.languages.map(\.rawValue).joined(separator: ", "))"])
    }
    let latin = transliterator.transliterated(name.text)
    if let letter = latin.unicodeScalars.first(where: { (0x400..<0x530).contains($0.value) }) {
      throw CommandError(
        "\(name.place)system '\(system.rawValue)' has no rule for '\(letter)' in \(quoted(name.text))",
        notes: ["it is for names in \(system.languages.map(\.rawValue).joined(separator: ", "))"])
    }
    return one(latin, of: name, language: language, system: system)
  }

  private func restored(
    _ names: [GivenName], _ system: RomanizationSystem, _ asked: Language?
  ) throws -> [VariantsOfName] {
    let languages = system.reversibleLanguages
    guard !languages.isEmpty else {
      throw CommandError(
        "system '\(system.rawValue)' has no way back: it writes different letters alike",
        notes: ["systems with a way back: \(Self.list(Self.reversibleSystems))"])
    }
    let known = languages.map(\.rawValue).joined(separator: ", ")
    guard let language = asked ?? (languages.count == 1 ? languages.first : nil) else {
      throw CommandError(
        "'--reverse' needs '--language' with system '\(system.rawValue)'",
        notes: ["expected one of \(known)"])
    }
    guard
      let transliterator = Transliterator(system, language: language, direction: .toCyrillic)
    else {
      throw CommandError(
        "system '\(system.rawValue)' has no way back to '\(language)'",
        notes: ["it has to \(known)"])
    }
    return names.map { name in
      one(transliterator.transliterated(name.text), of: name, language: language, system: system)
    }
  }

  private func one(
    _ text: String, of name: GivenName, language: Language, system: RomanizationSystem
  ) -> VariantsOfName {
    let variant = NameVariant(text: text, system: system, spelling: language)
    return VariantsOfName(name: name.text, language: language, variants: [variant])
  }

  private static var reversibleSystems: [RomanizationSystem] {
    RomanizationSystem.allCases.filter { !$0.reversibleLanguages.isEmpty }
  }

  private static func list(_ systems: [RomanizationSystem]) -> String {
    systems.map(\.rawValue).joined(separator: ", ")
  }
}

enum NamesVariantsParameters {
  static let names = ArgumentDescription(
    "NAME", count: .oneOrMore,
    help: "A name in Cyrillic letters, quoted; - reads names from standard input, one a line")

  static let language = OptionDescription.value(
    "language", short: "l", "XX",
    type: .choice([
      ValueType.Choice("ru", "Russian"), ValueType.Choice("uk", "Ukrainian"),
      ValueType.Choice("be", "Belarusian"),
    ]), help: "The language of the names; guessed from the letters of each without it")

  static let system = OptionDescription.value(
    "system", short: "s", "SYSTEM",
    type: .choice(
      RomanizationSystem.allCases.map { ValueType.Choice($0.rawValue, $0.summary) }),
    help: "Print only the form by this system")

  static let reverse = OptionDescription.flag(
    "reverse", short: "r",
    help: "Turn Latin letters into Cyrillic ones, by a system that can be read backwards")

  static let format = OptionDescription.value(
    "format", short: "f", "FORMAT",
    type: .choice([
      ValueType.Choice(NameVariantsFormat.text.rawValue, "Lines to read"),
      ValueType.Choice(NameVariantsFormat.tsv.rawValue, "A line for each form"),
      ValueType.Choice(NameVariantsFormat.json.rawValue, "JSON with everything"),
    ]),
    default: NameVariantsFormat.text.rawValue, help: "What to print")
}
