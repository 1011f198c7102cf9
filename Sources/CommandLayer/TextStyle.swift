/// How a stretch of text looks on a terminal: a list of SGR codes (ECMA-48, 8.3.117).
public struct TextStyle: Hashable, Sendable {
  private let codes: [UInt8]

  private init(_ codes: [UInt8]) {
    self.codes = codes
  }

  public static let bold = TextStyle([1])
  public static let dim = TextStyle([2])
  public static let italic = TextStyle([3])
  public static let underlined = TextStyle([4])
  public static let red = TextStyle([31])
  public static let green = TextStyle([32])
  public static let yellow = TextStyle([33])
  public static let blue = TextStyle([34])
  public static let magenta = TextStyle([35])
  public static let cyan = TextStyle([36])

  /// Both styles at once.
  public static func + (first: TextStyle, second: TextStyle) -> TextStyle {
    TextStyle(first.codes + second.codes)
  }

  fileprivate func apply(to text: String) -> String {
    "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

/// Applies styles, or leaves text as it is where color is off.
public struct Styler: Hashable, Sendable {
  public var isEnabled: Bool

  public init(isEnabled: Bool) {
    self.isEnabled = isEnabled
  }

  public func callAsFunction(_ text: String, _ style: TextStyle) -> String {
    isEnabled && !text.isEmpty ? style.apply(to: text) : text
  }
}
