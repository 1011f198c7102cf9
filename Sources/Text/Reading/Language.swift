/// A language, named by its BCP 47 primary subtag in lower case ("it", "en").
public struct Language: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue.lowercased()
  }

  public static let italian = Language(rawValue: "it")
  public static let english = Language(rawValue: "en")
  public static let russian = Language(rawValue: "ru")
  public static let ukrainian = Language(rawValue: "uk")
  public static let belarusian = Language(rawValue: "be")

  public var description: String { rawValue }
}
