/// What an option or an argument accepts.
public enum ValueType: Sendable {
  /// One of the allowed values, and what it means.
  public struct Choice: Hashable, Sendable, ExpressibleByStringLiteral {
    public var name: String
    public var summary: String

    public init(_ name: String, _ summary: String = "") {
      self.name = name
      self.summary = summary
    }

    public init(stringLiteral name: String) {
      self.init(name)
    }
  }

  case text
  /// A file or a folder.
  case path
  case choice([Choice])
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)

  /// The allowed values; empty when they cannot be listed.
  public var choices: [Choice] {
    if case .choice(let choices) = self { choices } else { [] }
  }
}

/// An option or an argument: something with a name that the command line can give values for.
public protocol Parameter: Sendable {
  /// As it is written in messages: "--format", "ARTICLE".
  var key: String { get }
  var type: ValueType { get }
  /// The value when the command line gives none.
  var defaultValue: String? { get }
}

/// A positional argument.
public struct ArgumentDescription: Parameter {
  /// How many values the argument takes; only the last argument of a command may be repeated.
  public enum Count: Sendable {
    case one
    case optional
    case oneOrMore
    case zeroOrMore

    var isRequired: Bool { self == .one || self == .oneOrMore }
    var isRepeated: Bool { self == .oneOrMore || self == .zeroOrMore }
  }

  /// In capitals: "ARTICLE".
  public var name: String
  public var type: ValueType
  public var count: Count
  public var defaultValue: String?
  public var help: String

  public init(
    _ name: String, type: ValueType = .text, count: Count = .one, default: String? = nil,
    help: String
  ) {
    self.name = name
    self.type = type
    self.count = count
    self.defaultValue = `default`
    self.help = help
  }

  public var key: String { name }

  /// As the usage line shows it: "FILE...", "[FILE]".
  var usage: String {
    let repeated = count.isRepeated ? "\(name)..." : name
    return count.isRequired ? repeated : "[\(repeated)]"
  }
}

/// An option: `--long`, perhaps `-s`, perhaps with a value.
public struct OptionDescription: Parameter {
  public enum Kind: Sendable {
    /// Given or not; no value.
    case flag
    /// One value; given twice, the last one counts.
    case value
    /// One value each time; may be given several times.
    case repeatedValue
    /// All the values up to the next option (`--sources a.txt b.txt`); may be given several times.
    case values

    public var isRepeated: Bool { self == .repeatedValue || self == .values }
  }

  /// Without the dashes.
  public var long: String
  public var short: Character?
  public var kind: Kind
  /// In capitals: "FILE"; empty for a flag.
  public var valueName: String
  public var type: ValueType
  public var defaultValue: String?
  public var isRequired: Bool
  public var help: String

  private init(
    long: String, short: Character?, kind: Kind, valueName: String, type: ValueType,
    default defaultValue: String?, isRequired: Bool, help: String
  ) {
    self.long = long
    self.short = short
    self.kind = kind
    self.valueName = valueName
    self.type = type
    self.defaultValue = defaultValue
    self.isRequired = isRequired
    self.help = help
  }

  /// An option that is given or not.
  public static func flag(
    _ long: String, short: Character? = nil, help: String
  ) -> OptionDescription {
    OptionDescription(
      long: long, short: short, kind: .flag, valueName: "", type: .text, default: nil,
      isRequired: false, help: help)
  }

  /// An option with a value.
  public static func value(
    _ long: String, short: Character? = nil, _ valueName: String, type: ValueType,
    kind: Kind = .value, default: String? = nil, isRequired: Bool = false, help: String
  ) -> OptionDescription {
    OptionDescription(
      long: long, short: short, kind: kind, valueName: valueName, type: type, default: `default`,
      isRequired: isRequired, help: help)
  }

  static let help = flag("help", short: "h", help: "Show this help")
  static let version = flag("version", short: "V", help: "Show the version")

  public var key: String { "--\(long)" }

  /// As the help shows it after the short name: "--sources PATH...".
  var usage: String {
    switch kind {
    case .flag: key
    case .value, .repeatedValue: "\(key) \(valueName)"
    case .values: "\(key) \(valueName)..."
    }
  }
}
