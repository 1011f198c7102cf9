extension LanguageTag {
  /// Why a spelling is no language tag, and what to write; nil for one that is well-formed by BCP 47
  /// (RFC 5646, section 2.1) and could be registered.
  static func fault(in spelling: String) -> String? {
    if spelling.isEmpty { return "it is empty; write a language, such as “en-US”" }
    if spelling.contains("_") {
      return "BCP 47 has hyphens, and some tools pair nothing; write “\(LanguageTag(spelling))”"
    }
    let parts = spelling.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    let isMade = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }
    guard isMade, let language = parts.first else {
      return "it is no language tag; write one such as “en-US”"
    }
    // Private and the few grandfathered ones.
    if parts.count > 1, language == "x" || language == "i" { return nil }
    guard (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLetter) else {
      return "a language has two or three letters, such as “en”"
    }
    var rest = parts.dropFirst()
    // Extended languages, script and region, each at most once and in this order.
    for _ in 0..<3 where isExtendedLanguage(rest.first) { rest = rest.dropFirst() }
    if let script = rest.first?.utf8, script.count == 4, script.allSatisfy(isLetter) {
      rest = rest.dropFirst()
    }
    if isRegion(rest.first) { rest = rest.dropFirst() }
    while let variant = rest.first?.utf8, let first = variant.first,
      variant.count >= 5 || (variant.count == 4 && isDigit(first))
    {
      rest = rest.dropFirst()
    }
    // Extensions and what is private have a single letter before them.
    guard let next = rest.first else { return nil }
    if next.utf8.count == 1, rest.count > 1 { return nil }
    return "“\(next)” has no place in a language tag; write one such as “en-US”"
  }

  private static func isExtendedLanguage(_ part: Substring?) -> Bool {
    part.map { $0.utf8.count == 3 && $0.utf8.allSatisfy(isLetter) } ?? false
  }

  private static func isRegion(_ part: Substring?) -> Bool {
    guard let part = part?.utf8 else { return false }
    return part.count == 2
      ? part.allSatisfy(isLetter) : part.count == 3 && part.allSatisfy(isDigit)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
  }
}
