/// A BCP 47 language tag, however it is spelled: "en-us", "EN_US" and "en-US" are the same.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// As the file has it.
  public let spelling: String
  /// With hyphens and the letter case that BCP 47 advises (RFC 5646, section 2.1.1).
  public let canonical: String

  public init(_ spelling: String) {
    self.spelling = spelling
    canonical = Self.canonical(spelling)
  }

  public init(stringLiteral spelling: String) {
    self.init(spelling)
  }

  /// The language that an attribute `srclang` names; nil when it is any ("*all*") or not said.
  init?(srclang: String?) {
    guard let srclang, !srclang.isEmpty, srclang.lowercased() != "*all*" else { return nil }
    self.init(srclang)
  }

  public var description: String { canonical }

  /// The language without script and region: "en" of "en-US".
  public var primary: Substring { canonical.prefix { $0 != "-" } }

  public static func == (one: LanguageTag, other: LanguageTag) -> Bool {
    one.canonical == other.canonical
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(canonical)
  }

  /// Whether both are the same language, perhaps of different regions.
  public func isSameLanguage(as other: LanguageTag) -> Bool {
    primary == other.primary
  }

  /// Whether the spelling has the form of a tag: subtags of one to eight letters and digits, the first of
  /// two or more letters.
  public var isWellFormed: Bool {
    let parts = spelling.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy(isLetterOrDigit)
    } && (parts.first?.utf8.count ?? 0) >= 2 && parts[0].utf8.allSatisfy { $0 >= 0x41 }
  }

  /// Whether a value is of the type xs:language (XML Schema, part 2, section 3.3.3). No allocation: every
  /// variant that is written is asked.
  static func isAllowedByXML(_ value: String) -> Bool {
    var length = 0
    var isFirst = true
    for byte in value.utf8 {
      switch byte {
      case 0x2D where length > 0:
        length = 0
        isFirst = false
      case 0x41...0x5A, 0x61...0x7A: length += 1
      case 0x30...0x39 where !isFirst: length += 1
      default: return false
      }
      if length > 8 { return false }
    }
    return length > 0
  }

  private static func canonical(_ spelling: String) -> String {
    // Nearly all tags are such already.
    if spelling.utf8.count == 2, spelling.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) {
      return spelling
    }
    let parts = spelling.split { $0 == "-" || $0 == "_" }
    return parts.enumerated().map { index, part in
      switch part.utf8.count {
      case 2 where index > 0: part.uppercased()
      case 4 where index > 0 && part.utf8.allSatisfy({ $0 >= 0x41 }):
        part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }.joined(separator: "-")
  }
}

/// The tags of a file by their spellings, each of which is looked at once.
struct KnownLanguages {
  /// Further ones are not kept.
  private static let most = 1000
  private var tags: [String: LanguageTag] = [:]

  mutating func tag(_ spelling: String) -> LanguageTag {
    if let known = tags[spelling] { return known }
    let tag = LanguageTag(spelling)
    if tags.count < Self.most { tags[spelling] = tag }
    return tag
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
}
