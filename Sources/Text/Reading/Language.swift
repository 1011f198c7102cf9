/// A language, named by its BCP 47 primary subtag in lower case ("it", "en").
public struct Language: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue.lowercased()
  }

  /// The language of a tag a person wrote, "it" or "en-GB": its primary subtag. Nil when that is not two or
  /// three ASCII letters.
  public init?(tag: String) {
    let subtag = tag.lowercased().prefix { $0 != "-" && $0 != "_" }.utf8
    guard (2...3).contains(subtag.count), subtag.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    self.init(rawValue: String(subtag) ?? "")
  }

  public static let italian = Language(rawValue: "it")
  public static let english = Language(rawValue: "en")
  public static let russian = Language(rawValue: "ru")
  public static let ukrainian = Language(rawValue: "uk")
  public static let belarusian = Language(rawValue: "be")

  public var description: String { rawValue }
}
