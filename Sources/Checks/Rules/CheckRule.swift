/// What `check` looks for. The raw value is the rule's identifier in every output and in files.
public enum CheckRule: String, CaseIterable, Sendable {
  case forbiddenForm = "forbidden-form"
  case deprecatedForm = "deprecated-form"
  case wrongExonym = "wrong-exonym"
  case lostDiacritics = "lost-diacritics"
  case offStyle = "off-style"
  case inconsistentVariant = "inconsistent-variant"
  case unknownVariant = "unknown-variant"
  case mixedScript = "mixed-script"
  case doubledWord = "doubled-word"
  case quotationMarks = "quotation-marks"
  case nameMissing = "name-missing"
  case nameDifferent = "name-different"
  case termNotTranslated = "term-not-translated"
  case numberDiffers = "number-differs"
  case dateDiffers = "date-differs"

  /// How much a finding matters; the names are SARIF's levels.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    case note
    case warning
    case error

    public static func < (first: Severity, second: Severity) -> Bool {
      rank(first) < rank(second)
    }

    private static func rank(_ severity: Severity) -> Int {
      allCases.firstIndex(of: severity) ?? 0
    }
  }

  /// The severity where no project says otherwise.
  public var severity: Severity { description.severity }

  /// What the rule looks for, in one line.
  public var summary: String { description.summary }

  /// Words that the rule finds something in, and what it finds.
  public var example: String { description.example }

  /// Whether it compares a text with its translation.
  public var isBilingual: Bool { description.isBilingual }

  private struct Description {
    var severity: Severity
    var summary: String
    var example: String
    var isBilingual = false
  }

  private var description: Description {
    // Every rule has its line, as the tests make sure of.
    Self.descriptions[self] ?? Description(severity: .warning, summary: rawValue, example: "")
  }

  private static let descriptions: [CheckRule: Description] = [
    .forbiddenForm: Description(
      severity: .error, summary: "A form that the glossary forbids",
      example: "a form with the status forbidden"),
    .deprecatedForm: Description(
      severity: .warning, summary: "A form that the glossary wants replaced",
      example: "Dynamo Kiev → Dynamo Kyiv"),
    .wrongExonym: Description(
      severity: .warning, summary: "A place named as another language names it",
      example: "an English text with Mosca → Moscow"),
    .lostDiacritics: Description(
      severity: .warning, summary: "A name that lost its diacritics",
      example: "Porosenko → Porošenko"),
    .offStyle: Description(
      severity: .warning, summary: "A known form that is not the one of the chosen style",
      example: "--style scientific: Lukashenko → Lukašėnka"),
    .inconsistentVariant: Description(
      severity: .warning,
      summary: "Two forms of one name in one text, or in texts that belong together",
      example: "Lukashenko … Lukashenka"),
    .unknownVariant: Description(
      severity: .note, summary: "A name that looks like a form of a known one, but is not listed",
      example: "Alexander Lukashenco → Alexander Lukashenko?"),
    .mixedScript: Description(
      severity: .error, summary: "Latin and Cyrillic letters in one word",
      example: "Mоskva with a Cyrillic о"),
    .doubledWord: Description(
      severity: .warning, summary: "A word that is written twice",
      example: "la sicurezza della della Russia"),
    .quotationMarks: Description(
      severity: .warning, summary: "Quotation marks that are unpaired or off the chosen style",
      example: "--quotation-marks guillemets: \"no\" → «no»"),
    .nameMissing: Description(
      severity: .warning, summary: "Somebody is named in one text and nowhere in the other",
      example: "Sergei Shoigu, whom the translation never names", isBilingual: true),
    .nameDifferent: Description(
      severity: .error, summary: "A name stands where the other text has another one",
      example: "Putin … — Zelensky …", isBilingual: true),
    .termNotTranslated: Description(
      severity: .warning, summary: "A term that is not translated as the glossary says",
      example: "security guarantees — promesse di protezione", isBilingual: true),
    .numberDiffers: Description(
      severity: .error, summary: "A number differs from the other text's",
      example: "1,200 soldiers — 1.300 soldati", isBilingual: true),
    .dateDiffers: Description(
      severity: .error, summary: "A date differs from the other text's",
      example: "April 10 — 11 aprile", isBilingual: true),
  ]
}
