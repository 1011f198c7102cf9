import BitestoText
import Foundation

/// A stretch of a text that may be a name nobody told us.
struct NameMention {
  /// The number of the text.
  var text: Int
  /// UTF-8 bytes in the text.
  var range: Range<Int>
  /// As it is written.
  var spelling: String
  /// ``FoldedName`` of its words.
  var words: [String]
  /// Whether a capital inside a sentence speaks for it.
  var isSure: Bool
  /// What stands around it and in it.
  var traits: WordTraits
  var isAcronym = false
  /// What a parenthesis behind it abbreviates it to: "(NPT)".
  var abbreviation: String?
  /// The number of the known mention that it abbreviates.
  var shortened: Int?
  /// Two or three words without one that makes a body of them.
  var isFullName: Bool {
    isSure && (2...3).contains(words.count) && traits.isDisjoint(with: [.body, .event, .site])
      && covered.isEmpty
  }
  /// The known mentions that it takes in, when it is another name: "Europe" of "Europe Wire".
  var covered: Set<Int> = []
}

/// The spelling under which a word of a name is looked up: lower case, without marks and apostrophes.
enum FoldedName {
  static func word(_ key: String) -> String {
    let bare =
      key.utf8.allSatisfy { $0 < 0x80 }
      ? key : key.folding(options: .diacriticInsensitive, locale: nil)
    return String(bare.map { Self.letters[$0] ?? String($0) }.joined())
      .filter { $0.isLetter || $0.isNumber || $0 == "-" }
  }

  /// Letters whose stroke is no mark that Unicode takes off.
  private static let letters: [Character: String] = [
    "ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
  ]
}
