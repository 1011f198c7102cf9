/// A value of a JSON5 file with the line it stands in.
struct JSON5Value: Sendable {
  indirect enum Content: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSON5Value])
    /// In the order of the file.
    case object([Member])
  }

  struct Member: Sendable {
    var key: String
    /// Of the key.
    var line: Int
    var value: JSON5Value
  }

  var content: Content
  /// Counted from 1.
  var line: Int

  var text: String? { if case .text(let text) = content { text } else { nil } }
  var number: Int? {
    if case .number(let number) = content { Int(exactly: number) } else { nil }
  }
  var list: [JSON5Value]? { if case .list(let list) = content { list } else { nil } }
  var object: [Member]? { if case .object(let members) = content { members } else { nil } }

  /// As messages name it.
  var kind: String {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Something wrong in a file of settings or of known findings.
public struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  /// Counted from 1.
  public var line: Int
  public var message: String

  public var description: String { "\(path):\(line): \(message)" }
}

/// Reads JSON5 (json5.org, version 1.0.0), of which JSON is a part.
struct JSON5Reader {
  private static let deepest = 64

  private let path: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  /// The value of a file. Linear.
  ///
  /// - Throws: ``SettingsError`` with the line of the first mistake.
  static func value(of bytes: [UInt8], path: String) throws(SettingsError) -> JSON5Value {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError(path: path, line: 1, message: "not UTF-8")
    }
    var reader = JSON5Reader(path: path, scalars: Array(text.unicodeScalars))
    let value = try reader.value(depth: 0)
    try reader.skipSpace()
    if let extra = reader.peek { throw reader.error("unexpected '\(extra)' after the end") }
    return value
  }

  private init(path: String, scalars: [Unicode.Scalar]) {
    self.path = path
    self.scalars = scalars
    if scalars.first == "\u{FEFF}" { position = 1 }
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func error(_ message: String) -> SettingsError {
    SettingsError(path: path, line: line, message: message)
  }

  @discardableResult
  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    position += 1
    if scalar == "\n" || (scalar == "\r" && peek != "\n") { line += 1 }
    return scalar
  }

  private mutating func skipSpace() throws(SettingsError) {
    while let scalar = peek {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        take()
      } else if scalar == "/" {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(SettingsError) {
    let start = error("this comment has no end")
    take()
    switch take() {
    case "/":
      while let scalar = peek, scalar != "\n", scalar != "\r" { take() }
    case "*":
      while let scalar = take() {
        if scalar == "*", peek == "/" {
          take()
          return
        }
      }
      throw start
    default:
      throw error("unexpected '/'; comments begin with // or /*")
    }
  }

  private mutating func value(depth: Int) throws(SettingsError) -> JSON5Value {
    try skipSpace()
    guard depth < Self.deepest else { throw error("nested too deeply") }
    let start = line
    guard let scalar = peek else { throw error("a value is missing at the end of the file") }
    switch scalar {
    case "{": return JSON5Value(content: .object(try object(depth)), line: start)
    case "[": return JSON5Value(content: .list(try list(depth)), line: start)
    case "\"", "'": return JSON5Value(content: .text(try string()), line: start)
    default: return JSON5Value(content: try word(), line: start)
    }
  }

  private mutating func object(_ depth: Int) throws(SettingsError) -> [JSON5Value.Member] {
    take()
    var members: [JSON5Value.Member] = []
    while true {
      try skipSpace()
      guard let scalar = peek else { throw error("'}' is missing") }
      if scalar == "}" {
        take()
        return members
      }
      let start = line
      let key = scalar == "\"" || scalar == "'" ? try string() : name()
      if key.isEmpty, scalar != "\"", scalar != "'" {
        throw error("expected a key, found '\(scalar)'")
      }
      if members.contains(where: { $0.key == key }) {
        throw error("the key '\(key)' is given twice")
      }
      try skipSpace()
      guard peek == ":" else { throw error("expected ':' after the key '\(key)'") }
      take()
      members.append(
        JSON5Value.Member(key: key, line: start, value: try value(depth: depth + 1)))
      try separator("}")
    }
  }

  private mutating func list(_ depth: Int) throws(SettingsError) -> [JSON5Value] {
    take()
    var values: [JSON5Value] = []
    while true {
      try skipSpace()
      if peek == "]" {
        take()
        return values
      }
      values.append(try value(depth: depth + 1))
      try separator("]")
    }
  }

  /// A comma, which may be missing before the end only.
  private mutating func separator(_ end: Unicode.Scalar) throws(SettingsError) {
    try skipSpace()
    if peek == "," {
      take()
    } else if peek != end {
      throw error(
        peek.map { "expected ',' or '\(end)', found '\($0)'" } ?? "'\(end)' is missing")
    }
  }

  private mutating func name() -> String {
    var name = ""
    while let scalar = peek,
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar == "$"
    {
      name.unicodeScalars.append(scalar)
      take()
    }
    return name
  }

  private mutating func string() throws(SettingsError) -> String {
    let start = error("this text has no closing mark")
    let mark = take()
    var text = ""
    while let scalar = take() {
      if scalar == mark { return text }
      switch scalar {
      case "\n", "\r": throw start
      case "\\": try escape(into: &text)
      default: text.unicodeScalars.append(scalar)
      }
    }
    throw start
  }

  private mutating func escape(into text: inout String) throws(SettingsError) {
    guard let scalar = take() else { throw error("a text ends in '\\'") }
    switch scalar {
    case "\n", "\u{2028}", "\u{2029}": return
    case "\r":
      if peek == "\n" { take() }
    case "u", "x":
      var value = try hexadecimal(scalar == "u" ? 4 : 2)
      // A pair of surrogates is one code point.
      if (0xD800..<0xDC00).contains(value), peek == "\\" {
        take()
        guard take() == "u" else { throw error("half of a surrogate pair") }
        let low = try hexadecimal(4)
        guard (0xDC00..<0xE000).contains(low) else { throw error("half of a surrogate pair") }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw error("half of a surrogate pair") }
      text.unicodeScalars.append(scalar)
    default:
      text.unicodeScalars.append(Self.escapes[scalar] ?? scalar)
    }
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}", "0": "\0",
  ]

  private mutating func hexadecimal(_ count: Int) throws(SettingsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = take(), let number = UInt32(String(digit), radix: 16) else {
        throw error("expected \(count) hexadecimal digits")
      }
      value = value << 4 | number
    }
    return value
  }

  /// true, false, null, or a number.
  private mutating func word() throws(SettingsError) -> JSON5Value.Content {
    var word = ""
    while let scalar = peek,
      scalar.properties.isAlphabetic || "0123456789+-._".contains(Character(scalar))
    {
      word.unicodeScalars.append(scalar)
      take()
    }
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "": throw error("unexpected '\(peek.map(String.init) ?? "")'")
    default: break
    }
    if let number = Self.number(word) { return .number(number) }
    throw error("'\(word)' is no value; a text stands between quotation marks")
  }

  private static func number(_ word: String) -> Double? {
    let sign: Double = word.hasPrefix("-") ? -1 : 1
    let digits = word.hasPrefix("-") || word.hasPrefix("+") ? String(word.dropFirst()) : word
    if digits.lowercased().hasPrefix("0x") {
      return UInt64(digits.dropFirst(2), radix: 16).map { sign * Double($0) }
    }
    guard digits.first.map({ $0.isNumber || $0 == "." }) ?? false else { return nil }
    let completed = (digits.hasPrefix(".") ? "0" : "") + digits + (digits.hasSuffix(".") ? "0" : "")
    return Double(completed).map { sign * $0 }
  }
}
