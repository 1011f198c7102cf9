/// A word of a text, as a name index sees it.
struct ScannedWord {
  /// UTF-8 bytes in the text.
  var start: Int
  var end: Int
  /// The folded bytes; more than ``WordReader/longest`` of them are counted but not kept.
  var length = 0
  var letters = 0
  /// A sum over the marks that folding dropped, each weighted by the place of its letter.
  var marks: UInt32 = 0
  var startsUppercase = false
  var hasLowercase = false
  var hasLatin = false
  var hasCyrillic = false

  /// Two or more letters, the first a capital and none in lower case.
  var isAllUppercase: Bool { letters > 1 && startsUppercase && !hasLowercase }

  var isMixedScript: Bool { hasLatin && hasCyrillic }

  /// Every letter is Cyrillic, so that two bytes stand for each.
  var isCyrillic: Bool { hasCyrillic && length == 2 * letters }
}
