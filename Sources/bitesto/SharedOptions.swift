import BitestoAlignment
import BitestoCommandLayer
import BitestoFormats
import BitestoText

extension CommandContext {
  /// The language that an option names; nil when it is not given and has no default.
  ///
  /// - Throws: ``CommandError`` for what is no language code.
  func language(_ option: OptionDescription) throws -> Language? {
    guard let code = arguments.text(option) else { return nil }
    if let language = Language(tag: code) { return language }
    throw CommandError(
      "invalid value \(quoted(code)) for '\(option.key)': expected a language code",
      notes: ["two or three letters, such as it or en"])
  }

  /// Whether `--quiet` is given.
  var isQuiet: Bool { arguments.isGiven(OptionDescription.quiet) }
}

/// Options that mean the same in every command that has them.
extension OptionDescription {
  static let model = OptionDescription.value(
    "model", "FILE", type: .path,
    help: "Use this encoder model instead of the built-in one")

  static let glossary = OptionDescription.value(
    "glossary", short: "g", "FILE", type: .path, kind: .repeatedValue,
    help: """
      Read names and terms from this glossary too; an entry of it replaces the built-in one with \
      the same id
      """)

  static let threads = OptionDescription.value(
    "threads", short: "j", "N", type: .integer(1...1024),
    help: "Work on N threads at most; as many as there are processors without it")

  static let color = OptionDescription.value(
    "color", "WHEN",
    type: .choice([
      ValueType.Choice("auto", "On a terminal, unless NO_COLOR is set"),
      ValueType.Choice("always", "Even into a file or a pipe"),
      ValueType.Choice("never", "Plain text"),
    ]), default: "auto", help: "When to use color")

  static let quiet = OptionDescription.flag(
    "quiet", short: "q", help: "Print nothing but results and errors")

  static let output = output(.alignment)

  /// The same option wherever it stands; its help names the formats of a kind of bitext.
  static func output(_ kind: Bitext.Kind) -> OptionDescription {
    let extensions = formats(kind).compactMap(\.extensions.first).map { ".\($0)" }
      .joined(separator: ", ")
    let pair = kind == .alignment ? "; .moses writes a pair of files" : ""
    return OptionDescription.value(
      "output", short: "o", "FILE", type: .path, kind: .repeatedValue,
      help: "Write to this file; the extension picks the format (\(extensions)\(pair))")
  }

  static let bitextFormat = bitextFormat(.alignment)

  static func bitextFormat(_ kind: Bitext.Kind) -> OptionDescription {
    OptionDescription.value(
      "format", short: "f", "FORMAT",
      type: .choice(formats(kind).map { ValueType.Choice($0.name, $0.summary) }),
      default: BitextFormat.table.name,
      help: "What to print on standard output when there is no -o")
  }

  private static func formats(_ kind: Bitext.Kind) -> [BitextFormat] {
    BitextFormat.all.filter { $0.kinds.contains(kind) }
  }
}
