import BitestoSuggestion

/// What a command line gave, checked against the declarations.
public struct ParsedArguments: Sendable {
  private var values: [String: [String]] = [:]

  public init() {}

  mutating func append(_ value: String, to parameter: some Parameter) {
    values[parameter.key, default: []].append(value)
  }

  mutating func removeLast(from parameter: some Parameter) -> String? {
    values[parameter.key]?.popLast()
  }

  /// Whether the command line itself gave the option or the argument.
  public func isGiven(_ parameter: some Parameter) -> Bool {
    values[parameter.key]?.isEmpty == false
  }

  /// Every value, in the order given; the default alone when there is none.
  public func texts(_ parameter: some Parameter) -> [String] {
    if let given = values[parameter.key], !given.isEmpty { return given }
    return parameter.defaultValue.map { [$0] } ?? []
  }

  /// The last value given, or the default.
  public func text(_ parameter: some Parameter) -> String? {
    texts(parameter).last
  }

  /// The last value given, or the default.
  ///
  /// - Throws: ``CommandError`` when there is neither.
  public func required(_ parameter: some Parameter) throws -> String {
    guard let text = text(parameter) else {
      throw CommandError("missing value for '\(parameter.key)'")
    }
    return text
  }

  /// - Throws: ``CommandError`` when the value is not a whole number the declaration allows.
  public func integer(_ parameter: some Parameter) throws -> Int? {
    guard let text = text(parameter) else { return nil }
    guard let value = Int(text) else { throw ValueError(text, parameter).commandError }
    return value
  }

  /// - Throws: ``CommandError`` when the value is not a number the declaration allows.
  public func number(_ parameter: some Parameter) throws -> Double? {
    guard let text = text(parameter) else { return nil }
    guard let value = Double(text) else { throw ValueError(text, parameter).commandError }
    return value
  }

  /// - Throws: ``CommandError`` when `Value` does not know the value.
  public func choice<Value: RawRepresentable>(
    _ parameter: some Parameter, as: Value.Type = Value.self
  ) throws -> Value? where Value.RawValue == String {
    guard let text = text(parameter) else { return nil }
    guard let value = Value(rawValue: text) else { throw ValueError(text, parameter).commandError }
    return value
  }
}

/// A value that its declaration does not allow.
struct ValueError {
  let value: String
  let parameter: any Parameter

  init(_ value: String, _ parameter: some Parameter) {
    self.value = value
    self.parameter = parameter
  }

  /// nil when the declaration allows the value.
  static func check(_ value: String, _ parameter: some Parameter) -> ValueError? {
    isAllowed(value, by: parameter.type) ? nil : ValueError(value, parameter)
  }

  private static func isAllowed(_ value: String, by type: ValueType) -> Bool {
    switch type {
    case .text: true
    case .path: !value.isEmpty
    case .choice(let choices): choices.contains { $0.name == value }
    case .integer(let range): Int(value).map(range.contains) ?? false
    case .number(let range): decimal(value).map(range.contains) ?? false
    }
  }

  /// A plain decimal number: no hexadecimal, no "inf", no "nan".
  private static func decimal(_ value: String) -> Double? {
    guard value.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }) else { return nil }
    return Double(value)
  }

  var commandError: CommandError {
    let start = "invalid value \(quoted(value)) for '\(parameter.key)'"
    switch parameter.type {
    case .text: return CommandError(start)
    case .path: return CommandError("\(start): expected a path")
    case .integer(let range):
      return CommandError("\(start): expected a whole number \(Self.words(for: range))")
    case .number(let range):
      return CommandError("\(start): expected a number \(Self.words(for: range))")
    case .choice(let choices):
      let names = choices.map(\.name)
      return CommandError(
        start + didYouMean(value, among: names),
        notes: ["allowed values: \(names.joined(separator: ", "))"])
    }
  }

  private static func words(for range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func words(for range: ClosedRange<Double>) -> String {
    func plain(_ value: Double) -> String {
      Int(exactly: value).map(String.init) ?? String(value)
    }
    return range.upperBound == .infinity
      ? "of at least \(plain(range.lowerBound))"
      : "from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
  }
}
