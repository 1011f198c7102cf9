/// Texts that are right to be the same in two languages.
enum SameText {
  /// Words in lower case that make a text one to translate: "Banca d’Italia" and "Corriere della Sera" have
  /// fewer.
  private static let fewestWords = 2

  /// Whether a text is names, numbers, addresses and placeholders ("{ $count }", "<b>") alone: has fewer than
  /// two words of two or more letters that begin with a small one. Linear.
  static func isUntranslatable(_ text: String) -> Bool {
    var words = 0
    let text = withoutPlaceholders(text)
    for part in text.split(whereSeparator: \.isWhitespace) where !isAddress(part) {
      for word in part.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
        guard word.count > 1, word.first?.isLowercase ?? false, word.allSatisfy(\.isLetter) else {
          continue
        }
        words += 1
        if words == fewestWords { return false }
      }
    }
    return true
  }

  /// The text without what stands between braces or angle brackets.
  private static func withoutPlaceholders(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }) else {
      return text
    }
    var rest = ""
    var depth = 0
    for character in text {
      switch character {
      case "{", "<": depth += 1
      case "}", ">": depth = max(0, depth - 1)
      default: if depth == 0 { rest.append(character) }
      }
    }
    // What is never closed was no placeholder.
    return depth == 0 ? rest : text
  }

  /// Whether a stretch without spaces is a URL, an address of mail, a path or a name of a file.
  private static func isAddress(_ part: Substring) -> Bool {
    if part.contains("@") || part.contains("://") || part.contains("\\") { return true }
    guard let dot = part.firstIndex(where: { $0 == "." || $0 == "/" || $0 == "_" }) else {
      return false
    }
    let next = part.index(after: dot)
    return next < part.endIndex && (part[next].isLetter || part[next].isNumber)
  }
}
